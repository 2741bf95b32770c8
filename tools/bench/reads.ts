import { performance } from 'node:perf_hooks';
import { Client } from '../system/client.js';
import type { System } from '../system/system.js';

const CALLS = 50;

const PATHS = [
  '/api/registry/producers',
  '/api/registry/producers?search=siti',
  '/api/registry/producers?search=zzq',
  '/api/registry/producers?search=cilongok',
  '/api/registry/producers?status=suspended',
  '/api/registry/merge-proposals',
  '/api/registry/lots?order=newest',
  '/api/registry/certificates',
];

/** Milliseconds that lists and searches of an officer take with 33,000 producers, one call after the other. */
export async function timeReads(system: System, print: (row: object) => void): Promise<void> {
  const officer = new Client(system, 'registry-officer', '33.02');
  for (const path of PATHS) {
    const times: number[] = [];
    for (let call = 0; call < CALLS; call += 1) {
      const from = performance.now();
      await officer.get(path);
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((share) => Math.round(times[Math.floor(CALLS * share)] ?? 0));
    print({ bench: 'read', path, calls: CALLS, medianMs: median, p95Ms: p95 });
  }
}
