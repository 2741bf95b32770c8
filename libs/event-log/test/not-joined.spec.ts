import { describe, expect, it } from 'vitest';
import { createEventLog, type EventLogOptions } from '#event-log/create-event-log.js';
import type { PartitionConsumer } from '#event-log/log/event-log.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { until } from '#platform/testing/until.js';

/** Nobody listens at port 1. */
const NOWHERE = '127.0.0.1:1';

const consumer = (told: unknown[]): PartitionConsumer => ({
  assigned: () => Promise.resolve(0n),
  handle: ({ endOffset }) => Promise.resolve(endOffset),
  revoked: () => undefined,
  joined: () => told.push('joined'),
  notJoined: (error) => told.push(error),
});

async function toldBy(options: EventLogOptions): Promise<unknown[]> {
  const log = await createEventLog(options);
  const told: unknown[] = [];
  const subscription = await log.subscribe('a-group', ['serap.orders.v1'], consumer(told));
  await until(() => told.length > 0);
  await subscription.close();
  await log.close();
  return told;
}

describe('a consumer that does not come into its group', () => {
  it('is told why when no broker answers', async () => {
    const [first] = await toldBy({ kind: 'kafka', brokers: [NOWHERE], clientId: 'nobody' });
    expect(String(first)).toMatch(/ECONNREFUSED|Connection error/);
  });

  it('is told why when PostgreSQL does not answer', async () => {
    const [first] = await toldBy({ kind: 'postgres', url: `postgresql://nobody@${NOWHERE}/nothing` });
    expect((first as Error).message).toContain('ECONNREFUSED');
  });

  it('is told why when the database is no log', async () => {
    const database = await testDatabase();
    const [first] = await toldBy({ kind: 'postgres', url: database.url });
    await database.drop();
    expect(String(first)).toMatch(/log_|does not exist/);
  });
});
