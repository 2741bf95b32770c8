import { startOfLocalDay } from '#kernel/local-date.js';
import { Client } from './client.js';
import { waitUntilQuiet } from './quiet.js';
import type { System } from './system.js';

const NINE_HOURS_MS = 9 * 3_600_000;

/** Sets the business clock to 09:00 WIB of `day`, and waits until every service has heard of it. */
export async function startOfDay(system: System, day: string): Promise<void> {
  const to = new Date(startOfLocalDay(day, '33.02').getTime() + NINE_HOURS_MS).toISOString();
  await new Client(system, 'platform', '33.02').post('/api/operations/clock', { to }, `start-of-day-${day}`);
  await waitUntilQuiet(system);
}
