import { describe, expect, it } from 'vitest';
import { describeKafka } from '../../libs/platform/test/consuming/kafka-broker.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { SERVICES } from '#contracts/topics.js';
import type { LogKind } from '../../tools/system/system.js';
import { audit } from '../../tools/verify/audit.js';
import { Fleet } from './fleet.js';
import { Load } from './load.js';
import { openForBusiness, SAMPLE } from './open-for-business.js';
import { quietOf } from './quiet-of.js';
import { previousRelease, THIS_RELEASE } from './releases.js';

const CALLS_EACH = 25;

describe('the release before this one, and this one beside it, on the PostgreSQL log', () => {
  upgradeUnderLoad('postgres');
});

// Ten minutes more: of the proofs alone, and of whoever changes how events are read.
if (process.env['SERAP_LOGS'] === 'both') {
  describeKafka('the release before this one, and this one beside it, on Kafka', () => {
    upgradeUnderLoad('kafka');
  });
}

/** The new schema under the old code, both releases on one database and one log, then the new one alone. */
function upgradeUnderLoad(log: LogKind): void {
  it('serve people and partners without a failed request', async () => {
    const before = await previousRelease();
    const fleet = await Fleet.open(log);
    try {
      await fleet.migrate(before);
      await Promise.all(SERVICES.map((name) => fleet.add(before, name)));
      await openForBusiness(fleet, quietOf(before), { ...SAMPLE, reviewed: false });
      const old = [...fleet.running.values()].flat();

      const load = await Load.during(fleet, async () => {
        await fleet.migrate(THIS_RELEASE);
        for (const name of SERVICES) await fleet.add(THIS_RELEASE, name);
        await fleet.eachHasAnswered(CALLS_EACH);
        for (const replica of old) await fleet.remove(replica);
      });

      expect(load.failures).toEqual([]);
      await waitUntilQuiet(fleet);
      expect(fleet.deaths).toEqual([]);
      expect(await audit(fleet.addresses, fleet.eventLog)).toEqual([]);
      const placed = [...load.orders].sort();
      expect(await idsOf(fleet, '/api/orders')).toEqual(placed);
      expect(await idsOf(fleet, '/api/operations/orders')).toEqual(placed);
    } finally {
      await fleet.close();
    }
  }, 1_200_000);
}

async function idsOf(fleet: Fleet, path: string): Promise<string[]> {
  const operations = new Client(fleet, 'operations', '33.02');
  const ids: string[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const cursor = next === '' ? '' : `&cursor=${next}`;
    const page: { items: { id: string }[]; next?: string } = await operations.get(`${path}?limit=100${cursor}`);
    ids.push(...page.items.map(({ id }) => id));
    ({ next } = page);
  }
  return ids.sort();
}
