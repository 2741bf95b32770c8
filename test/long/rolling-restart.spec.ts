import { expect, it } from 'vitest';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { audit } from '../../tools/verify/audit.js';
import { Fleet } from './fleet.js';
import { Load } from './load.js';
import { openForBusiness } from './open-for-business.js';
import { THIS_RELEASE } from './releases.js';

/** One by one, as a Deployment with maxSurge 1 and maxUnavailable 0 does it. */
async function replaceAll(fleet: Fleet, name: ServiceName): Promise<void> {
  for (const replica of [...fleet.replicasOf(name)]) {
    await fleet.add(THIS_RELEASE, name);
    await fleet.remove(replica);
  }
}

it('two replicas of each service are replaced one by one under load, and no request fails', async () => {
  const fleet = await Fleet.open('postgres');
  try {
    await fleet.migrate(THIS_RELEASE);
    await Promise.all(SERVICES.map((name) => fleet.add(THIS_RELEASE, name)));
    await openForBusiness(fleet, waitUntilQuiet);
    // Only now: of replicas that run side by side, one alone hears that the simulated clock was advanced.
    await Promise.all(SERVICES.map((name) => fleet.add(THIS_RELEASE, name)));
    const load = await Load.during(fleet, async () => {
      await Promise.all(SERVICES.map((name) => replaceAll(fleet, name)));
    });
    expect(load.failures).toEqual([]);
    await waitUntilQuiet(fleet);
    expect(fleet.deaths).toEqual([]);
    expect(await audit(fleet.addresses, fleet.eventLog)).toEqual([]);
  } finally {
    await fleet.close();
  }
}, 300_000);
