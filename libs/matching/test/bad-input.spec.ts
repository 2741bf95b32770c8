import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import { MalformedMarket, RunLimitReached } from '#matching/format/faults.js';
import { generateMarket } from '../src/generate.js';
import { readMarket } from '#matching/read/read-market.js';
import { sensitivity } from '../src/sensitivity.js';
import { verify } from '../src/verify/verify.js';
import { banyumas, IN_FORCE } from './banyumas.js';

function pointers(json: unknown): string[] {
  try {
    readMarket(json);
    return [];
  } catch (error) {
    if (!(error instanceof MalformedMarket)) throw error;
    return error.faults.map(({ pointer }) => pointer);
  }
}

function spoiled(change: (market: ReturnType<typeof banyumas>) => void): unknown {
  const market = banyumas(IN_FORCE);
  change(market);
  return JSON.parse(JSON.stringify(market)) as unknown;
}

describe('a malformed market', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], ''],
    ['null', null, ''],
    ['a text', 'market', ''],
    [
      'a negative quantity',
      spoiled((m) => {
        Object.assign(m.lots[0] ?? {}, { quantity: -1 });
      }),
      '/lots/0/quantity',
    ],
    [
      'a fraction',
      spoiled((m) => {
        Object.assign(m.lines[1] ?? {}, { quantity: 0.5 });
      }),
      '/lines/1/quantity',
    ],
    [
      'an unsafe number',
      spoiled((m) => {
        Object.assign(m.terms[2] ?? {}, { quota: 2 ** 53 });
      }),
      '/terms/2/quota',
    ],
    [
      'a text for a number',
      spoiled((m) => {
        Object.assign(m.lots[0] ?? {}, { price: '16500' });
      }),
      '/lots/0/price',
    ],
    [
      'a price band upside down',
      spoiled((m) => {
        Object.assign(m.terms[0] ?? {}, { priceBand: { minimum: 17_000, maximum: 16_999 } });
      }),
      '/terms/0/priceBand/minimum',
    ],
    [
      'half a price band',
      spoiled((m) => {
        Object.assign(m.terms[0] ?? {}, { priceBand: { minimum: 17_000 } });
      }),
      '/terms/0/priceBand/maximum',
    ],
    [
      'no calendar date',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { needBy: '2026-02-29' });
      }),
      '/lines/0/needBy',
    ],
    [
      'a duplicate id',
      spoiled((m) => {
        Object.assign(m.lots[1] ?? {}, { id: 'lot-A' });
      }),
      '/lots/1/id',
    ],
    [
      'an unknown terms row',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { term: 'none' });
      }),
      '/lines/0/term',
    ],
    [
      'a pin to a row that does not list the product',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { term: m.terms[0]?.id });
        Object.assign(m.terms[0] ?? {}, { products: ['other'] });
      }),
      '/lines/0/term',
    ],
    [
      'a pin to a row of another place',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { term: m.terms[0]?.id, destination: '99.99' });
      }),
      '/lines/0/term',
    ],
    [
      'a misspelt field of the policy',
      spoiled((m) => {
        Object.assign(m.policy, { fairnes: 'none' });
      }),
      '/policy/fairnes',
    ],
    [
      'a misspelt field of the market',
      spoiled((m) => {
        Object.assign(m, { parcel: {} });
      }),
      '/parcel',
    ],
    [
      'a misspelt field of a line',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { minLife: 5 });
      }),
      '/lines/0/minLife',
    ],
    [
      'a misspelt field of a lot',
      spoiled((m) => {
        Object.assign(m.lots[0] ?? {}, { contribution: [] });
      }),
      '/lots/0/contribution',
    ],
    [
      'a row that ends before it begins',
      spoiled((m) => {
        Object.assign(m.terms[0] ?? {}, { from: '2027-01-01', to: '2026-12-31' });
      }),
      '/terms/0/to',
    ],
    [
      'a row for nothing',
      spoiled((m) => {
        Object.assign(m.terms[0] ?? {}, { products: [] });
      }),
      '/terms/0/products',
    ],
    [
      'a place that is no code',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { destination: 'Ternate' });
      }),
      '/lines/0/destination',
    ],
    [
      'a code that is cut off',
      spoiled((m) => {
        Object.assign(m.terms[0] ?? {}, { destination: '82.' });
      }),
      '/terms/0/destination',
    ],
    [
      'a balance that no sum can hold',
      spoiled((m) => {
        Object.assign(m, { balances: { P1: -Number.MAX_SAFE_INTEGER } });
      }),
      '/balances/P1',
    ],
    [
      'contributions that do not sum',
      spoiled((m) => {
        m.lots[0]?.contributions?.pop();
      }),
      '/lots/0/contributions',
    ],
    [
      'sums that overflow',
      spoiled((m) => {
        for (const line of m.lines) line.quantity = 2 ** 53 - 1;
      }),
      '/lines',
    ],
    [
      'an unknown policy',
      spoiled((m) => {
        Object.assign(m.policy, { fairness: 'best' });
      }),
      '/policy/fairness',
    ],
    [
      'a promise above the quantity',
      spoiled((m) => {
        Object.assign(m.lines[0] ?? {}, { promised: 9_000_000 });
      }),
      '/lines/0/promised',
    ],
  ])('is refused with a pointer: %s', (_, json, pointer) => {
    expect(pointers(json)).toContain(pointer);
  });

  it('names the first hundred faults and counts all', () => {
    try {
      readMarket({ ...banyumas(IN_FORCE), lots: Array.from({ length: 500 }, () => 1) });
    } catch (error) {
      expect(error).toMatchObject({ total: 500 });
      expect((error as MalformedMarket).faults).toHaveLength(100);
    }
    expect.assertions(2);
  });

  it('cannot reach a prototype', () => {
    const json = JSON.parse(
      '{"__proto__":{"asOf":"2026-11-24"},"terms":[],"lots":[],"lines":[],"balances":{"__proto__":5}}',
    ) as unknown;
    expect(pointers(json)).toEqual(['/__proto__', '/asOf']);
    expect(({} as Record<string, unknown>).asOf).toBeUndefined();
  });
});

it('says which field was probably meant', () => {
  const market = banyumas(IN_FORCE);
  Object.assign(market.policy, { fairnes: 'none' });
  try {
    readMarket(market);
  } catch (error) {
    expect((error as MalformedMarket).faults[0]?.message).toBe(
      'is no field of the format; fairness was probably meant',
    );
  }
  expect.assertions(1);
});

describe('an odd market is answered', () => {
  const sample = readMarket(JSON.parse(JSON.stringify(banyumas(IN_FORCE))));
  const proved = (market: typeof sample): number => {
    const result = bind(market);
    expect(verify(market, result)).toEqual({ verified: true, faults: [] });
    return result.totals.quantity;
  };

  it('when it is empty, or half of it is', () => {
    expect(proved({ ...sample, terms: [], lots: [], lines: [] })).toBe(0);
    expect(proved({ ...sample, lots: [] })).toBe(0);
    expect(proved({ ...sample, lines: [] })).toBe(0);
    expect(proved({ ...sample, terms: [] })).toBe(0);
  });

  it('when every quota or quantity is 0', () => {
    expect(proved({ ...sample, terms: sample.terms.map((term) => ({ ...term, quota: 0 })) })).toBe(0);
    expect(proved({ ...sample, lots: sample.lots.map((lot) => ({ ...lot, quantity: 0, contributions: [] })) })).toBe(0);
  });

  /** Two lots of one producer each, and a line that wants one of them whole. */
  const two = (prices: readonly [number, number], more: Partial<typeof sample> = {}): typeof sample => {
    const [lot, line, term] = [
      sample.lots[1],
      sample.lines[1],
      sample.terms.find(({ destination }) => sample.lines[1]?.destination.startsWith(destination)),
    ];
    if (lot === undefined || line === undefined || term === undefined) throw new Error('sample');
    const { contributions: _, ...alone } = lot;
    const lots = prices.map((price, n) => ({
      ...alone,
      id: `L${String(n)}`,
      producer: `P${String(n)}`,
      quantity: 10,
      price,
    }));
    return { ...sample, ...more, lots, lines: [{ ...line, quantity: 10, maxLandedPrice: null }] };
  };
  const soldOf = (market: typeof sample): Record<string, number> =>
    Object.fromEntries(bind(market).allocations.map(({ lot, quantity }) => [lot, quantity]));

  it.each([1, 5, 2_500])(
    'at the dearest price there may be, beside one of a single rupiah, in tiers of %i %%',
    (percent) => {
      const policy = { ...sample.policy, priceObjective: 'landed' as const, priceTierPercent: percent };
      const market = two([10_000_000_000_000, 1], { policy });
      expect(proved(market)).toBe(10);
      expect(soldOf(market)).toEqual({ L1: 10 });
    },
  );

  it('with the largest balances there may be', () => {
    const most = Number.MAX_SAFE_INTEGER - 20;
    const market = readMarket(two([5, 5], { balances: { P0: -most, P1: most } }));
    expect(proved(market)).toBe(10);
    expect(soldOf(market)).toEqual({ L1: 10 });
  });

  it('with a promise under a row that no longer lists its product: it is kept, and nothing is sold beside it', () => {
    const market = two([5, 5]);
    const [line] = market.lines;
    const row = market.terms.find(({ destination }) => line?.destination.startsWith(destination));
    if (line === undefined || row === undefined) throw new Error('sample');
    Object.assign(line, { promised: 4, term: row.id });
    const terms = market.terms.map((term) => (term === row ? { ...term, products: ['other'] } : term));
    const odd = readMarket({ ...market, terms });
    expect(proved(odd)).toBe(4);
    expect(bind(odd).unfilled).toMatchObject([{ quantity: 6, reasons: [{ code: 'REGION_NOT_COVERED', quantity: 6 }] }]);
  });

  it('with 50,000 equal lots, and with one lot and 50,000 lines', () => {
    const [lot, line] = [sample.lots[1], sample.lines[1]];
    if (lot === undefined || line === undefined) throw new Error('sample');
    const { contributions: _, ...alone } = lot;
    const lots = Array.from({ length: 50_000 }, (__, n) => ({
      ...alone,
      id: `L${String(n)}`,
      producer: `P${String(n)}`,
      quantity: 100,
    }));
    expect(proved({ ...sample, lots })).toBe(5_000_000);
    const lines = Array.from({ length: 50_000 }, (__, n) => ({ ...line, id: `D${String(n)}`, quantity: 10 }));
    expect(proved({ ...sample, lots: [lot], lines })).toBe(500_000);
  });

  it('within its limit, or says that it was not', () => {
    const market = generateMarket(1, {
      lots: 500,
      lines: 50,
      partners: 5,
      products: 1,
      demandPercent: 110,
      quotaPercent: 95,
      policy: sample.policy,
    });
    let clock = 0;
    expect(() => bind(market, { now: () => (clock += 10), limitMs: 50 })).toThrow(RunLimitReached);
  });
});

describe('sensitivity on the Banyumas sample', () => {
  it('sells exactly 500 kg more with 500 kg more of Ternate’s quota, and nothing by any certificate', () => {
    const changes = sensitivity(banyumas(IN_FORCE), { quota: 500_000, price: 1000, lifeDays: 30 });
    expect(changes).toEqual([{ change: 'quota', id: 'term-T', by: 500_000, gain: 500_000 }]);
  });
});
