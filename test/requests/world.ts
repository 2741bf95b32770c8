import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#platform/access/principal.js';
import { isAlive } from '../../tools/postgres/unprivileged.js';
import { loadSample, sampleInput, sampleOrders } from '../../tools/sample/index.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { startOfDay } from '../../tools/system/start-of-day.js';
import { startSystem, type System } from '../../tools/system/system.js';

/** Regions of the sample: the origin, its partners, and one of each that has nothing to do with them. */
export const ORIGIN = '33.02';
export const PARTNER = '82.71';
export const OTHER_ORIGIN = '33.04';
export const OTHER_PARTNER = '12.71';

/** A running system with the sample loaded, orders placed and bound, and the ids of what is in it. */
export interface World {
  readonly system: System;
  readonly ids: Ids;
  /** A token as the issuer gives it; a cooperative's is of the first cooperative of the sample, unless one is named. */
  token(role: Role, region: string, aggregator?: string): Promise<string>;
  /** Folder of this run alone. */
  readonly home: string;
  /** Ends its PostgreSQL, for good. */
  stopDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** Ids of what is there, by the word that paths use for it. */
export type Ids = Readonly<Record<string, readonly string[]>>;

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

export async function openWorld(): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'serap-requests-'));
  // PostgreSQL may run as another user.
  await chmod(home, 0o755);
  const system = await startSystem({ home, log: 'postgres', durable: false });
  const close = async (): Promise<void> => {
    await system.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await fill(system);
    const sugar = await aggregatorOf(system);
    const token: World['token'] = (role, region, aggregator = sugar) =>
      system.token(role, region, role === 'cooperative' ? aggregator : undefined);
    return { system, token, ids: await idsOf(system), home, stopDatabase: () => stopDatabase(home), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param home of a system, whose own PostgreSQL it is */
async function stopDatabase(home: string): Promise<void> {
  const file = join(home, 'postgres', 'data', 'postmaster.pid');
  const [pid = 0] = (await readFile(file, 'utf8').catch(() => '')).split('\n').map(Number);
  if (pid === 0 || !isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await sleep(20);
}

async function fill(system: System): Promise<void> {
  const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
  await startOfDay(system, sample.day);
  const token: System['token'] = (role, region) => system.token(role, region);
  await loadSample({ registryUrl: system.url, agreementsUrl: system.url, token, progress: () => undefined }, sample);
  await waitUntilQuiet(system);
  for (const { partner, ...body } of sampleOrders('in-force', 'sugar')) {
    await new Client(system, 'partner-intake', partner).post('/api/orders', body);
  }
  await new Client(system, 'operations', ORIGIN).post('/api/orders/runs', { origin: ORIGIN });
  await waitUntilQuiet(system);
}

async function aggregatorOf(system: System): Promise<string | undefined> {
  const client = new Client(system, 'operations', ORIGIN);
  const { items } = await client.get<{ items: { sellerId: string }[] }>('/api/registry/lots');
  return items[0]?.sellerId;
}

async function idsOf(system: System): Promise<Ids> {
  const client = new Client(system, 'operations', ORIGIN);
  const list = async (path: string): Promise<string[]> =>
    (await client.get<Listed>(path)).items.slice(0, 20).map(({ id }) => id);
  const orders = await client.get<{ items: { lines: { allocations: { id: string }[] }[] }[] }>('/api/orders');
  return {
    producers: await list('/api/registry/producers?limit=20'),
    products: await list('/api/registry/products'),
    certificates: await list('/api/registry/certificates?limit=20'),
    lots: await list('/api/registry/lots'),
    agreements: await list('/api/agreements'),
    orders: await list('/api/orders'),
    runs: await list('/api/orders/runs'),
    allocations: orders.items.flatMap(({ lines }) => lines.flatMap((line) => line.allocations.map(({ id }) => id))),
  };
}
