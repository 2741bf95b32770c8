import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { MalformedMarket } from '#matching/format/faults.js';
import type { Lot, Market, Term } from '#matching/format/market.js';
import { PromiseBook } from '../src/promise-book.js';
import { promiseInOrder } from '../src/promise.js';
import { readMarket } from '#matching/read/read-market.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { dice, randomMarket, tolled } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });
const SHAPE = { lots: 9, lines: 9, terms: 6, shares: true };

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Lots of sugar that all the rows could use today. */
function fitting(market: Market, rows: readonly Term[]): Lot[] {
  const holds = (lot: Lot, kind: string): boolean =>
    lot.certificates.some((one) =>
      typeof one === 'string' ? one === kind : one.kind === kind && one.until >= market.asOf,
    );
  return market.lots.filter(
    (lot) =>
      lot.product === 'sugar' &&
      rows.every(
        ({ origin, certificates }) =>
          `${lot.origin}.`.startsWith(`${origin}.`) && certificates.every((kind) => holds(lot, kind)),
      ),
  );
}

describe('partner shares', () => {
  it('are kept by bind at the quantity and the rupiah of a linear program, promises standing, and proved', async () => {
    const highs = await oracle();
    let bit = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        const half = { ...market, lines: market.lines.slice(0, dice(seed)(market.lines.length + 1)) };
        const book = new PromiseBook({ ...market, lines: [] });
        for (const line of half.lines) {
          const { promised, term } = book.promise(line);
          if (term === null) continue;
          line.promised = promised;
          line.term = term;
          const row = market.terms.find(({ id }) => id === term);
          if (row === undefined) continue;
          row.quota -= promised;
          if (row.reserved !== undefined) row.reserved = Math.max(0, row.reserved - promised);
        }
        const result = bind(market);
        const best = lpOptimum(highs, market);
        expect(result.totals.quantity).toBe(best.quantity);
        expect(Number(result.totals.goodsCost) + Number(result.totals.freightCost)).toBe(best.cost);
        expect(verify(market, result)).toEqual({ verified: true, faults: [] });
        if (best.quantity < lpOptimum(highs, market, { share: new Map(), open: new Map() }).quantity) bit += 1;
      }),
      markets(800),
    );
    expect(bit).toBeGreaterThan(40);
  });

  it('leave the quantity to fairness untouched, and fairness is proved beside them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const quantities = (['max-min', 'proportional', 'none'] as const).map((fairness) => {
          const policy = { fairness, priceTierPercent: [0, 5, 25][seed % 3] ?? 0 };
          const market = randomMarket(seed, { ...SHAPE, lots: 14, pools: true, policy });
          const result = bind(market);
          expect(verify(market, result)).toEqual({ verified: true, faults: [] });
          return result.totals.quantity;
        });
        expect(new Set(quantities).size).toBe(1);
      }),
      markets(400),
    );
  });

  it('are the same for a promise and for a run: the first line gets what bind would give it alone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        for (const line of market.lines) {
          const { promised } = new PromiseBook({ ...market, lines: [] }).promise(line);
          expect(promised).toBe(bind({ ...market, lines: [line] }).totals.quantity);
        }
      }),
      markets(300),
    );
  });

  it('leave to their partners what is reserved, however many others come first', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        const result = promiseInOrder(market);
        const rows = market.terms.filter(
          ({ products: [product], suspended, to }) => product === 'sugar' && suspended !== true && to > market.asOf,
        );
        const shareOf = ({ reserved = 0, quota }: Term): number => Math.min(reserved, quota);
        const sharing = rows.filter((row) => shareOf(row) > 0);
        // More reserved than there is: then partners compete for it.
        if (total(sharing.map(shareOf)) > total(fitting(market, sharing).map(({ quantity }) => quantity))) return;
        const taken = (row: Term): number =>
          total(result.allocations.filter(({ term }) => term === row.id).map(({ quantity }) => quantity));
        const waiting = sharing.filter((row) => taken(row) < shareOf(row));
        const owed = total(waiting.map((row) => shareOf(row) - taken(row)));
        const left = fitting(market, waiting).map(({ id, quantity }) => {
          const sold = result.allocations.filter(({ lot }) => lot === id).map((one) => one.quantity);
          return quantity - total(sold);
        });
        if (waiting.length > 0) expect(total(left)).toBeGreaterThanOrEqual(owed);
      }),
      markets(400),
    );
  });

  it('let the cheaper row have all of the open part, and no more', () => {
    const market = tolled();
    const result = bind(market);
    expect(verify(market, result)).toEqual({ verified: true, faults: [] });
    expect(result.totals).toMatchObject({ quantity: 10, freightCost: 50 });
  });

  it('are refused where a row lists their product beside others', () => {
    const market = randomMarket(1, { lots: 1, lines: 1, terms: 1 });
    const [term] = market.terms;
    if (term === undefined) throw new Error('sample');
    Object.assign(term, { products: ['sugar'], reserved: 5 });
    expect(readMarket(market).terms[0]?.reserved).toBe(5);
    market.terms.push({ ...term, id: 'other', products: ['sugar', 'chips'] });
    expect(() => readMarket(market)).toThrow(MalformedMarket);
    try {
      readMarket(market);
    } catch (error) {
      expect(error instanceof MalformedMarket && error.faults[0]?.pointer).toBe('/terms/1/products');
    }
  });
});
