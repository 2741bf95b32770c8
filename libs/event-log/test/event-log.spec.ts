import { describe } from 'vitest';
import { createEventLog } from '#event-log/create-event-log.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { eventLogContract } from './event-log.contract.js';
import { describeKafka, testBroker } from '../../platform/test/consuming/kafka-broker.js';

const standStill = { firstMs: 100, mostMs: 400 };

const postgres = async () => {
  const { url, drop } = await testDatabase();
  const log = await createEventLog({ kind: 'postgres', url, timing: { leaseMs: 3_000, pollMs: 300 }, standStill });
  await log.createTopics([]);
  return { log, close: () => log.close().then(drop) };
};

const kafka = async () => {
  const broker = await testBroker();
  const log = await createEventLog({
    kind: 'kafka',
    brokers: [broker.bootstrap],
    clientId: 'contract',
    standStill,
    sessionTimeoutMs: 6_000,
  });
  return { log, close: () => log.close().then(broker.stop) };
};

describe('the event log contract on the PostgreSQL log', () => {
  eventLogContract(postgres);
});

describeKafka('the event log contract on Kafka', () => {
  eventLogContract(kafka);
});
