import { describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleInput, sampleOrders, type SampleOrder } from '../../tools/sample/index.js';
import { loadSample } from '../../tools/sample/load-sample.js';
import { SeededRandom } from '../../tools/sample/random.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { SERVICES } from '#contracts/topics.js';
import { startOfDay } from '../../tools/system/start-of-day.js';
import type { System } from '../../tools/system/system.js';
import { withTemporarySystem } from '../../tools/system/temporary-system.js';
import { audit } from '../../tools/verify/audit.js';

const KILLS = 12;
const SEEDS = (process.env['SERAP_KILL_SEEDS'] ?? '3302').split(',').map(Number);

interface Placed {
  readonly partner: string;
  readonly key: string;
  readonly id: string;
}

/** Partners who order, cancel and have their goods bound, while services die under them at any moment. */
describe('random kills under load', () => {
  it.each(SEEDS)(
    'lose nothing and double nothing, seed %d',
    (seed) =>
      withTemporarySystem({ log: 'postgres', durable: false }, async (system) => {
        await prepare(system);
        const random = new SeededRandom(seed);
        const stop = new AbortController();
        const clients = sampleOrders('in-force', 'sugar').map((order) => orderOn(system, order, stop.signal));
        const binding = bindOn(system, stop.signal);
        for (let kill = 0; kill < KILLS; kill += 1) {
          await sleep(random.whole(200, 2_000));
          const service = system.services[random.pick(SERVICES)];
          await service.kill();
          await sleep(random.whole(0, 500));
          await service.start();
        }
        stop.abort();
        const placed = (await Promise.all(clients)).flat();
        await binding;
        await waitUntilQuiet(system);

        expect(placed.length).toBeGreaterThan(KILLS);
        const sentAgain = await Promise.all(placed.slice(0, 50).map((order) => again(system, order)));
        expect(sentAgain).toEqual(placed.slice(0, 50).map(({ id }) => id));
        const ids = await allOrders(system);
        expect(ids.sort()).toEqual(placed.map(({ id }) => id).sort());
        expect(await audit(system.addresses, system.eventLog)).toEqual([]);
      }),
    600_000,
  );
});

async function prepare(system: System): Promise<void> {
  const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
  await startOfDay(system, sample.day);
  const token = (...who: Parameters<System['token']>): Promise<string> => system.token(...who);
  await loadSample({ registryUrl: system.url, agreementsUrl: system.url, token }, sample);
  await waitUntilQuiet(system);
}

function bodyOf({ buyer, lines }: SampleOrder): object {
  return { buyer, lines: lines.map((line) => ({ ...line, quantity: 5 })) };
}

/** Orders again and again; every third order is cancelled. */
async function orderOn(system: System, order: SampleOrder, stop: AbortSignal): Promise<Placed[]> {
  const client = new Client(system, 'partner-intake', order.partner);
  const placed: Placed[] = [];
  while (!stop.aborted) {
    const key = `${order.partner}-${String(placed.length)}`;
    const { id } = await client.post<{ id: string }>('/api/orders', bodyOf(order), key);
    placed.push({ partner: order.partner, key, id });
    if (placed.length % 3 === 0) {
      await client.post(`/api/orders/${id}/cancellation`, {}, `cancel-${key}`).catch(refused);
    }
    await sleep(20);
  }
  return placed;
}

async function bindOn(system: System, stop: AbortSignal): Promise<void> {
  const operations = new Client(system, 'operations', '33.02');
  for (let run = 0; !stop.aborted; run += 1) {
    await operations.post('/api/orders/runs', { origin: '33.02' }, `run-${String(run)}`);
    await sleep(1_000);
  }
}

/** The refusal is the answer: a run may have bound and another call cancelled it before. */
function refused(error: unknown): void {
  if ((error as { status?: number }).status !== 409) throw error;
}

async function again(system: System, { partner, key }: Placed): Promise<string> {
  const order = sampleOrders('in-force', 'sugar').find((one) => one.partner === partner);
  if (!order) throw new Error(`${partner} has no order.`);
  return (await new Client(system, 'partner-intake', partner).post<{ id: string }>('/api/orders', bodyOf(order), key))
    .id;
}

async function allOrders(system: System): Promise<string[]> {
  const operations = new Client(system, 'operations', '33.02');
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const page = await operations.get<{ items: { id: string }[]; next?: string }>(
      `/api/orders?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === undefined) return ids;
    cursor = page.next;
  }
}
