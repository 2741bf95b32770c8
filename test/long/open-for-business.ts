import { startOfLocalDay } from '#kernel/local-date.js';
import { sampleInput } from '../../tools/sample/index.js';
import { loadSample } from '../../tools/sample/load-sample.js';
import { Client } from '../../tools/system/client.js';
import type { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { Fleet } from './fleet.js';

export const SAMPLE = sampleInput('in-force', { size: 'small', goods: 'sugar' });

/** The sample's day begins, and its producers, stock and agreements are there. @param sample what the release can take */
export async function openForBusiness(
  fleet: Fleet,
  quiet: typeof waitUntilQuiet,
  sample: typeof SAMPLE = SAMPLE,
): Promise<void> {
  const to = new Date(startOfLocalDay(SAMPLE.day, '33.02').getTime() + 9 * 3_600_000).toISOString();
  await new Client(fleet, 'platform', '33.02').post('/api/operations/clock', { to });
  await quiet(fleet);
  const token = (...who: Parameters<Fleet['token']>): Promise<string> => fleet.token(...who);
  await loadSample({ registryUrl: fleet.url, agreementsUrl: fleet.url, token }, sample);
  await quiet(fleet);
}
