import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import { Client } from '../../tools/system/client.js';
import { isAlive } from '../../tools/postgres/unprivileged.js';
import { withTemporarySystem } from '../../tools/system/temporary-system.js';

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('It did not come to that within a minute.');
    await sleep(50);
  }
}

/** Id of the PostgreSQL of a running system, as it says itself. */
async function postmaster(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  await client.end();
  return Number((await readFile(join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('the PostgreSQL of a running system', () => {
  it(
    'is started again on the same data and port when it dies, and the services serve; the terminal says both',
    () =>
      withTemporarySystem({ log: 'postgres', durable: false }, async (system) => {
        const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
        const address = system.addresses.databases['order-routing'];
        const first = await postmaster(address);
        process.kill(first, 'SIGKILL');
        await until(async () => (await postmaster(address).catch(() => first)) !== first);
        const client = new Client(system, 'operations', '33.02');
        await until(
          async () => (await client.get<{ items: object[] }>('/api/orders').catch(() => undefined)) !== undefined,
        );
        await until(() => said.mock.calls.flat().includes('PostgreSQL is back.\n'));
        expect(said.mock.calls.flat()).toContainEqual(
          expect.stringMatching(
            /^PostgreSQL has ended by itself; it is started again in 0\.5 s\. Log: \S+server\.log\n$/,
          ),
        );
        said.mockRestore();
      }),
    180_000,
  );
});

describe('a service of a running system', () => {
  it(
    'is started again when it dies, and serves; one that was stopped stays away',
    () =>
      withTemporarySystem({ log: 'postgres', durable: false }, async (system) => {
        const routing = system.services['order-routing'];
        const first = routing.pid!;
        process.kill(first, 'SIGKILL');
        await until(() => routing.pid !== first);
        const orders = await new Client(system, 'operations', '33.02').get<{ items: object[] }>('/api/orders');
        expect(orders.items).toEqual([]);

        const second = routing.pid!;
        const registry = system.services['producer-registry'];
        const stopped = registry.pid!;
        await registry.stop();
        process.kill(second, 'SIGKILL');
        // Longer than the one that was stopped would have needed.
        await until(() => routing.pid !== second);
        await until(async () => (await fetch(`${routing.url}/readyz`).catch(() => undefined))?.ok === true);
        expect([registry.pid, isAlive(stopped)]).toEqual([stopped, false]);
      }),
    180_000,
  );
});
