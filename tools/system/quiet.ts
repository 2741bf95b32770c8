import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EVENTS } from '#contracts/events.js';
import { ALL_TOPICS, SERVICES, topicsHeardBy, type ServiceName } from '#contracts/topics.js';
import { PARTITIONS } from '#event-log/log/event-log.js';
import type { System } from './system.js';

type Observed = Pick<System, 'addresses' | 'eventLog'> & {
  /** `wall`: nobody moves the clock, so nobody reads its topic. */
  readonly clock?: 'simulated' | 'wall';
};

interface Loose {
  /** What is still under way, in words; empty: quiet. */
  readonly reasons: readonly string[];
  readonly ends: string;
}

/**
 * Waits until nothing is under way: outboxes empty, checkpoints at their end offsets, no input unapplied, no due row in
 * the past, end offsets unchanged over two reads (docs/invariants.md). It looks; it never just sleeps and hopes.
 *
 * @throws Error naming what is still under way when the limit runs out
 */
export async function waitUntilQuiet(system: Observed, limitMs = 120_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  const clients = await Promise.all(
    SERVICES.map(async (name) => {
      const client = new pg.Client({ connectionString: system.addresses.databases[name] });
      await client.connect();
      return { name, client };
    }),
  );
  try {
    let before = '';
    for (;;) {
      const { reasons, ends } = await look(system, clients);
      if (reasons.length === 0 && ends === before) return;
      before = ends;
      if (Date.now() > deadline) throw new Error(`Not quiet after ${String(limitMs / 1000)} s: ${reasons.join('; ')}`);
      await sleep(50);
    }
  } finally {
    await Promise.all(clients.map(({ client }) => client.end()));
  }
}

async function look(
  system: Pick<Observed, 'eventLog' | 'clock'>,
  clients: readonly { name: ServiceName; client: pg.Client }[],
): Promise<Loose> {
  const reasons: string[] = [];
  for (const { name, client } of clients) {
    const outbox = await client.query('SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1');
    if (outbox.rowCount) reasons.push(`${name} has unpublished events`);
  }
  // After the outboxes: what left one of them a moment ago must lie before the ends that everybody is to have reached.
  const ends = new Map<string, bigint>();
  for (const topic of ALL_TOPICS) {
    for (const [partition, offset] of await system.eventLog.endOffsets(topic)) {
      ends.set(`${topic}/${String(partition)}`, offset);
    }
  }
  for (const { name, client } of clients) {
    const { rows } = await client.query<{ at: string; next_offset: string }>(
      `SELECT topic || '/' || partition AS at, next_offset FROM checkpoint`,
    );
    // One that has not opened all its partitions yet may be behind without a checkpoint.
    const expected = topicsHeardBy(name).length + (system.clock === 'wall' ? 0 : 1);
    if (rows.length < expected * PARTITIONS) reasons.push(`${name} is still opening its partitions`);
    for (const { at, next_offset } of rows) {
      if (BigInt(next_offset) < (ends.get(at) ?? 0n)) reasons.push(`${name} is behind in ${at}`);
    }
    const kept = await client.query<{ type: string }>('SELECT type FROM kept_event WHERE type = ANY($1) LIMIT 1', [
      Object.keys(EVENTS),
    ]);
    if (kept.rows[0]) reasons.push(`${name} still keeps ${kept.rows[0].type}`);
    if (name === 'order-routing') reasons.push(...(await routingWork(client)));
    if (name === 'producer-registry') reasons.push(...(await repetitionsDue(client)));
  }
  return { reasons, ends: JSON.stringify([...ends].map(([at, offset]) => [at, String(offset)])) };
}

const NOW = `now() + coalesce((SELECT offset_ms FROM business_clock), 0) * interval '1 millisecond'`;

async function repetitionsDue(client: pg.Client): Promise<string[]> {
  const due = await client.query<{ next_day: string }>(
    `SELECT next_day::text FROM repetition WHERE stopped_at IS NULL AND next_at <= ${NOW} LIMIT 1`,
  );
  return due.rows.map(({ next_day }) => `a statement is to be repeated for ${next_day}`);
}

async function routingWork(client: pg.Client): Promise<string[]> {
  const reasons: string[] = [];
  const pending = await client.query('SELECT 1 FROM input WHERE number IS NULL AND refusal IS NULL LIMIT 1');
  if (pending.rowCount) reasons.push('an input waits for its market');
  const due = await client.query<{ kind: string; subject: string }>(
    `SELECT kind, subject FROM due WHERE at <= ${NOW} LIMIT 1`,
  );
  if (due.rows[0]) reasons.push(`${due.rows[0].kind} of ${due.rows[0].subject} is due`);
  const standing = await client.query(`SELECT 1 FROM standing_order WHERE next_at <= ${NOW} LIMIT 1`);
  if (standing.rowCount) reasons.push('a standing order is due');
  return reasons;
}
