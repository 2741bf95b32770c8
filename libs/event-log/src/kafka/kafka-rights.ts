import {
  connectKafka,
  OPERATIONS,
  PATTERNS,
  PERMISSIONS,
  RESOURCES,
  type AclEntry,
  type AclOperationTypes,
  type KafkaOptions,
} from './kafka-client.js';

/** What one user of the brokers needs, and no more. */
export interface Rights {
  /** As the brokers name the user: `User:order-routing`, or `User:` and the subject of its certificate. */
  readonly principal: string;
  readonly group: string;
  readonly writes: readonly string[];
  readonly hears: readonly string[];
}

/**
 * Grants rights at the brokers; what is granted already stays, and nothing is taken away.
 *
 * A topic's own settings may be read too, for a service looks at its start whether the topic forgets nothing. An idempotent
 * producer needs no right of its own since Kafka 3.0.
 *
 * @param options as a user who may alter rights
 */
export async function grantRights(options: KafkaOptions, rights: readonly Rights[]): Promise<void> {
  const admin = connectKafka(options).admin();
  await admin.connect();
  try {
    await admin.createAcls({ acl: rights.flatMap(entriesOf) });
  } finally {
    await admin.disconnect();
  }
}

function entriesOf({ principal, group, writes, hears }: Rights): AclEntry[] {
  const allowed = {
    principal,
    host: '*',
    permissionType: PERMISSIONS.ALLOW,
    resourcePatternType: PATTERNS.LITERAL,
  };
  const onTopics = (topics: readonly string[], ...operations: AclOperationTypes[]) =>
    topics.flatMap((resourceName) =>
      operations.map((operation) => ({ ...allowed, resourceType: RESOURCES.TOPIC, resourceName, operation })),
    );
  return [
    ...onTopics(writes, OPERATIONS.WRITE),
    ...onTopics(hears, OPERATIONS.READ),
    ...onTopics([...new Set([...writes, ...hears])], OPERATIONS.DESCRIBE, OPERATIONS.DESCRIBE_CONFIGS),
    { ...allowed, resourceType: RESOURCES.GROUP, resourceName: group, operation: OPERATIONS.READ },
  ];
}
