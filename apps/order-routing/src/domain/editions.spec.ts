import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { Line } from './ledger/line.js';
import { partsOf } from './ledger/promise-parts.js';
import type { TermsRow } from './ledger/term.js';

/** What is promised under which edition, in kilograms. */
function promised({ takes }: Line): (readonly [string, number, number])[] {
  return partsOf(takes).map(({ termId, edition, promised: kg }) => [termId, edition, kg / KG] as const);
}

function addendum(bench: Bench, partner: string, kg: number, row: Partial<TermsRow> = {}): void {
  bench.agreement(partner, kg, { row: { edition: 2, ...row } });
}

describe('an addendum', () => {
  const bound = (bench: Bench): { freight: number; unitPrice: number; edition: number }[] =>
    [...bench.changes.allocations.values()].map(({ freight, unitPrice, edition }) => ({ freight, unitPrice, edition }));

  it.each([
    ['raises the freight above what the buyer pays', { freight: 9_000 }],
    ['makes the way longer than the buyer can wait', { transitDays: 40 }],
    ['asks for a certificate that the goods lack', { certificates: ['HALAL'] }],
    ['asks for a price that the buyer does not pay', { minimumPrice: 24_000, maximumPrice: 30_000 }],
    ['counts the quota otherwise, and lowers it', { quota: 1 }],
    ['removes the row', { removed: true }],
  ])('%s: what was promised before it is kept, and bound as it was promised', (_, row) => {
    const bench = new Bench().agreement('13.03', 500).lot('A', 900, []);
    const { id } = bench.order('13.03', 400);
    addendum(bench, '13.03', 500, row);
    expect([bench.line(id).promised / KG, promised(bench.line(id))]).toEqual([400, [['T-13.03', 1, 400]]]);
    bench.run();
    expect(bound(bench)).toEqual([{ freight: 2_000, unitPrice: 16_500, edition: 1 }]);
  });

  it('binds what is promised after it, within the same line too', () => {
    const bench = new Bench().agreement('13.03', 500).lot('A', 900, []);
    const { id } = bench.order('13.03', 700);
    addendum(bench, '13.03', 600, { freight: 2_500 });
    expect(promised(bench.line(id))).toEqual([
      ['T-13.03', 1, 500],
      ['T-13.03', 2, 100],
    ]);
    bench.run();
    expect(bound(bench).sort((a, b) => a.edition - b.edition)).toEqual([
      { freight: 2_000, unitPrice: 16_500, edition: 1 },
      { freight: 2_500, unitPrice: 16_500, edition: 2 },
    ]);
  });

  it('gives what is short at the receipt another lot under the edition that it was promised under', () => {
    const bench = new Bench().agreement('13.03', 500).lot('A', 900, []);
    const { id, orderId } = bench.order('13.03', 500);
    addendum(bench, '13.03', 500, { freight: 4_000 });
    bench.run();
    const [allocation] = [...bench.changes.allocations.values()];
    const leg = { from: 'Purwokerto', to: 'Padang', mode: 'road', eta: '2019-03-10' } as const;
    bench.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId, allocationIds: [allocation!.id], legs: [leg] },
    });
    const items = [{ allocationId: allocation!.id, accepted: 300 * KG, damaged: 0 }];
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    bench.run();
    expect(bound(bench)).toEqual([{ freight: 2_000, unitPrice: 16_500, edition: 1 }]);
    expect([bench.line(id).allocated / KG, promised(bench.line(id))]).toEqual([500, [['T-13.03', 1, 500]]]);
  });

  it('takes what is lost from what a line was promised last, under the edition that came later', () => {
    const bench = new Bench().agreement('13.03', 300).lot('A', 900, []);
    const { id } = bench.order('13.03', 500);
    addendum(bench, '13.03', 500, { freight: 4_000 });
    expect(promised(bench.line(id))).toEqual([
      ['T-13.03', 1, 300],
      ['T-13.03', 2, 200],
    ]);
    bench.apply({
      kind: 'lot-adjusted',
      payload: { requestId: 'R1', lotId: 'A', cause: 'SPOILED', quantity: 500 * KG, certificates: [] },
    });
    expect(promised(bench.line(id))).toEqual([
      ['T-13.03', 1, 300],
      ['T-13.03', 2, 100],
    ]);
  });

  it('keeps a removed row’s promises when stock disappears that they do not need', () => {
    const bench = new Bench().agreement('13.03', 500).agreement('73', 500).lot('A', 400, []).lot('B', 500, []);
    const { id } = bench.order('13.03', 400);
    const { id: later } = bench.order('73', 500);
    addendum(bench, '13.03', 500, { removed: true });
    bench.apply({
      kind: 'lot-adjusted',
      payload: { requestId: 'R1', lotId: 'B', cause: 'SPOILED', quantity: 500 * KG, certificates: [] },
    });
    expect([bench.line(id).promised / KG, bench.line(later).promised / KG]).toEqual([400, 0]);
  });
});

describe('several rows for one line', () => {
  const row = (
    destination: string,
    kg: number,
    more: Partial<TermsRow> = {},
  ): [string, number, { row: Partial<TermsRow> }] => [
    more.partner ?? destination,
    kg,
    { row: { destination, ...more } },
  ];

  it('sells the quotas of two agreements with one partner', () => {
    const bench = new Bench()
      .agreement(...row('82.71', 1_000))
      .agreement(...row('82.71', 2_000, { id: 'T2', agreementId: 'A-82.71' }))
      .lot('A', 10_000, []);
    const [first, second] = [bench.order('82.71', 2_500), bench.order('82.71', 2_500)];
    expect([first.promised / KG, second.promised / KG]).toEqual([2_500, 500]);
    expect(second.unfilled.map(({ code, quantity }) => [code, quantity / KG])).toEqual([['QUOTA_EXHAUSTED', 2_000]]);
    bench.run();
    expect([...bench.market.state.allocations.values()].map(({ quantity }) => quantity / KG).sort()).toEqual(
      [1_000, 1_500, 500].sort(),
    );
  });

  it('draws on the narrow row first, and leaves the wide one to who has no other', () => {
    const bench = new Bench()
      .agreement(...row('73', 1_000))
      .agreement('73.71', 2_000)
      .lot('A', 10_000, []);
    const city = bench.order('73', 2_000, { deliverTo: '73.71' });
    const province = bench.order('73', 1_000, { deliverTo: '73.02' });
    expect([city.promised / KG, province.promised / KG]).toEqual([2_000, 1_000]);
    const more = bench.order('73', 500, { deliverTo: '73.71' });
    expect([more.promised, more.unfilled.map(({ code }) => code)]).toEqual([0, ['QUOTA_EXHAUSTED']]);
  });

  it('keeps each part under its own freight and price', () => {
    const bench = new Bench()
      .agreement(...row('73', 1_000, { freight: 3_000 }))
      .agreement('73.71', 600, { freight: 1_000, band: { minimum: 17_000, maximum: 20_000 } })
      .lot('A', 10_000, []);
    const line = bench.order('73', 1_500, { deliverTo: '73.71' });
    expect(promised(line)).toEqual([
      ['T-73.71', 1, 600],
      ['T-73', 1, 900],
    ]);
    bench.run();
    const sold = [...bench.market.state.allocations.values()].map(({ termId, quantity, freight, unitPrice }) => [
      ...[termId, quantity / KG],
      ...[freight, unitPrice],
    ]);
    expect(sold.sort()).toEqual([
      ['T-73', 900, 3_000, 16_500],
      ['T-73.71', 600, 1_000, 17_000],
    ]);
  });

  it('releases what stands under the agreement that ends, and keeps the rest', () => {
    const bench = new Bench()
      .agreement(...row('73', 1_000))
      .agreement('73.71', 600)
      .lot('A', 10_000, []);
    const line = bench.order('73', 1_500, { deliverTo: '73.71' });
    bench.run();
    bench.stage('73.71', 'terminated');
    expect(promised(bench.line(line.id))).toEqual([['T-73', 1, 1_000]]);
    expect(bench.line(line.id).unfilled.map(({ quantity }) => quantity / KG)).toEqual([500]);
  });
});
