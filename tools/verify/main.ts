import { createEventLog } from '#event-log/create-event-log.js';
import { readRun } from '../start/lock.js';
import { embeddedHome } from '../system/home.js';
import { waitUntilQuiet } from '../system/quiet.js';
import type { SystemAddresses } from '../system/system.js';
import { audit, INVARIANTS } from './audit.js';

/**
 * Audits the embedded run of this checkout, or the system that SERAP_ADDRESSES (a JSON object) names; with `--wait`, as
 * soon as nothing is under way.
 */
const given = process.env['SERAP_ADDRESSES'];
const addresses =
  given === undefined
    ? ((await readRun(await embeddedHome()))?.addresses as SystemAddresses | undefined)
    : (JSON.parse(given) as SystemAddresses);
if (!addresses) {
  process.stderr.write('Nothing runs from this folder. Start it with npm start, then verify in another terminal.\n');
  process.exit(2);
}
const log = await createEventLog(
  addresses.log.kind === 'kafka' ? { ...addresses.log, clientId: 'serap-verify' } : addresses.log,
);
try {
  if (process.argv.includes('--wait')) {
    await waitUntilQuiet({ addresses, eventLog: log, clock: given === undefined ? 'simulated' : 'wall' });
  }
  const breaches = await audit(addresses, log);
  for (const { id, rule } of INVARIANTS) {
    const own = breaches.filter(({ invariant }) => invariant === id);
    process.stdout.write(`${own.length === 0 ? 'holds ' : 'BROKEN'} ${id.padEnd(4)} ${rule}\n`);
    for (const { detail } of own) process.stdout.write(`            ${detail}\n`);
  }
  process.exitCode = breaches.length === 0 ? 0 : 1;
} finally {
  await log.close();
}
