import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample, sampleInput, sampleOrders } from '../sample/index.js';
import { Client } from '../system/client.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { startOfDay } from '../system/start-of-day.js';
import type { System } from '../system/system.js';
import { withTemporarySystem } from '../system/temporary-system.js';
import { Reference } from './reference.js';

const SINGLE = 1_000;
const BULK = 5_000;
const ROUNDS = 5;

/**
 * Orders a second with everything on (token, idempotency, validation, promise, outbox): one a request over 8 and 32
 * connections, and as one stream; all in one run, in turn, medians. The ratio to the reference is what to quote.
 */
export async function benchIntake(print: (row: object) => void): Promise<void> {
  await withTemporarySystem({ log: 'postgres', durable: true }, async (system) => {
    const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
    await startOfDay(system, sample.day);
    await loadSample({ registryUrl: system.url, agreementsUrl: system.url, token: system.token.bind(system) }, sample);
    await waitUntilQuiet(system);
    const folder = await mkdtemp(join(tmpdir(), 'serap-bench-'));
    const pgbench = await Reference.open(system.addresses.databases['order-routing'], folder);
    const perSecond = {
      reference: [] as number[],
      single8: [] as number[],
      single32: [] as number[],
      bulk: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      if (pgbench) perSecond.reference.push(await pgbench.perSecond());
      perSecond.single8.push(await singles(system, 8, round));
      perSecond.single32.push(await singles(system, 32, round));
      perSecond.bulk.push(await bulk(system, round));
    }
    await rm(folder, { recursive: true });
    const { reference, ...ours } = perSecond;
    print({
      bench: 'intake',
      ...mapOf(ours, median),
      reference: pgbench ? median(reference) : 'pgbench is not installed',
    });
    // Each round's own ratio: what else the machine does hits both of a round.
    const ratio = (values: readonly number[]): number =>
      medianOf(values.map((value, at) => value / (reference[at] ?? NaN)));
    if (pgbench) print({ bench: 'intake, of the reference', ...mapOf(ours, ratio) });
  });
}

/** A small order of the sample's kind: a gram-exact promise under a quota, like any other. */
function order(): object {
  const [first] = sampleOrders('in-force', 'sugar');
  if (!first) throw new Error('The sample has no orders.');
  const { partner: _, ...body } = first;
  return { ...body, lines: body.lines.slice(0, 1).map((line) => ({ ...line, quantity: '0.1' })) };
}

async function singles(system: System, connections: number, round: number): Promise<number> {
  const client = new Client(system, 'partner-intake', '82.71', system.services['order-routing'].url);
  const body = order();
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < SINGLE) {
        next += 1;
        await client.post('/api/orders', body, `bench-${String(connections)}-${String(round)}-${String(next)}`);
      }
    }),
  );
  return SINGLE / ((performance.now() - started) / 1_000);
}

async function bulk(system: System, round: number): Promise<number> {
  const line = order();
  const body = Array.from({ length: BULK }, (_, index) =>
    JSON.stringify({ key: `bench-bulk-${String(round)}-${String(index)}`, order: line }),
  ).join('\n');
  const authorization = `Bearer ${await system.token('partner-intake', '82.71')}`;
  const started = performance.now();
  const response = await fetch(`${system.services['order-routing'].url}/api/orders/bulk`, {
    method: 'POST',
    headers: { authorization, 'Content-Type': 'application/x-ndjson' },
    body,
  });
  const outcomes = (await response.text()).trim().split('\n');
  const placed = outcomes.filter((outcome) => outcome.includes('"status":"placed"')).length;
  if (placed !== BULK) {
    throw new Error(`${String(placed)} of ${String(BULK)} orders were placed: ${outcomes.at(-1) ?? ''}`);
  }
  return BULK / ((performance.now() - started) / 1_000);
}

function mapOf<Key extends string>(
  values: Readonly<Record<Key, readonly number[]>>,
  to: (values: readonly number[]) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries<readonly number[]>(values).map(([key, each]) => [key, to(each)]));
}

function medianOf(values: readonly number[]): number {
  return Math.round(([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0) * 100) / 100;
}

function median(values: readonly number[]): number {
  return Math.round(medianOf(values));
}
