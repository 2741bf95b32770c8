import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import type { Allocation, MatchingResult, Reason } from '#matching/format/result.js';
import type { Market } from '#matching/format/market.js';
import { verify } from '../src/verify/verify.js';
import { FIGURES, GATES, type Falsification } from './falsifications.js';
import { randomMarket } from './random-market.js';

const first = <One>(records: readonly One[], is: (one: One) => boolean, change: (one: One) => unknown): boolean => {
  const found = records.find(is);
  if (found === undefined) return false;
  change(found);
  return true;
};
const someAllocation =
  (change: (one: Allocation) => unknown, is: (one: Allocation) => boolean = () => true): Falsification =>
  ({ allocations }) =>
    first(allocations, is, change);
const reasonsOf = ({ unfilled, unsold }: MatchingResult): Reason[] =>
  [...unfilled, ...unsold].flatMap(({ reasons }) => reasons);
const someReason =
  (change: (one: Reason) => unknown, is: (one: Reason) => boolean = () => true): Falsification =>
  (result) =>
    first(reasonsOf(result), is, change);

const KINDS: Readonly<Record<string, Falsification>> = {
  ...FIGURES,
  ...GATES,
  'shares of a lot that has one producer': someAllocation(
    (one) => (one.shares = [{ producer: 'THIEF', quantity: one.quantity }]),
    ({ shares }) => shares === undefined,
  ),
  'one producer with two shares': someAllocation(
    (one) => {
      one.shares = (one.shares ?? []).flatMap((share) =>
        share.quantity === 1
          ? [share]
          : [
              { ...share, quantity: 1 },
              { ...share, quantity: share.quantity - 1 },
            ],
      );
    },
    ({ shares }) => shares?.some(({ quantity }) => quantity > 1) === true,
  ),
  'frozen, though its row serves': someAllocation(
    (one) => (one.frozen = true),
    ({ frozen }) => frozen === undefined,
  ),
  'not frozen, though its row is suspended': someAllocation(
    (one) => delete one.frozen,
    ({ frozen }) => frozen === true,
  ),
  'one pair in two parts': ({ allocations }) =>
    first(
      allocations,
      ({ quantity, shares }) => quantity > 1 && shares === undefined,
      (one) => {
        one.quantity -= 1;
        allocations.push({ ...one, quantity: 1 });
      },
    ),
  'a tier that is another': someAllocation((one) => (one.why.tier += 1)),
  'a level that is another': someAllocation((one) => (one.why.level = one.why.level === 1 ? 0.5 : 1)),
  'rivals that are others': someAllocation((one) => (one.why.rivals += 1)),
  'a code that is not of the list': someReason((one) => Object.assign(one, { code: 'BAD_WEATHER' })),
  'a code of the other side': ({ unsold }) =>
    first(
      unsold,
      () => true,
      ({ reasons: [one] }) => one && Object.assign(one, { code: 'NO_SURPLUS' }),
    ),
  'a gate that is called a cut': someReason(
    (one) => (one.kind = 'cut'),
    ({ code, kind }) => kind === 'gate' && code.startsWith('AGREEMENT'),
  ),
  'a cut that is called a gate': someReason(
    (one) => (one.kind = 'gate'),
    ({ code }) => code === 'QUOTA_EXHAUSTED',
  ),
  'a lot that a line may take told of as shut out': ({ unsold }) =>
    first(
      unsold.flatMap(({ reasons }) => reasons),
      ({ kind, code }) => kind === 'cut' && code === 'CERTIFICATE_MISSING',
      (one) => (one.kind = 'gate'),
    ),
  'a name that is not in the market': someReason((one) => (one.binding = ['nobody'])),
  'no name at all': someReason((one) => (one.binding = [])),
  'the reason of another lot': ({ unsold }, { lots }) => {
    const own = (lot: string, { code, binding }: Reason): boolean =>
      code !== 'CERTIFICATE_MISSING' && binding[0] === lot;
    return first(
      unsold,
      ({ lot, reasons }) => reasons.some((one) => own(lot, one)),
      ({ lot, reasons }) => {
        const other = lots.find(({ id }) => id !== lot)?.id ?? 'nobody';
        for (const one of reasons) if (own(lot, one)) one.binding = [other];
      },
    );
  },
  'a row that is in force named as one that is not': ({ unfilled }, { terms, asOf }) => {
    const open = terms.find(({ suspended, from, to }) => suspended !== true && from <= asOf && asOf < to);
    return (
      open !== undefined &&
      first(
        unfilled.flatMap(({ reasons }) => reasons),
        ({ code }) => code.startsWith('AGREEMENT'),
        (one) => (one.binding = [open.id]),
      )
    );
  },
  'a gain below 0': someReason((one) => (one.gain = -1)),
  'no gain': someReason((one) => Object.assign(one, { gain: undefined })),
  'a fraction of a gain': someReason(
    (one) => (one.gain = 0.5),
    ({ kind }) => kind === 'gate',
  ),
  'half a unit more to give way': someReason((one) => (one.relaxBy = 0.5)),
  'a successor that is not of the list': someReason((one) => Object.assign(one, { then: ['BAD_WEATHER'] })),
  'more lines full': ({ totals }) => ((totals.linesFull += 1), true),
  'fewer lines in part': ({ totals }) => ((totals.linesPart -= 1), true),
  'more producers': ({ totals }) => ((totals.producersSelling += 1), true),
  'a tied bottleneck of nothing': ({ proof }) => (proof.tied.push({ kind: 'quota', id: 'nobody', capacity: 3 }), true),
  'a tied bottleneck of another width': ({ proof }) =>
    first(
      proof.tied,
      () => true,
      (one) => (one.capacity += 1),
    ),
  'a part of the cut as tied': ({ proof }) =>
    first(
      proof.cut,
      () => true,
      (one) => proof.tied.push({ ...one }),
    ),
};

/** Promises under rows of which some are suspended: what is planned for them is frozen. */
function withPromises(market: Market): Market {
  const result = bind(market);
  const promised = new Map<string, { units: number; term: string }>();
  for (const { line, term, quantity } of result.allocations) {
    promised.set(line, { units: (promised.get(line)?.units ?? 0) + quantity, term });
  }
  const lines = market.lines.map((line) => {
    const found = promised.get(line.id);
    return found === undefined ? line : { ...line, promised: found.units, term: found.term };
  });
  const terms = market.terms.map((term, row) => (row % 2 === 0 ? { ...term, suspended: true } : term));
  return { ...market, lines, terms };
}

const MARKETS = Array.from({ length: 60 }, (_, seed) => {
  const market = randomMarket(seed, {
    lots: 10,
    lines: 7,
    terms: 4,
    pools: seed % 2 === 0,
    policy: { priceTierPercent: 5 },
  });
  return seed % 3 === 0 ? withPromises(market) : market;
}).filter((market) => market.lines.every(({ promised, term }) => promised === 0 || term !== undefined));

describe('a result that was falsified', () => {
  const results = MARKETS.map((market) => ({ market, result: bind(market) }));

  it('would be verified as it was', () => {
    expect(results.map(({ market, result }) => verify(market, result).faults)).toEqual(results.map(() => []));
  });

  it.each(Object.keys(KINDS))('is refused: %s', (name) => {
    const falsify = KINDS[name];
    let tried = 0;
    for (const { market, result } of results) {
      const copy = structuredClone(result);
      if (falsify?.(copy, market) !== true) continue;
      tried += 1;
      expect([name, verify(market, copy).verified]).toEqual([name, false]);
    }
    expect(tried).toBeGreaterThan(1);
  });

  it('names each of two alike lots by its own name', () => {
    const market = randomMarket(3, { lots: 1, lines: 1, terms: 1, bands: false });
    const [lot, line, term] = [market.lots[0], market.lines[0], market.terms[0]];
    if (lot === undefined || line === undefined || term === undefined) throw new Error('sample');
    const row = { ...term, origin: '33', destination: '82', products: ['sugar'], certificates: [], quota: 99 };
    delete row.suspended;
    const good = { ...lot, origin: '33.02', product: 'sugar', quantity: 4, price: 9, certificates: [] };
    const wish = { ...line, product: 'sugar', destination: '82.71', quantity: 9, certificates: [], maxLandedPrice: 5 };
    const alike = {
      ...market,
      terms: [{ ...row, from: '2026-01-01', to: '2028-01-01', transitDays: 0 }],
      lots: ['A', 'B'].map((id) => ({ ...good, id, availableFrom: market.asOf, bestBefore: '2029-01-01' })),
      lines: [{ ...wish, needBy: '2027-01-01', minLifeDays: 0 }],
    };
    const result = bind(alike);
    expect(result.unsold.map(({ lot: id, reasons }) => [id, ...reasons.map(({ binding }) => binding)])).toEqual([
      ['A', ['A']],
      ['B', ['B']],
    ]);
    expect(verify(alike, result).faults).toEqual([]);
  });
});
