import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
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
