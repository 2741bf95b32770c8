import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { mergeOutcomes, splitMarket } from '#matching/solve/components.js';
import { tryToBind } from '../src/bind.js';
import type { Lot, Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import { markets } from './markets.js';
import { day, dice, randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });
const RUNS = markets(250);

function soldBy(market: Market, result: MatchingResult): Map<string, number> {
  const lots = new Map(market.lots.map((lot) => [lot.id, lot]));
  const sold = new Map<string, number>();
  for (const { lot, quantity, shares } of result.allocations) {
    const record = lots.get(lot);
    for (const part of shares ?? [{ producer: record?.producer ?? '', quantity }]) {
      const key = `${record?.product ?? ''}/${part.producer}`;
      sold.set(key, (sold.get(key) ?? 0) + part.quantity);
    }
  }
  return new Map([...sold].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shuffled<T>(records: readonly T[], roll: (below: number) => number): T[] {
  const rest = records.slice();
  return records.map(() => rest.splice(roll(rest.length), 1)[0] as T);
}

/** The same value, every list and the names of every object in another order. */
function anyOrder<Value>(value: Value, roll: (below: number) => number): Value {
  if (Array.isArray(value)) return shuffled(value as unknown[], roll).map((one) => anyOrder(one, roll)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), roll).map(([name, one]) => [name, anyOrder(one, roll)]),
  ) as Value;
}

describe('properties of bind', () => {
  it('more stock, quota, certificates or life never sells less', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 10, lines: 7, terms: 4 });
        const before = bind(market).totals.quantity;
        const roll = dice(seed);
        const at = <T>(records: readonly T[]): T => records[roll(records.length)] as T;
        const changes: ((copy: Market) => void)[] = [
          (copy) => copy.lots.push({ ...at(copy.lots), id: 'new' }),
          (copy) => {
            at(copy.terms).quota += 5;
          },
          (copy) => {
            at(copy.lots).certificates.push('HALAL', 'P-IRT');
          },
          (copy) => {
            at(copy.lots).bestBefore = day(500);
          },
          (copy) => {
            at(copy.lines).maxLandedPrice = null;
          },
        ];
        for (const change of changes) {
          const copy = structuredClone(market);
          change(copy);
          expect(bind(copy).totals.quantity).toBeGreaterThanOrEqual(before);
        }
      }),
      RUNS,
    );
  });

  it.each(['max-min', 'proportional', 'none'] as const)(
    'the order of arrays and keys changes no byte: %s',
    (fairness) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const market = randomMarket(seed, { lots: 10, lines: 7, terms: 4, pools: true, policy: { fairness } });
          const other = anyOrder(market, dice(seed));
          expect(JSON.stringify(bind(other))).toBe(JSON.stringify(bind(market)));
        }),
        RUNS,
      );
    },
  );

  it('names change nothing but ties', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 10, lines: 7, terms: 4 });
        const rename = (id: string): string => `x${String(1000 - Number(id.slice(1)))}`;
        const other = {
          ...market,
          lots: market.lots.map((lot) => ({ ...lot, id: rename(lot.id), producer: rename(lot.producer) })),
          lines: market.lines.map((line) => ({ ...line, id: rename(line.id) })),
        };
        const [a, b] = [bind(market), bind(other)];
        expect([b.totals.quantity, Number(b.totals.goodsCost) + Number(b.totals.freightCost)]).toEqual([
          a.totals.quantity,
          Number(a.totals.goodsCost) + Number(a.totals.freightCost),
        ]);
        const levels = (market: Market, result: MatchingResult): number[] =>
          [...soldBy(market, result).values()].sort((x, y) => x - y);
        expect(levels(other, b)).toEqual(levels(market, a));
      }),
      RUNS,
    );
  });

  it('splitting a lot into equal ones leaves what each producer sells', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 9, lines: 7, terms: 4, policy: { priceTierPercent: 5 } });
        const split = { ...market, lots: market.lots.flatMap((lot) => halves(lot)) };
        expect(soldBy(split, bind(split))).toEqual(soldBy(market, bind(market)));
      }),
      RUNS,
    );
  });

  it('parts bound apart give the bytes of the whole', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const markets = [1, 2, 3].map((n) =>
          renamed(randomMarket(seed + n, { lots: 6, lines: 5, terms: 3 }), `p${String(n)}`),
        );
        const [first] = markets;
        if (first === undefined) return;
        const whole = {
          ...first,
          terms: markets.flatMap((m) => m.terms),
          lots: markets.flatMap((m) => m.lots),
          lines: markets.flatMap((m) => m.lines),
        };
        const parts = splitMarket(whole);
        expect(parts.length).toBeGreaterThanOrEqual(1);
        const apart = mergeOutcomes(
          whole,
          parts
            .slice()
            .reverse()
            .map((part) => tryToBind(part))
            .reverse(),
        );
        expect(JSON.stringify(apart)).toBe(JSON.stringify(bind(whole)));
        expect(apart.totals.quantity).toBe(markets.reduce((sum, market) => sum + bind(market).totals.quantity, 0));
      }),
      RUNS,
    );
  });

  it('costs stay exact beyond 2^53', () => {
    const market = randomMarket(5, { lots: 1, lines: 1, terms: 1 });
    const [lot, line, term] = [market.lots[0], market.lines[0], market.terms[0]];
    if (lot === undefined || line === undefined || term === undefined) throw new Error('sample');
    Object.assign(term, {
      from: '2026-01-01',
      to: '2027-12-31',
      origin: '33',
      destination: '82',
      quota: 4_000_000_000_000_001,
      freight: 0,
      certificates: [],
      products: ['sugar'],
      transitDays: 0,
    });
    delete term.suspended;
    Object.assign(lot, {
      product: 'sugar',
      quantity: 4_000_000_000_000_001,
      origin: '33.02',
      price: 9_999_999_999_999,
      availableFrom: day(0),
      bestBefore: day(900),
    });
    Object.assign(line, {
      product: 'sugar',
      destination: '82',
      quantity: 4_000_000_000_000_001,
      certificates: [],
      needBy: day(9),
      maxLandedPrice: null,
      minLifeDays: 0,
    });
    expect(bind(market).totals).toMatchObject({
      quantity: 4_000_000_000_000_001,
      goodsCost: String(4_000_000_000_000_001n * 9_999_999_999_999n),
    });
  });
});

function halves(lot: Lot): Lot[] {
  const half = Math.floor(lot.quantity / 2);
  return [
    { ...lot, id: `${lot.id}a`, quantity: half },
    { ...lot, id: `${lot.id}b`, quantity: lot.quantity - half },
  ];
}

/** A market whose products and ids are its own, so that several can stand side by side. */
function renamed(market: Market, name: string): Market {
  const own = (id: string): string => `${name}-${id}`;
  return {
    ...market,
    terms: market.terms.map((term) => ({ ...term, id: own(term.id), products: term.products.map(own) })),
    lots: market.lots.map((lot) => ({
      ...lot,
      id: own(lot.id),
      product: own(lot.product),
      producer: own(lot.producer),
    })),
    lines: market.lines.map((line) => ({ ...line, id: own(line.id), product: own(line.product) })),
  };
}
