import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import { sacksOf } from './engine/sacks.js';
import type { Line } from './ledger/line.js';
import type { Lot } from './ledger/lot.js';

const SACK = 25;
const reasons = (line: Line): [string, number][] => line.unfilled.map(({ code, quantity }) => [code, quantity / KG]);
const inSacks = (bench: Bench, id: string, kg: number): Bench => bench.lot(id, kg, [], '2021-03-03', true, SACK);

function withdraw(bench: Bench, lotId: string, kg: number): number | undefined {
  bench.apply({ kind: 'withdrawal-requested', payload: { requestId: 'W', lotId, quantity: kg * KG } });
  return bench.changes.lotRequests[0]?.granted;
}

describe('a market of goods in sacks', () => {
  it('promises and binds whole sacks, and says what fills none', () => {
    const bench = inSacks(new Bench().agreement('13.03', 9_000), 'A', 110);
    const few = bench.order('13.03', 12);
    const more = bench.order('13.03', 60);
    expect([few.promised, reasons(few)]).toEqual([0, [['UNIT_INDIVISIBLE', 12]]]);
    expect([more.promised / KG, reasons(more)]).toEqual([50, [['UNIT_INDIVISIBLE', 10]]]);
    bench.run();
    expect([few.allocated, more.allocated / KG]).toEqual([0, 50]);
  });

  it('keeps a promise from before there were sacks, whatever its quantity', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 60, []);
    const early = bench.order('13.03', 60);
    inSacks(bench, 'B', 100);
    const late = bench.order('13.03', 60);
    bench.run();
    expect([early.allocated, late.allocated].map((units) => units / KG)).toEqual([60, 50]);
  });

  it('gives a producer back what lies beside the sacks, and opened sacks that nobody was promised', () => {
    const bench = inSacks(new Bench().agreement('13.03', 9_000), 'A', 110);
    const line = bench.order('13.03', 50);
    expect(withdraw(bench, 'A', 8)).toBe(8 * KG);
    expect(withdraw(bench, 'A', 80)).toBe(52 * KG);
    bench.run();
    expect(line.allocated).toBe(50 * KG);
  });

  it('takes a whole sack from the latest promise when some of its goods expire', () => {
    const bench = new Bench().agreement('13.03', 9_000);
    bench.lot('A', 60, [], '2019-03-20', true, SACK).lot('B', 60, [], '2021-03-03', true, SACK);
    const line = bench.order('13.03', 100, { needBy: '2019-03-15', minLifeDays: 0 });
    expect(line.promised).toBe(100 * KG);
    bench.time('lot-expires', 'A', '2019-03-04T03:00:00Z');
    expect([line.promised / KG, line.unfilled.map(({ code }) => code)]).toEqual([50, ['NO_SURPLUS']]);
  });

  it('sends whole sacks alone in the place of what was lost, and sells no open one', () => {
    const bench = inSacks(new Bench().agreement('13.03', 9_000), 'A', 200);
    const line = bench.order('13.03', 100);
    bench.run();
    const [allocation] = bench.market.state.allocations.values();
    const leg = { from: 'A', to: 'B', mode: 'sea' as const, eta: '2019-03-10' };
    const sent = { shipmentId: 'S', orderId: line.orderId, allocationIds: [allocation!.id], legs: [leg] };
    bench.apply({ kind: 'shipment-dispatched', payload: sent });
    const items = [{ allocationId: allocation!.id, accepted: 65 * KG, damaged: 0 }];
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S', items, moisture: null } });
    expect([line.promised / KG, reasons(line)]).toEqual([90, [['UNIT_INDIVISIBLE', 10]]]);
    bench.run();
    expect([...bench.market.state.allocations.values()].map(({ quantity }) => quantity / KG)).toEqual([25]);
  });

  it('asks those who refused for whole sacks, of what nobody else has', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 100, [], '2021-03-03', false, SACK);
    bench.order('13.03', 100);
    bench.run();
    const [offered] = bench.market.state.allocations.keys();
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: offered! } });
    bench.apply({ kind: 'hold-released', payload: { lotId: 'A' } });
    inSacks(bench, 'B', 60).run();
    const bound = [...bench.market.state.allocations.values()].map(({ lotId, quantity }) => [lotId, quantity / KG]);
    expect(bound.sort()).toEqual([
      ['A', 50],
      ['B', 50],
    ]);
  });

  it('sells only what fills whole sacks of every lot where these differ', () => {
    const lot = (commodity: string, sack: number): Lot => ({ commodity, sack }) as Lot;
    expect(sacksOf([lot('sugar', 25), lot('sugar', 10), lot('chips', 1)])).toEqual({ sugar: 50 });
  });
});
