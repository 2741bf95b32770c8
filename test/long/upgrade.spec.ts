import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#kernel/local-date.js';
import { restoreSystem } from '../../tools/fixture/restore.js';
import { startPostgres } from '../../tools/postgres/server.js';
import { Client, type OrderView } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { ROOT } from '../../tools/system/root.js';
import { startSystem, type System } from '../../tools/system/system.js';
import { audit } from '../../tools/verify/audit.js';

const FILE = join(ROOT, 'test', 'fixtures', 'filled-system-30ee889.br');
const PARTNER = '73';

/** A filled system of an earlier release, restored and taken over by the services of today. */
describe('a filled system of 30ee889', () => {
  let home: string;
  let system: System | undefined;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'serap-upgrade-'));
    // PostgreSQL may run as another user.
    await chmod(home, 0o755);
    const server = await startPostgres({ home: join(home, 'postgres'), durable: false });
    await restoreSystem(FILE, server, home);
    // It takes the running server over, and migrates what is in it.
    system = await startSystem({ home, log: 'postgres', durable: false });
    await waitUntilQuiet(system);
  }, 300_000);

  afterAll(async () => {
    await system?.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  const client = (role: 'operations' | 'partner-intake' | 'platform', region: string): Client =>
    new Client(system!, role, region);

  it('keeps its letters, which can be settled', async () => {
    const platform = client('platform', '33.02');
    const path = '/api/orders/dead-letters';
    const { items } = await platform.get<{ items: { id: string }[] }>(`${path}?state=dead`);
    expect(items).toHaveLength(2);
    for (const { id } of items) await platform.start(`${path}/${id}/discard`, {});
  });

  it('promises a new order, on the business day on which it was left', async () => {
    const { now } = await client('operations', '33.02').get<{ now: string }>('/api/operations/clock');
    const order = await client('partner-intake', PARTNER).post<OrderView>('/api/orders', {
      buyer: { name: 'Pembeli sesudah pembaruan (contoh)' },
      lines: [{ commodity: 'cassava-chips', quantity: 2, unit: 'kg', needBy: addDays(now.slice(0, 10), 30) }],
    });
    expect([order.status, now.slice(0, 7)]).toEqual(['promised-in-full', '2019-04']);
  });

  it('keeps every invariant', async () => {
    await waitUntilQuiet(system!);
    expect(await audit(system!.addresses, system!.eventLog)).toEqual([]);
  }, 900_000);
});
