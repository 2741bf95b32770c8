import { describe, expect, it } from 'vitest';
import { AS_REPORTED, banyumas, IN_FORCE } from '../test/banyumas.js';
import { bind } from './bind.js';

const KG = 1000;

describe('bind on the Banyumas sample', () => {
  it('sells 12,500 kg in force, A to South Sulawesi alone', () => {
    const { totals, allocations } = bind(banyumas(IN_FORCE));
    expect(totals).toMatchObject({ quantity: 12_500 * KG, linesFull: 2, linesPart: 1, producersSelling: 40 });
    const flows = allocations.map(({ lot, line, quantity }) => [lot, line, quantity / KG]);
    expect(flows).toEqual([
      ['lot-A', 'line-SS', 6000],
      ['lot-B', 'line-S', 3000],
      ['lot-B', 'line-T', 3500],
    ]);
  });

  it('shares the 6,500 kg of B evenly among its contributors', () => {
    const { allocations } = bind(banyumas(IN_FORCE));
    const sold = new Map<string, number>();
    for (const { lot, quantity, shares } of allocations) {
      expect((shares ?? []).reduce((sum, share) => sum + share.quantity, 0)).toBe(quantity);
      if (lot === 'lot-B') {
        for (const share of shares ?? []) sold.set(share.producer, (sold.get(share.producer) ?? 0) + share.quantity);
      }
    }
    expect([...sold.values()]).toEqual(Array(20).fill((6500 * KG) / 20));
  });

  it('says why 2,500 kg stay unsold and what relaxing each reason would sell', () => {
    const { unsold, unfilled } = bind(banyumas(IN_FORCE));
    expect(unsold).toEqual([
      {
        lot: 'lot-B',
        quantity: 500 * KG,
        reasons: [
          {
            kind: 'cut',
            code: 'QUOTA_EXHAUSTED',
            quantity: 500 * KG,
            binding: ['term-T'],
            relaxBy: 500 * KG,
            gain: 500 * KG,
            then: [],
          },
        ],
      },
      {
        lot: 'lot-C',
        quantity: 2000 * KG,
        reasons: [
          {
            kind: 'gate',
            code: 'CERTIFICATE_MISSING',
            quantity: 2000 * KG,
            binding: ['P-IRT'],
            gain: 0,
            then: ['QUOTA_EXHAUSTED', 'NO_DEMAND'],
          },
        ],
      },
    ]);
    expect(unfilled).toEqual([
      {
        line: 'line-T',
        quantity: 500 * KG,
        reasons: [
          {
            kind: 'cut',
            code: 'QUOTA_EXHAUSTED',
            quantity: 500 * KG,
            binding: ['term-T'],
            relaxBy: 500 * KG,
            gain: 500 * KG,
            then: [],
          },
        ],
      },
    ]);
  });

  it('names every tied bottleneck', () => {
    const { proof } = bind(banyumas(IN_FORCE));
    expect(proof).toMatchObject({ upperBound: 12_500 * KG, gap: 0, withoutPromises: 12_500 * KG });
    expect(proof.cut.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(12_500 * KG);
    const names = [...proof.cut, ...proof.tied].map(({ kind, id }) => `${kind} ${id}`).sort();
    expect(names).toEqual(['line line-S', 'line line-SS', 'lot lot-A', 'quota term-S', 'quota term-T']);
  });

  it('sells nothing while no agreement is in force, and says that 12,500 kg hang on the three', () => {
    const { totals, unsold, unfilled } = bind(banyumas(AS_REPORTED));
    expect(totals.quantity).toBe(0);
    const binding = ['term-S', 'term-SS', 'term-T'];
    expect(unsold.map(({ lot, quantity, reasons }) => [lot, quantity / KG, reasons])).toEqual(
      [
        ['lot-A', 6000],
        ['lot-B', 7000],
        ['lot-C', 2000],
      ].map(([lot, kg]) => [
        lot,
        kg,
        [
          {
            kind: 'gate',
            code: 'AGREEMENT_NOT_IN_FORCE',
            quantity: Number(kg) * KG,
            binding,
            gain: 12_500 * KG,
            then: [],
          },
        ],
      ]),
    );
    expect(unfilled.map(({ reasons }) => reasons[0]?.code)).toEqual(Array(3).fill('AGREEMENT_NOT_IN_FORCE'));
  });

  it('keeps promises and serves the rest around them', () => {
    const market = banyumas(IN_FORCE);
    const [t, s, ss] = market.lines;
    const quota = market.terms[0];
    if (t === undefined || s === undefined || ss === undefined || quota === undefined) throw new Error('sample');
    t.promised = 3500 * KG;
    quota.quota = 0;
    const { totals, allocations } = bind(market);
    expect(totals.quantity).toBe(12_500 * KG);
    expect(allocations.filter(({ line }) => line === 'line-T').reduce((sum, one) => sum + one.quantity, 0)).toBe(
      3500 * KG,
    );
  });

  it('times each step by the clock that it is given, sharing apart from solving', () => {
    let ticks = 0;
    const { timings } = bind(banyumas(IN_FORCE), { now: () => (ticks += 1) });
    expect(timings.fairMs).toBeGreaterThan(0);
    expect(timings.normaliseMs + timings.solveMs + timings.fairMs + timings.explainMs).toBe(ticks - 1);
    expect(bind(banyumas(IN_FORCE)).timings.fairMs).toBe(0);
  });
});
