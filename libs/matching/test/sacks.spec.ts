import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import type { Line, Lot, Market } from '#matching/format/market.js';
import { promisedMarket } from '../src/promise.js';
import { PromiseBook } from '../src/promise-book.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { day, dice, randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });
const SHAPE = { lots: 10, lines: 9, terms: 4, most: 30, pools: true };

/** A random market whose sugar, and often its chips, are sold in sacks. */
function sacked(seed: number, shares = false): Market {
  const market = randomMarket(seed, { ...SHAPE, shares });
  const roll = dice(seed + 1);
  market.parcels = { sugar: 2 + roll(5), ...(roll(2) === 0 ? { chips: 2 + roll(5) } : {}) };
  for (const line of market.lines) if (roll(5) === 0) line.minimum = Math.min(line.quantity, roll(15));
  return market;
}

type Promised = Map<string, { units: number; term: string | null }>;

function promiseAll(market: Market): Promised {
  const book = new PromiseBook({ ...market, lines: [] });
  const made: Promised = new Map();
  for (const line of market.lines) {
    const expected = book.promisable(line);
    const { promised, term, unfilled } = book.promise(line);
    expect(promised % (market.parcels?.[line.product] ?? 1)).toBe(0);
    expect(promised === 0 || promised === expected).toBe(true);
    expect(promised + unfilled.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(line.quantity);
    for (const { quantity } of unfilled) expect(quantity).toBeGreaterThan(0);
    made.set(line.id, { units: promised, term });
  }
  return made;
}

describe('promises in sacks', () => {
  it.each([false, true])('are whole, and bind keeps all of them, in whole sacks (shares: %s)', (shares) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = sacked(seed, shares);
        const made = promiseAll(market);
        const known = promisedMarket(market, made);
        const result = bind(known);
        expect(verify(known, result)).toEqual({ verified: true, faults: [] });
        const got = new Map<string, number>();
        for (const { lot, line, quantity } of result.allocations) {
          const product = market.lots.find(({ id }) => id === lot)?.product ?? '';
          expect(quantity % (market.parcels?.[product] ?? 1)).toBe(0);
          got.set(line, (got.get(line) ?? 0) + quantity);
        }
        for (const [line, { units }] of made) expect(got.get(line) ?? 0).toBeGreaterThanOrEqual(units);
        // The promises as they stand make the same book again.
        expect(new PromiseBook(known).servable()).toBe(true);
      }),
      markets(700),
    );
  });

  it('from before sacks were known stay whatever their quantity, and what is new beside them is whole', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { parcels, ...plain } = sacked(seed);
        const half = Math.ceil(plain.lines.length / 2);
        const before = promiseAll({ ...plain, lines: plain.lines.slice(0, half) });
        const market = { ...promisedMarket(plain, before), parcels: parcels ?? {} };
        const book = new PromiseBook({ ...market, lines: market.lines.slice(0, half) });
        const made: Promised = new Map();
        for (const [index, line] of market.lines.entries()) {
          const { promised, term } = index < half ? book.topUp(line) : book.promise(line);
          const fresh = promised - line.promised;
          expect(fresh >= 0 && fresh % (parcels?.[line.product] ?? 1) === 0).toBe(true);
          made.set(line.id, { units: promised, term });
        }
        const known = promisedMarket(market, made);
        expect(verify(known, bind(known))).toEqual({ verified: true, faults: [] });
      }),
      markets(700),
    );
  });

  it('stay servable through cancellations, new lots and stock taken away', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = sacked(seed);
        const roll = dice(seed);
        const later = market.lots.splice(0, roll(4));
        const book = new PromiseBook({ ...market, lines: [] });
        const made: Promised = new Map();
        const lots = market.lots.map((lot) => ({ ...lot }));
        for (const line of market.lines) {
          const answer = book.promise(line);
          made.set(line.id, { units: answer.promised, term: answer.term });
          const lot = later.pop();
          if (lot !== undefined) {
            book.addLot(lot);
            lots.push({ ...lot });
          }
          if (roll(3) === 0) {
            const units = roll(answer.promised + 1);
            book.cancel(line.id, units);
            line.quantity -= units;
            made.set(line.id, { units: answer.promised - units, term: answer.term });
          }
          const one = lots[roll(lots.length)];
          const units = roll((one?.quantity ?? 0) + 1);
          if (one !== undefined && roll(3) === 0) {
            one.quantity -= units;
            delete one.contributions;
            book.takeFromLot(one.id, units);
            for (const { line: id, quantity } of book.lacking()) {
              book.cancel(id, quantity);
              const short = market.lines.find((other) => other.id === id);
              if (short !== undefined) short.quantity -= quantity;
              made.set(id, { units: (made.get(id)?.units ?? 0) - quantity, term: made.get(id)?.term ?? null });
            }
          }
          expect(book.servable()).toBe(true);
        }
        const known = promisedMarket({ ...market, lots }, made);
        expect(verify(known, bind(known))).toEqual({ verified: true, faults: [] });
      }),
      markets(200),
    );
  });
});

describe('a line that is no whole number of sacks', () => {
  const lot = (id: string, quantity: number): Lot => ({
    ...{ id, producer: id, origin: '33.02', product: 'sugar', quantity, price: 1 },
    ...{ availableFrom: day(0), bestBefore: day(300), certificates: [] },
  });
  const line = (quantity: number, more: Partial<Line> = {}): Line => ({
    ...{ id: 'D', order: 'O', destination: '82.71', product: 'sugar', quantity, maxLandedPrice: null },
    ...{ certificates: [], needBy: day(20), minLifeDays: 0, promised: 0, ...more },
  });
  const market = (lots: Lot[], quota = 1_000): Market => ({
    ...{ asOf: day(0), priceScale: 1, policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'max-min' } },
    terms: [
      {
        ...{ id: 'T', agreement: 'A', origin: '33', destination: '82', products: ['sugar'], freight: 0 },
        ...{ from: day(-9), to: day(99), quota, transitDays: 0, certificates: [] },
      },
    ],
    ...{ parcels: { sugar: 25 }, lots, lines: [] },
  });
  const told = (answer: {
    unfilled: { code: string; quantity: number; relaxBy?: number; gain: number }[];
  }): unknown[] => answer.unfilled.map(({ code, quantity, relaxBy, gain }) => [code, quantity, relaxBy, gain]);

  it('is told how much fills no sack, what a sack lacks and what an opened one would bring', () => {
    const book = new PromiseBook(market([lot('L', 500)]));
    expect(told(book.promise(line(12)))).toEqual([['UNIT_INDIVISIBLE', 12, 13, 12]]);
    const second = book.promise(line(60, { id: 'E' }));
    expect([second.promised, told(second)]).toEqual([50, [['UNIT_INDIVISIBLE', 10, 15, 10]]]);
  });

  it('gains what lies beside the sacks where no sack is left to open', () => {
    const answer = new PromiseBook(market([lot('L', 104), lot('M', 3)])).promise(line(240));
    expect([answer.promised, told(answer)]).toEqual([
      100,
      [
        ['UNIT_INDIVISIBLE', 15, 10, 7],
        ['NO_SURPLUS', 125, 125, 125],
      ],
    ]);
  });

  it('spends a quota in whole sacks', () => {
    const answer = new PromiseBook(market([lot('L', 500)], 60)).promise(line(100));
    expect([answer.promised, told(answer)]).toEqual([50, [['QUOTA_EXHAUSTED', 50, 50, 50]]]);
  });

  it('loses its sack, not a part of it, when some of the goods are taken away', () => {
    const book = new PromiseBook(market([lot('L', 60)]));
    expect(book.promise(line(50)).promised).toBe(50);
    expect(book.takeFromLot('L', 10)).toBe(true);
    expect(book.takeFromLot('L', 1)).toBe(false);
  });
});
