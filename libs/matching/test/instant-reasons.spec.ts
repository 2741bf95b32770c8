import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Market } from '#matching/format/market.js';
import { promisedMarket } from '../src/promise.js';
import { PromiseBook } from '../src/promise-book.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { randomMarket } from './random-market.js';
import { inTime, relax } from './relax.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });

/** The market right after `line` was answered: only this line may grow, the others keep their promises. */
function after(
  market: Market,
  made: ReadonlyMap<string, { units: number; term: string | null }>,
  line: string,
): Market {
  const known = { ...market, lines: market.lines.filter(({ id }) => made.has(id)) };
  const now = promisedMarket(known, made);
  now.lines = now.lines.map((one) => (one.id === line ? one : { ...one, quantity: one.promised }));
  return now;
}

describe('the gains of an instant answer', () => {
  it('are never more than relaxing sells to the line, and with new stock exactly that, as a linear program sees it', async () => {
    const highs = await oracle();
    const met = new Map<string, number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 6, lines: 5, terms: 4, shares: seed % 2 === 0 });
        if (seed % 5 === 0) market.lots = market.lots.filter(({ product }) => product === 'chips');
        const book = new PromiseBook({ ...market, lines: [] });
        const made = new Map<string, { units: number; term: string | null }>();
        for (const line of market.lines) {
          const { promised, term, unfilled } = book.promise(line);
          made.set(line.id, { units: promised, term });
          const now = after(market, made, line.id);
          const sold = lpOptimum(highs, now).quantity;
          for (const reason of unfilled) {
            const other = relax(now, reason, { line: line.id });
            if (other === null) continue;
            const key = `${reason.kind} ${reason.code}`;
            met.set(key, (met.get(key) ?? 0) + 1);
            const facts = other.facts ?? inTime(other.market);
            const truth = Math.max(0, lpOptimum(highs, other.market, other.kept, facts).quantity - sold);
            // What re-arranging earlier promises would free is not counted, but for new stock there is none to re-arrange.
            const told = { line, reason, truth };
            const gain = reason.code === 'NO_SURPLUS' ? truth : Math.min(reason.gain, truth);
            expect(told).toEqual({ ...told, reason: { ...reason, gain } });
          }
        }
      }),
      markets(300),
    );
    for (const code of ['gate NO_SURPLUS', 'cut NO_SURPLUS']) expect(met.get(code) ?? 0).toBeGreaterThan(10);
  });
});
