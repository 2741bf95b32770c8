import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { describeKafka } from '../../libs/platform/test/consuming/kafka-broker.js';
import { Client } from '../../tools/system/client.js';
import { answerOf } from '../../tools/system/http-failure.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { ROOT } from '../../tools/system/root.js';
import type { System } from '../../tools/system/system.js';
import { scenario } from './scenario.js';

const run = promisify(execFile);

/** What the example makes of the topics: a process of its own, given nothing but the broker's address. */
async function rebuilt({ addresses: { log } }: System): Promise<unknown> {
  if (log.kind !== 'kafka') throw new Error('This system has no broker.');
  const { stdout } = await run(process.execPath, [join(ROOT, 'examples/consumer/main.js'), ...log.brokers], {
    env: { PATH: process.env['PATH'] ?? '' },
  });
  return JSON.parse(stdout) as unknown;
}

/** What the dashboard answers, with its reasons added up by code. */
async function answered(system: System): Promise<unknown> {
  const { commodities } = await answerOf(new Client(system, 'operations', '33.02').api.GET('/api/operations/summary'));
  return commodities.map(({ origin, commodity, unit, surplus, promised, bound, unsold }) => {
    const codes: Record<string, number> = {};
    for (const { code, quantity } of unsold) codes[code] = (codes[code] ?? 0) + quantity;
    return { origin, commodity, unit, surplus, promised, bound, unsold: codes };
  });
}

describeKafka('the example consumer', () => {
  it('rebuilds the summary from the topics alone, before and after a run', async () => {
    const compared: string[] = [];
    await scenario('in-force', {
      log: 'kafka',
      moment: async (name, system) => {
        if (name !== 'orders-placed' && name !== 'bound') return;
        await waitUntilQuiet(system);
        const summary = await answered(system);
        expect(summary).toHaveLength(1);
        expect(await rebuilt(system)).toEqual(summary);
        compared.push(name);
      },
    });
    expect(compared).toEqual(['orders-placed', 'bound']);
  });
});
