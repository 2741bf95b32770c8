import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ALL_TOPICS, SERVICES, TOPICS, type ServiceName } from '#contracts/topics.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { KafkaSecurity } from '#event-log/kafka/kafka-client.js';
import { grantRights } from '#event-log/kafka/kafka-rights.js';
import { rightsOf } from '#platform/boot/run-acls.js';
import { startBroker, type Broker } from '../kafka/broker.js';

/** Where a run's Kafka is, and how its tools get in. */
export interface KafkaAddress {
  readonly kind: 'kafka';
  readonly brokers: string[];
  readonly security?: KafkaSecurity;
  /** Passwords of the services, where each is a user of its own. */
  readonly passwords?: Readonly<Record<ServiceName, string>>;
}

export interface KafkaOfRun {
  readonly home: string;
  readonly port?: number;
  /** Absent: whoever reaches it may do everything. */
  readonly secured?: boolean;
}

/** @returns the broker of a run, with topics and rights where services may not make them themselves */
export async function openKafka({ home, port, secured }: KafkaOfRun): Promise<{ broker: Broker; log: KafkaAddress }> {
  const place = { dataDir: join(home, 'kafka'), ...(port === undefined ? {} : { port }) };
  if (!secured) {
    const broker = await startBroker(place);
    return { broker, log: { kind: 'kafka', brokers: [broker.bootstrap] } };
  }
  const password = (): string => randomBytes(16).toString('hex');
  const passwords = Object.fromEntries(SERVICES.map((name) => [name, password()])) as Record<ServiceName, string>;
  const admin = password();
  const broker = await startBroker({ ...place, secured: { users: { ...passwords, admin } } });
  const security: KafkaSecurity = {
    tls: { ca: broker.byCertificate?.authority.certificate ?? '' },
    sasl: { mechanism: 'scram-sha-512', username: 'admin', password: admin },
  };
  const log: KafkaAddress = { kind: 'kafka', brokers: [broker.bootstrap], security, passwords };
  await prepare(log).catch(async (error: unknown) => {
    await broker.stop();
    throw error;
  });
  return { broker, log };
}

async function prepare(log: KafkaAddress): Promise<void> {
  const options = { ...log, clientId: 'serap-tools' };
  const eventLog = await createEventLog(options);
  await eventLog.createTopics(ALL_TOPICS).finally(() => eventLog.close());
  const rights = SERVICES.map((service) => rightsOf(service, 'User:{service}'));
  // The clock of a run may be moved, and every service hears of it.
  await grantRights(
    options,
    rights.map((one) => ({ ...one, hears: [...one.hears, TOPICS.clock] })),
  );
}

/** Settings of one service for it. */
export function kafkaEnv({ brokers, security, passwords }: KafkaAddress, name: ServiceName): Record<string, string> {
  const plain = { SERAP_KAFKA_BROKERS: brokers.join(',') };
  if (passwords === undefined) return plain;
  return {
    ...plain,
    SERAP_CREATE_TOPICS: 'no',
    SERAP_KAFKA_TLS: 'yes',
    SERAP_KAFKA_CA: security?.tls?.ca ?? '',
    SERAP_KAFKA_SASL: 'scram-sha-512',
    SERAP_KAFKA_USER: name,
    SERAP_KAFKA_PASSWORD: passwords[name],
  };
}
