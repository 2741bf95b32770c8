import { describe, expect, it } from 'vitest';
import { DomainError } from '#kernel/domain-error.js';
import type { BaseUnit } from '#kernel/units.js';
import { Bench, KG } from '../../test/market-bench.js';
import { KeptOf } from '../../test/kept-of.js';
import { toleratedLoss } from './ledger/tolerance.js';

const tolerated = (unit: BaseUnit, sack: number, said: number | null, sacks: number | null = null): number =>
  toleratedLoss({ quantity: 1_000_000, loadTolerance: said }, { unit, sack }, sacks);

describe('what a load may lose', () => {
  it.each<[string, number, Parameters<typeof tolerated>]>([
    ['half a percent of what is weighed, where the terms are silent', 5_000, ['GRAM', 1, null]],
    ['what the terms say of it', 20_000, ['GRAM', 1, 200]],
    ['nothing, where the terms say so', 0, ['GRAM', 1, 0]],
    ['nothing of what is counted', 0, ['PAIR', 1, null]],
    ['what the terms say of what is counted', 10_000, ['PAIR', 1, 100]],
    ['one percent of packs', 10_000, ['GRAM', 25_000, null]],
    ['one percent of packs that have all come, whatever less the terms say', 10_000, ['GRAM', 25_000, 0, 40]],
    ['more of packs where the terms say more', 30_000, ['GRAM', 25_000, 300, 40]],
    ['nothing of packs of which one did not come', 0, ['GRAM', 25_000, null, 39]],
    ['what the terms say of packs of which one did not come', 30_000, ['GRAM', 25_000, 300, 39]],
  ])('is %s', (_, most, goods) => {
    expect(tolerated(...goods)).toBe(most);
  });
});

describe('a receipt of 12 sacks of 25 kg', () => {
  const sent = (loadTolerance?: number): { bench: Bench; receive: (accepted: number, sacks?: number) => void } => {
    const row = loadTolerance === undefined ? {} : { loadTolerance };
    const bench = new Bench().agreement('13.03', 9_000, { row }).lot('A', 1_000, [], '2021-03-03', true, 25);
    bench.order('13.03', 300);
    bench.run();
    const [allocation] = bench.market.state.allocations.values();
    const legs = [{ from: 'Purwokerto', to: 'Padang', mode: 'road', eta: '2019-03-12' } as const];
    const said = { vehicle: null, capacity: null, carrier: null, papers: [] };
    const parts = [{ allocationId: allocation!.id, quantity: null }];
    bench.apply({ kind: 'load-dispatched', payload: { loadId: 'M1', parts, legs, ...said } });
    const [shipment] = bench.market.state.shipments.values();
    const receive = (accepted: number, sacks?: number): void => {
      const item = { allocationId: allocation!.id, accepted, damaged: 0, ...(sacks === undefined ? {} : { sacks }) };
      bench.apply({ kind: 'shipment-received', payload: { shipmentId: shipment!.id, items: [item], moisture: null } });
    };
    return { bench, receive };
  };
  const refused = (work: () => void): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof DomainError) return error.faults[0]?.pointer ?? error.code;
      throw error;
    }
    return 'taken';
  };

  it('closes the line where all sacks came and weigh a percent less', () => {
    const { bench, receive } = sent();
    receive(297 * KG, 12);
    expect(bench.line('O1-1')).toMatchObject({ waived: 3 * KG, promised: 297 * KG });
    expect(bench.market.state.order('O1').status).toBe('received');
  });

  it('waits for the sack that did not come; of less than one the promise is given up, and it stays open', () => {
    const { bench, receive } = sent();
    receive(275 * KG, 11);
    expect(bench.line('O1-1')).toMatchObject({ waived: 0, promised: 300 * KG, allocated: 275 * KG });
    const light = sent();
    light.receive(277_500, 11);
    expect(light.bench.line('O1-1')).toMatchObject({ waived: 0, promised: 277_500, allocated: 277_500 });
  });

  it('closes the line without it where the terms let so much go', () => {
    const { bench, receive } = sent(900);
    receive(275 * KG, 11);
    expect(bench.line('O1-1')).toMatchObject({ waived: 25 * KG, promised: 275 * KG });
  });

  it.each([
    ['more sacks than were sent', 300 * KG, 13],
    ['more than so many sacks hold', 300 * KG, 11],
  ])('is refused with %s', (_, accepted, sacks) => {
    const { receive } = sent();
    expect(
      refused(() => {
        receive(accepted, sacks);
      }),
    ).toBe('/items/0/sacks');
  });

  it('is corrected where a sack was miscounted: what was waited for no longer is', () => {
    const { bench, receive } = sent();
    const kept = new KeptOf();
    receive(274_750, 11);
    kept.keep(bench.market.state, bench.changes);
    const [shipmentId = ''] = kept.received();
    const [allocationId = ''] = bench.changes.allocations.keys();
    const said = { shipmentId, moisture: null, reason: 'one stood apart', by: 'test' };
    const items = [{ allocationId, accepted: 299 * KG, damaged: 0, sacks: 12 }];
    bench.apply({ kind: 'receipt-corrected', payload: { ...said, items, kept: kept.receipt(shipmentId) } });
    expect(bench.line('O1-1')).toMatchObject({ waived: 1 * KG, promised: 299 * KG, allocated: 299 * KG });
  });
});
