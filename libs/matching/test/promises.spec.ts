import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { promiseInOrder, promisedMarket } from '../src/promise.js';
import { PromiseBook } from '../src/promise-book.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { dice, randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });
const SHAPE = { lots: 12, lines: 9, terms: 5, pools: true };

describe('promises', () => {
  it('each get all that the promises before it leave, as a linear program sees it', async () => {
    const highs = await oracle();
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 8, lines: 5, terms: 4 });
        const book = new PromiseBook({ ...market, lines: [] });
        const made = new Map<string, { units: number; term: string | null }>();
        for (const line of market.lines) {
          const { promised, term, unfilled } = book.promise(line);
          expect(promised + unfilled.reduce((sum, reason) => sum + reason.quantity, 0)).toBe(line.quantity);
          const before = [...made.values()].reduce((sum, { units }) => sum + units, 0);
          made.set(line.id, { units: 0, term: null });
          const known = { ...market, lines: market.lines.filter(({ id }) => made.has(id)) };
          const alone = promisedMarket(known, made);
          // Only this line may grow: the others ask for no more than they were promised.
          alone.lines = alone.lines.map((one) => (one.id === line.id ? one : { ...one, quantity: one.promised }));
          expect(before + promised).toBe(lpOptimum(highs, alone).quantity);
          made.set(line.id, { units: promised, term });
        }
      }),
      markets(300),
    );
  });

  it('bind to exactly what was promised, proved, and are not lowered by later lines', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        const result = promiseInOrder(market);
        const got = new Map<string, { units: number; term: string | null }>();
        for (const { line, quantity, term } of result.allocations) {
          got.set(line, { units: (got.get(line)?.units ?? 0) + quantity, term });
        }
        expect(verify(promisedMarket(market, got), result)).toEqual({ verified: true, faults: [] });
        const half = promiseInOrder({ ...market, lines: market.lines.slice(0, Math.ceil(market.lines.length / 2)) });
        for (const { line } of half.allocations) {
          const first = half.allocations.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantity, 0);
          expect(got.get(line)?.units).toBe(first);
        }
      }),
      markets(300),
    );
  });

  it('leave a line to which nothing is promised with all rows that it may have', () => {
    // A suspended row reaches a place that another row, with nothing left, reaches from elsewhere.
    const { unsold } = promiseInOrder(randomMarket(1_115_674_078, SHAPE));
    expect(unsold[0]?.reasons[0]).toMatchObject({ code: 'AGREEMENT_SUSPENDED', binding: ['T4'] });
  });

  it('total the batch optimum when quotas are slack', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        for (const term of market.terms) term.quota = 1_000_000;
        expect(promiseInOrder(market).totals.quantity).toBe(bind(market).totals.quantity);
      }),
      markets(300),
    );
  });

  it('stay servable through cancellations, new lots and stock taken away, whatever the order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, SHAPE);
        const roll = dice(seed);
        const later = market.lots.splice(0, roll(4));
        const book = new PromiseBook({ ...market, lines: [] });
        const promised = new Map<string, { units: number; term: string | null }>();
        for (const line of market.lines) {
          const first = book.promise(line);
          promised.set(line.id, { units: first.promised, term: first.term });
          const lot = later.pop();
          if (lot !== undefined && roll(2) === 0) {
            market.lots.push(lot);
            book.addLot(lot);
            for (const open of market.lines) {
              const before = promised.get(open.id);
              if (before === undefined) continue;
              const now = book.topUp(open);
              expect(now.promised).toBeGreaterThanOrEqual(before.units);
              promised.set(open.id, { units: now.promised, term: now.term });
            }
          }
          if (roll(4) === 0) {
            book.cancel(line.id);
            promised.delete(line.id);
          }
          expect(book.servable()).toBe(true);
        }
        // A fresh book over the same promises agrees with the one that grew.
        const durable = promisedMarket(
          { ...market, lines: market.lines.filter(({ id }) => promised.has(id)) },
          promised,
        );
        const rebuilt = new PromiseBook(durable);
        for (const line of durable.lines) expect(rebuilt.topUp(line).promised).toBe(book.topUp(line).promised);
      }),
      markets(300),
    );
  });

  it('say which lines were first served by other lots, and then by those that a later line left', () => {
    const term = {
      ...{ id: 'T', agreement: 'A', origin: '33', destination: '82', products: ['sugar'], freight: 0, transitDays: 0 },
      ...{ from: '2026-01-01', to: '2027-01-01', quota: 100, certificates: [] },
    };
    const lot = (id: string, price: number, bestBefore: string) => ({
      ...{ id, producer: id, origin: '33.02', product: 'sugar', quantity: 10, price, bestBefore },
      ...{ availableFrom: '2026-11-24', certificates: [] },
    });
    const line = (id: string, maxLandedPrice: number | null) => ({
      ...{ id, order: id, destination: '82.71', product: 'sugar', quantity: 10, maxLandedPrice, certificates: [] },
      ...{ needBy: '2026-12-20', minLifeDays: 0, promised: 0 },
    });
    const result = promiseInOrder({
      asOf: '2026-11-24',
      priceScale: 1,
      policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'none' },
      terms: [term],
      // The first line takes what expires first; the second can pay for nothing else.
      lots: [lot('cheap', 5, '2027-06-01'), lot('dear', 9, '2028-06-01')],
      lines: [line('any', null), line('poor', 5)],
    });
    expect(result.allocations.map(({ lot, line, why }) => [lot, line, why.rearranged])).toEqual([
      ['cheap', 'poor', false],
      ['dear', 'any', true],
    ]);
  });
});
