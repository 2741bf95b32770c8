import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { historyOf } from './history.js';
import { shrink, walk, type Failure } from './walk.js';

/** `npm run test:full` has ten times as many. */
const OFFICES = Number(process.env['SERAP_OFFICES'] ?? 100);
/** Histories of one test, so that none runs long. */
const TOGETHER = 20;

function told(seed: number, { deeds, found }: Failure): string {
  const names = deeds.map(({ name }) => name).join(' ');
  return [`seed ${String(seed)}, after ${String(deeds.length)} deeds (${names}):`, ...found].join('\n  ');
}

describe('a random office', () => {
  it.each(Array.from({ length: Math.ceil(OFFICES / TOGETHER) }, (_, block) => block * TOGETHER))(
    'is kept by the product as by a second, slow model of the rules (seeds from %i)',
    (from) => {
      for (let seed = from; seed < Math.min(from + TOGETHER, OFFICES); seed += 1) {
        const failure = walk(historyOf(seed));
        if (failure) throw new Error(told(seed, shrink(failure)));
      }
    },
  );

  it('does everything that its rules are about, and is refused too', () => {
    const tally = new Map<string, number>();
    for (let seed = 0; seed < TOGETHER; seed += 1) walk(historyOf(seed), tally);
    const kinds = ['order-cancelled', 'allocation-refused', 'shipment-received', 'receipt-corrected', 'lot-adjusted'];
    const refused = ['payment-recorded ILLEGAL_TRANSITION', 'shipment-dispatched NOT_FOUND'];
    expect([...kinds, ...refused].filter((kind) => !tally.has(kind))).toEqual([]);
  });

  it('has a model that takes nothing from the services', () => {
    const folder = new URL('model/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const imports = readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g);
      expect([...imports].map(([, from]) => from).filter((from) => !/^\.\/[a-z]+\.js$/.test(from ?? ''))).toEqual([]);
    }
  });
});
