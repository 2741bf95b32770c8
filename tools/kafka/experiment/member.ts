import { createDataSource } from '#platform/database/database.js';
import { Vault } from '#platform/database/vault.js';
import { Transactions } from '#platform/database/transactions.js';
import { CheckpointedConsumer } from '#platform/consuming/checkpointed-consumer.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog } from '#event-log/log/event-log.js';

/**
 * One member of the experiment's group, as a process of its own, so that it can be stopped and resumed.
 * Arguments: name, bootstrap, database URL, topic, session timeout in milliseconds. It reports as JSON lines.
 */
const [name = '', bootstrap = '', url = '', topic = '', session = ''] = process.argv.slice(2);
const report = (what: string, detail: object = {}) => {
  console.log(JSON.stringify({ member: name, what, ...detail }));
};

const dataSource = await createDataSource({ url, migrations: [] }).initialize();
const kafka = await createEventLog({
  kind: 'kafka',
  brokers: [bootstrap],
  clientId: name,
  sessionTimeoutMs: Number(session),
});
const log: EventLog = {
  refusal: () => kafka.refusal(),
  createTopics: (topics) => kafka.createTopics(topics),
  topicTroubles: (topics) => kafka.topicTroubles(topics),
  publish: (records) => kafka.publish(records),
  subscribe: (group, topics, consumer) => kafka.subscribe(group, topics, consumer),
  endOffsets: (of) => kafka.endOffsets(of),
  close: () => kafka.close(),
  read: async (partition, from, limit) => {
    const records = await kafka.read(partition, from, limit);
    report('re-read', { partition: partition.partition, offset: String(from), found: records.length });
    return records;
  },
};
const consumer = new CheckpointedConsumer({
  group: 'experiment',
  vault: new Vault('0'.repeat(64)),
  log,
  transactions: new Transactions(dataSource, {
    source: '/serap/test',
    now: () => new Date(),
    published: () => undefined,
  }),
  handler: {
    handles: () => true,
    handle: async (events, tx) => {
      const keys = events.map(({ event }) => event.subject);
      const versions = events.map(({ event }) => event.sequence);
      await tx.query('INSERT INTO effect (member, subject, version) SELECT $1, * FROM unnest($2::text[], $3::int[])', [
        name,
        keys,
        versions,
      ]);
      // Slow on purpose: the member is stopped in the middle of a batch sooner or later.
      await tx.query('SELECT pg_sleep(0.2)');
    },
  },
  observer: {
    handled: () => undefined,
    unknownType: () => undefined,
    keptApplied: () => undefined,
    deadLettered: (_, code) => {
      report('dead letter', { code });
    },
    waiting: (_, error) => {
      report('waiting', { error: String(error) });
    },
    wentOn: () => undefined,
    stopped: (_, reason) => {
      report('stopped', { reason: String(reason) });
    },
    joined: () => undefined,
    notJoined: () => undefined,
    revoked: ({ partition }) => {
      report('revoked', { partition });
    },
  },
});
await log.subscribe('experiment', [topic], consumer);
report('started');
process.once('SIGTERM', () => {
  void log
    .close()
    .then(() => dataSource.destroy())
    .then(() => process.exit(0));
});
