import { describe } from '@jest/globals';
import { createEventLog } from '#platform/messaging/create-event-log.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { eventLogContract } from './event-log.contract.js';
import { kafkaMissing, testBroker } from './kafka-broker.js';

const postgres = async () => {
  const { url, drop } = await testDatabase();
  const log = createEventLog({ kind: 'postgres', url, timing: { leaseMs: 3_000, pollMs: 300 } });
  await log.createTopics([]);
  return { log, close: () => log.close().then(drop) };
};

const kafka = async () => {
  const broker = await testBroker();
  const log = createEventLog({
    kind: 'kafka',
    brokers: [broker.bootstrap],
    clientId: 'contract',
    sessionTimeoutMs: 6_000,
  });
  return { log, close: () => log.close().then(broker.stop) };
};

const logs = [{ name: 'the PostgreSQL log', open: postgres }];
if (kafkaMissing === undefined) logs.push({ name: 'Kafka', open: kafka });
else console.warn(`NOT RUN: the event log contract on Kafka; missing: ${kafkaMissing}`);

describe.each(logs)('the event log contract on $name', ({ open }) => {
  eventLogContract(open);
});
