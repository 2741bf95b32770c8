import { describe, expect, it } from 'vitest';
import { DomainError } from '#kernel/domain-error.js';
import { Bench, KG } from '../../test/market-bench.js';
import type { Allocation } from './ledger/allocation.js';
import type { Lot } from './ledger/lot.js';
import { orderView } from './views/order-view.js';

const LEG = { from: 'Purwokerto', to: 'Ternate', mode: 'sea', eta: '2019-03-18' } as const;

/** A bound order of 700 of 1,000 kg; without standing consent its allocation is only offered. */
function bound(standingConsent: boolean): { bench: Bench; allocation: Allocation; lot: Lot; orderId: string } {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, [], '2021-03-03', standingConsent);
  const { orderId } = bench.order('13.03', 700);
  bench.run();
  const [allocation] = bench.changes.allocations.values();
  return { bench, allocation: allocation!, lot: bench.market.state.lots.get('A')!, orderId };
}

const adds = (lot: Lot): boolean =>
  lot.declared ===
  lot.free + lot.held + lot.offered + lot.confirmed + lot.inTransit + lot.delivered + lot.withdrawn + lot.writtenOff;

const codeOf = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('an offer', () => {
  it('is confirmed by its seller', () => {
    const { bench, allocation, lot } = bound(false);
    expect([allocation.status, lot.offered]).toEqual(['offered', 700 * KG]);
    bench.apply({ kind: 'allocation-confirmed', payload: { allocationId: allocation.id } });
    expect([allocation.status, lot.offered, lot.confirmed, adds(lot)]).toEqual(['confirmed', 0, 700 * KG, true]);
    expect(
      codeOf(() => {
        bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocation.id } });
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('that is refused is held, and the promise is bound again from other stock', () => {
    const { bench, allocation, lot } = bound(false);
    bench.lot('B', 1_000, []);
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocation.id } });
    const [line] = bench.market.state.lines.values();
    expect([lot.held, lot.free, line!.promised, line!.allocated, adds(lot)]).toEqual([
      700 * KG,
      300 * KG,
      700 * KG,
      0,
      true,
    ]);
    // Without a daily cut-off, the day on which it has to leave is the only one that binds it.
    expect(bench.market.state.timers.get('bind-by', line!.id)).toEqual(new Date('2019-03-28T17:00:00Z'));
    bench.run();
    expect(line!.allocated).toBe(700 * KG);
    bench.apply({ kind: 'hold-released', payload: { lotId: 'A' } });
    expect([lot.held, adds(lot)]).toEqual([0, true]);
    expect(
      codeOf(() => {
        bench.apply({ kind: 'hold-released', payload: { lotId: 'A' } });
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('that is refused without other stock lowers the promise, and gives its quota back', () => {
    const { bench, allocation } = bound(false);
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocation.id } });
    const [line] = bench.market.state.lines.values();
    expect([line!.promised, [...bench.market.state.cells.values()][0]!.consumed]).toEqual([300 * KG, 300 * KG]);
  });

  it('lapses when it is not answered within a day', () => {
    const { bench, allocation, lot } = bound(false);
    const due = bench.market.state.timers.get('confirm-by', allocation.id);
    expect(due!.getTime()).toBe(bench.at.getTime() + 86_400_000);
    bench.time('confirm-by', allocation.id, due!.toISOString());
    expect([allocation.status, lot.held]).toEqual(['lapsed', 700 * KG]);
  });
});

describe('a shipment', () => {
  const send = (bench: Bench, orderId: string, allocationIds: string[]): void => {
    bench.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId, allocationIds, legs: [LEG, { ...LEG, to: 'Halmahera' }] },
    });
  };

  it('takes what is confirmed, in legs that arrive in their order', () => {
    const { bench, allocation, lot, orderId } = bound(true);
    send(bench, orderId, [allocation.id]);
    expect([allocation.status, lot.inTransit, bench.market.state.orders.get(orderId)?.status]).toEqual([
      'dispatched',
      700 * KG,
      'dispatched',
    ]);
    expect(
      codeOf(() => {
        bench.apply({ kind: 'leg-arrived', payload: { shipmentId: 'S1', leg: 1 } });
      }),
    ).toBe('ILLEGAL_TRANSITION');
    bench.apply({ kind: 'leg-arrived', payload: { shipmentId: 'S1', leg: 0 } });
    expect(
      codeOf(() => {
        send(bench, orderId, [allocation.id]);
      }),
    ).toBe('ILLEGAL_TRANSITION');
    expect(
      codeOf(() => {
        bench.apply({ kind: 'order-cancelled', payload: { orderId } });
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('does not take what is only offered', () => {
    const { bench, allocation, orderId } = bound(false);
    expect(
      codeOf(() => {
        send(bench, orderId, [allocation.id]);
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });

  it('that is received short writes the loss off, settles the rest to the rupiah, and binds the loss again', () => {
    const { bench, allocation, lot, orderId } = bound(true);
    send(bench, orderId, [allocation.id]);
    bench.apply({
      kind: 'shipment-received',
      payload: {
        shipmentId: 'S1',
        items: [{ allocationId: allocation.id, accepted: 650 * KG + 1, damaged: 20 * KG }],
        moisture: 210,
      },
    });
    const [line] = bench.market.state.lines.values();
    expect([allocation.status, allocation.missing, lot.delivered, lot.writtenOff, adds(lot)]).toEqual([
      'short',
      30 * KG - 1,
      650 * KG + 1,
      50 * KG - 1,
      true,
    ]);
    expect([line!.promised, line!.allocated, line!.accepted]).toEqual([700 * KG, 650 * KG + 1, 650 * KG + 1]);
    const [settlement] = bench.changes.settlements;
    // 650.001 kg × Rp16,500 = Rp10,725,016.5, half up.
    expect([settlement!.amount, settlement!.lines.map(({ quantity, amount }) => [quantity, amount])]).toEqual([
      10_725_017,
      [
        [325 * KG + 1, 5_362_517],
        [325 * KG, 5_362_500],
      ],
    ]);
    expect(bench.market.state.timers.get('bind-by', line!.id)).toBeDefined();
    bench.run();
    expect(line!.allocated).toBe(700 * KG);
  });

  it('says at its receipt until when it is to be paid, a month later', () => {
    const { bench, allocation, orderId } = bound(true);
    send(bench, orderId, [allocation.id]);
    expect(bench.changes.shipments.get('S1')).toMatchObject({ receivedAt: null, payBy: null });
    bench.at = new Date('2019-03-18T17:30:00Z');
    const items = [{ allocationId: allocation.id, accepted: 700 * KG, damaged: 0 }];
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    // The day at the origin is 19 March already.
    expect(bench.changes.shipments.get('S1')?.payBy).toBe('2019-04-18');
  });

  it('is paid within the days of the row as it was when its goods were bound, by the longest of what was accepted', () => {
    const bench = new Bench().lot('A', 1_000, []);
    const row = (paymentDays?: number) =>
      bench.agreement('13.03', 9_000, { row: paymentDays === undefined ? {} : { paymentDays } });
    const allocations = [45, 14, 90, undefined].map((days) => {
      row(days);
      const { orderId } = bench.order('13.03', 100);
      bench.run();
      const [allocation] = bench.changes.allocations.values();
      return { orderId, allocationId: allocation!.id, view: orderView(bench.market.state, orderId) };
    });
    row(1);
    expect(allocations.map(({ view }) => view.lines[0]?.allocations[0]?.paymentDays)).toEqual([45, 14, 90, null]);
    const payBy = allocations.map(({ orderId, allocationId }, index) => {
      const shipmentId = `S${String(index)}`;
      bench.apply({
        kind: 'shipment-dispatched',
        payload: { shipmentId, orderId, allocationIds: [allocationId], legs: [LEG] },
      });
      const accepted = index === 2 ? 0 : 100 * KG;
      const items = [{ allocationId, accepted, damaged: 0 }];
      bench.apply({ kind: 'shipment-received', payload: { shipmentId, items, moisture: null } });
      return bench.changes.shipments.get(shipmentId)?.payBy;
    });
    expect(payBy).toEqual(['2019-04-18', '2019-03-18', '2019-04-03', '2019-04-03']);
  });

  it('refuses a receipt that leaves an allocation out, or counts more than was sent', () => {
    const { bench, allocation, orderId } = bound(true);
    send(bench, orderId, [allocation.id]);
    const receive = (items: { allocationId: string; accepted: number; damaged: number }[]) => () => {
      bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    };
    expect(codeOf(receive([]))).toBe('INVALID');
    expect(codeOf(receive([{ allocationId: allocation.id, accepted: 700 * KG, damaged: 1 }]))).toBe('INVALID');
  });

  it('finishes under its own terms when the agreement ends while it is at sea', () => {
    const { bench, allocation, lot, orderId } = bound(true);
    send(bench, orderId, [allocation.id]);
    bench.stage('13.03', 'terminated');
    expect([allocation.status, lot.inTransit]).toEqual(['dispatched', 700 * KG]);
  });
});

describe('an order', () => {
  it('is settled by a recorded payment of all that is owed, and never of more', () => {
    const { bench, allocation, orderId } = bound(true);
    bench.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId, allocationIds: [allocation.id], legs: [LEG] },
    });
    bench.apply({
      kind: 'shipment-received',
      payload: {
        shipmentId: 'S1',
        items: [{ allocationId: allocation.id, accepted: 700 * KG, damaged: 0 }],
        moisture: null,
      },
    });
    const order = bench.market.state.orders.get(orderId)!;
    expect([order.status, order.owed]).toEqual(['received', 11_550_000]);
    const pay = (amount: number, reference: string) => () => {
      bench.apply({ kind: 'payment-recorded', payload: { orderId, amount, reference } });
    };
    expect(codeOf(pay(11_550_001, 'TRF 1'))).toBe('INVALID');
    pay(550_000, 'TRF 1')();
    expect(order.status).toBe('received');
    // The same transfer, as two officers write it, under two keys.
    expect([codeOf(pay(550_000, 'TRF 1')), codeOf(pay(1, ' trf  1'))]).toEqual([
      'PAYMENT_REPEATED',
      'PAYMENT_REPEATED',
    ]);
    pay(11_000_000, 'TRF 2')();
    expect(order.status).toBe('settled');
  });
});
