import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { HeldCertificate } from './ledger/lot.js';

const PIRT: readonly HeldCertificate[] = [{ kind: 'P-IRT' }];

/** A pool of 350 and 350 kg; a line that asks for P-IRT wants all of it. */
function pool(): { bench: Bench; id: string } {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, ['P-IRT']);
  const { id } = bench.order('13.03', 700, { certificates: ['P-IRT'] });
  return { bench, id };
}

function change(
  bench: Bench,
  kind: 'lot-adjusted' | 'lot-certified',
  held: readonly HeldCertificate[],
  who: string,
): void {
  const parts = [{ producerId: who, certificates: held }];
  if (kind === 'lot-certified') {
    bench.apply({ kind, payload: { lotId: 'A', certificates: PIRT, parts } });
  } else {
    const revoked = {
      requestId: 'C',
      lotId: 'A',
      cause: 'CERTIFICATE_REVOKED',
      quantity: 0,
      certificates: [],
    } as const;
    bench.apply({ kind, payload: { ...revoked, parts } });
  }
}

const sold = (bench: Bench): [string, number][] =>
  [...bench.market.state.allocations.values()]
    .flatMap(({ shares }) => shares.map(({ producerId, quantity }): [string, number] => [producerId, quantity / KG]))
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('a household of a pool', () => {
  it('that loses its certificate takes only its own goods with it', () => {
    const { bench, id } = pool();
    change(bench, 'lot-adjusted', [], 'A-1');
    expect([bench.line(id).promised / KG, bench.line(id).unfilled.map(({ code }) => code)]).toEqual([
      350,
      ['CERTIFICATE_MISSING'],
    ]);
    bench.run();
    expect(sold(bench)).toEqual([['A-2', 350]]);
    const [run] = bench.changes.runs;
    expect(
      run!.lots.map(({ lotId, surplus, allocated, unsold }) => [
        lotId,
        surplus / KG,
        allocated / KG,
        unsold.map((each) => each.quantity / KG),
      ]),
    ).toEqual([['A', 700, 350, [350]]]);
  });

  it('whose certificate is revoked after its goods were bound gives them back, and the others go on', () => {
    const { bench, id } = pool();
    bench.run();
    change(bench, 'lot-adjusted', [], 'A-1');
    bench.run();
    expect([bench.line(id).promised / KG, sold(bench)]).toEqual([350, [['A-2', 350]]]);
  });

  it('whose certificate ends before the goods are needed keeps nobody else’s back', () => {
    const { bench } = pool();
    change(bench, 'lot-certified', [{ kind: 'P-IRT', until: '2019-03-20' }], 'A-2');
    bench.run();
    expect(sold(bench)).toEqual([['A-1', 350]]);
  });

  it('that gains one sells at once what waited for it, as its gain said', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, []);
    const { id } = bench.order('13.03', 700, { certificates: ['HALAL'] });
    expect(bench.line(id).unfilled).toMatchObject([
      { code: 'CERTIFICATE_MISSING', binding: ['HALAL'], gain: 700 * KG },
    ]);
    bench.apply({
      kind: 'lot-certified',
      payload: { lotId: 'A', certificates: [], parts: [{ producerId: 'A-1', certificates: [{ kind: 'HALAL' }] }] },
    });
    expect(bench.line(id).promised / KG).toBe(350);
    bench.apply({ kind: 'lot-certified', payload: { lotId: 'A', certificates: [{ kind: 'HALAL' }], parts: [] } });
    expect(bench.line(id).promised / KG).toBe(700);
  });

  it('gets back what no promise needs of its own goods, whatever the others hold', () => {
    const { bench, id } = pool();
    change(bench, 'lot-adjusted', [], 'A-1');
    bench.apply({ kind: 'withdrawal-requested', payload: { requestId: 'W', lotId: 'A', quantity: 700 * KG } });
    expect([bench.changes.lotRequests[0]!.granted / KG, bench.line(id).promised / KG]).toEqual([350, 350]);
    expect(bench.market.state.lots.get('A')!.contributions.map(({ free }) => free / KG)).toEqual([0, 350]);
  });

  it('that gains one alone leaves whole sacks whole: they are filled from several households', () => {
    const bench = new Bench().agreement('73', 1_000).lot('L', 150, [], '2021-03-03', true, 50);
    const parts = [{ producerId: 'L-1', certificates: [{ kind: 'HALAL' }] }];
    bench.apply({ kind: 'lot-certified', payload: { lotId: 'L', certificates: [], parts } });
    expect(bench.order('73', 150).promised / KG).toBe(150);
  });
});
