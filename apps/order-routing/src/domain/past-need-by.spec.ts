import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { Allocation } from './ledger/allocation.js';
import type { Line } from './ledger/line.js';
import type { Order } from './ledger/order.js';

const LEG = { from: 'Purwokerto', to: 'Padang', mode: 'road', eta: '2019-04-05' } as const;

/** 700 of 1,000 kg wanted are bound, and the need-by has passed before anything left. */
class Late {
  readonly bench: Bench;
  readonly line: Line;
  readonly allocation: Allocation;

  constructor(standingConsent: boolean) {
    this.bench = new Bench().agreement('13.03', 9_000).lot('A', 700, [], '2021-03-03', standingConsent);
    this.line = this.bench.order('13.03', 1_000);
    this.bench.run();
    this.allocation = [...this.bench.changes.allocations.values()][0]!;
    this.bench.time('need-by-passed', this.line.id, '2019-04-03T17:00:00Z');
  }

  get order(): Order {
    return this.bench.market.state.orders.get(this.line.orderId)!;
  }

  get unfilled(): [string, number][] {
    return this.line.unfilled.map(({ code, quantity }) => [code, quantity / KG]);
  }
}

describe('a line past its need-by', () => {
  it('promises nothing any more for goods that their seller refuses, and gives the quota back', () => {
    const late = new Late(false);
    late.bench.apply({ kind: 'allocation-refused', payload: { allocationId: late.allocation.id } });
    expect([late.line.promised, late.order.status, late.unfilled]).toEqual([0, 'expired', [['NEED_BY_PASSED', 1_000]]]);
    expect([...late.bench.market.state.cells.values()].map(({ consumed }) => consumed)).toEqual([0]);
  });

  it('is received once what came is counted, however short', () => {
    const late = new Late(true);
    const { id, orderId } = late.allocation;
    late.bench.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId, allocationIds: [id], legs: [LEG] },
    });
    const items = [{ allocationId: id, accepted: 600 * KG, damaged: 0 }];
    late.bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    expect([late.line.promised / KG, late.order.status]).toEqual([600, 'received']);
    late.bench.apply({ kind: 'payment-recorded', payload: { orderId, amount: late.order.owed, reference: 'TRF-1' } });
    expect(late.order.status).toBe('settled');
  });

  it('gives back, when its order is cancelled, what was bound and has not left', () => {
    const late = new Late(true);
    late.bench.apply({ kind: 'order-cancelled', payload: { orderId: late.line.orderId } });
    expect([late.bench.market.state.lots.get('A')!.free / KG, late.order.status, late.unfilled]).toEqual([
      700,
      'cancelled',
      [
        ['NEED_BY_PASSED', 300],
        ['CANCELLED', 700],
      ],
    ]);
  });
});

it('a lot that expires is written off as a whole, with what its producers refused to sell', () => {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, [], '2019-03-20', false);
  bench.order('13.03', 700, { minLifeDays: 0, needBy: '2019-03-15' });
  bench.run();
  const [allocation] = bench.changes.allocations.values();
  bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocation!.id } });
  bench.time('lot-expires', 'A', '2019-03-20T17:00:00Z');
  const { free, held, writtenOff } = bench.market.state.lots.get('A')!;
  expect([free, held, writtenOff / KG]).toEqual([0, 0, 1_000]);
});
