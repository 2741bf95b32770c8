import { describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '#contracts/topics.js';
import type { System } from '../../tools/system/system.js';
import { IN_FORCE, scenario } from '../system/scenario.js';

async function killAndRestart(system: System, name: ServiceName): Promise<void> {
  await system.services[name].kill();
  await system.services[name].start();
}

describe('kill -9 in the middle of the scenario', () => {
  it('of every service once, and its restart, comes to the same totals', async () => {
    const result = await scenario('in-force', {
      moment: async (name, system) => {
        switch (name) {
          case 'loading':
            // While requests are under way.
            await sleep(300);
            await killAndRestart(system, 'producer-registry');
            return killAndRestart(system, 'partnership-agreements');
          case 'loaded':
            return killAndRestart(system, 'order-routing');
          case 'first-order':
            await system.services['order-routing'].kill();
            // The next order arrives while nobody is there, and is sent again until somebody is.
            void sleep(500).then(() => system.services['order-routing'].start());
            return undefined;
          case 'orders-placed':
            return killAndRestart(system, 'operations-dashboard');
          case 'bound':
            return killAndRestart(system, 'order-routing');
          default:
            return name satisfies never;
        }
      },
    });
    expect(result).toMatchObject(IN_FORCE);
  });
});
