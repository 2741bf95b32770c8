import { loadSample, sampleInput } from '../sample/index.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { SERVICES } from '#contracts/topics.js';
import { startOfDay } from '../system/start-of-day.js';
import type { System } from '../system/system.js';
import { withTemporarySystem } from '../system/temporary-system.js';
import { memoryOf } from './memory.js';
import { timeReads } from './reads.js';
import { inSeconds } from './seconds.js';

const seconds = (from: number): number => inSeconds(Date.now() - from);

/** Resident memory in MiB, now and at its peak, of each service. */
async function memory(system: System): Promise<Record<string, { now: number; peak: number }>> {
  const entries = SERVICES.map(async (name) => [name, await memoryOf(system.services[name])] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Experiment 3: four services booted, 33,000 producers with their stock loaded over HTTP, pooled lots of thousands of
 * contributors carried to routing, then read by an officer. Prints JSON lines: how long, how much memory.
 */
export async function benchLoad(print: (row: object) => void): Promise<void> {
  const started = Date.now();
  await withTemporarySystem({ log: 'postgres', durable: true }, async (system) => {
    print({ bench: 'boot', services: SERVICES.length, seconds: seconds(started), memoryMiB: await memory(system) });
    const sample = sampleInput('in-force', { size: 'full', goods: 'sugar' });
    await startOfDay(system, sample.day);
    const loading = Date.now();
    const target = { registryUrl: system.url, agreementsUrl: system.url, token: system.token.bind(system) };
    await loadSample(target, sample);
    print({ bench: 'load', producers: 33_000, seconds: seconds(loading), memoryMiB: await memory(system) });
    await waitUntilQuiet(system);
    print({ bench: 'carried to routing', seconds: seconds(loading), memoryMiB: await memory(system) });
    await timeReads(system, print);
  });
}
