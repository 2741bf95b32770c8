import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSample, progressBar, sampleInput, sampleOrders } from '../sample/index.js';
import { Client } from '../system/client.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { startOfDay } from '../system/start-of-day.js';
import type { System } from '../system/system.js';

/**
 * Loads the Banyumas sample (in-force, all goods) through the public interface, once. Every call has a fixed idempotency
 * key, so a load that was cut short is simply done again.
 */
export async function loadWhenEmpty(system: System, home: string, say: (line: string) => void): Promise<void> {
  const done = join(home, 'sample-loaded');
  if (existsSync(done)) return;
  const sample = sampleInput('in-force', { size: 'full', goods: 'all' });
  say('Loading the Banyumas sample (33,000 producers, synthetic names) …');
  await startOfDay(system, sample.day);
  await loadSample(
    {
      registryUrl: system.url,
      agreementsUrl: system.url,
      token: (role, region) => system.token(role, region),
      progress: progressBar(process.stdout),
    },
    sample,
  );
  await waitUntilQuiet(system);
  for (const { partner, ...order } of sampleOrders('in-force', 'all')) {
    await new Client(system, 'partner-intake', partner).post('/api/orders', order, `sample-${partner}`);
  }
  await new Client(system, 'operations', '33.02').post('/api/orders/runs', { origin: '33.02' }, 'sample-run');
  await waitUntilQuiet(system);
  await writeFile(done, new Date().toISOString());
}
