import { describe, expect, it } from 'vitest';
import { DomainError } from '#kernel/domain-error.js';
import { Bench, KG } from '../../test/market-bench.js';
import type { LoadDispatched } from './decisions/dispatch-load.js';
import type { Allocation } from './ledger/allocation.js';
import type { Shipment } from './ledger/shipment.js';
import { amountOf } from './ledger/settlement.js';

const WAY = [
  { from: 'Purwokerto', to: 'Surabaya', mode: 'road', eta: '2019-03-06' },
  { from: 'Surabaya', to: 'Padang', mode: 'sea', eta: '2019-03-12' },
] as const;

/** Two orders for one place, of 300 and 400 kg, of one lot; a third for another place. */
function bound(sackKg?: number): { bench: Bench; first: Allocation; second: Allocation; elsewhere: Allocation } {
  const bench = new Bench()
    .agreement('13.03', 9_000)
    .agreement('73', 9_000)
    .lot('A', 1_000, [], '2021-03-03', true, sackKg);
  bench.order('13.03', 300);
  bench.order('13.03', 400);
  bench.order('73', 100);
  bench.run();
  const of = (orderId: string): Allocation =>
    [...bench.market.state.allocations.values()].find((allocation) => allocation.orderId === orderId)!;
  return { bench, first: of('O1'), second: of('O2'), elsewhere: of('O3') };
}

function load(bench: Bench, said: Partial<LoadDispatched>): void {
  bench.apply({
    kind: 'load-dispatched',
    payload: {
      ...{ loadId: 'M1', parts: [], legs: WAY, vehicle: null, capacity: null, carrier: null, papers: [] },
      ...said,
    },
  });
}

const whole = ({ id }: Allocation) => ({ allocationId: id, quantity: null });
const part = ({ id }: Allocation, kg: number) => ({ allocationId: id, quantity: kg * KG });

/** The case of the refusal, and where it points. */
function refusal(work: () => void): readonly (string | undefined)[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.faults[0]?.pointer];
    throw error;
  }
  return ['none'];
}

const shipmentOf = (bench: Bench, orderId: string): Shipment =>
  [...bench.market.state.shipments.values()].find((shipment) => shipment.orderId === orderId)!;

const receive = (bench: Bench, { id, allocationIds }: Shipment, short = 0): void => {
  const items = allocationIds.map((allocationId) => {
    const { quantity } = bench.market.state.allocation(allocationId);
    return { allocationId, accepted: quantity - short, damaged: 0 };
  });
  bench.apply({ kind: 'shipment-received', payload: { shipmentId: id, items, moisture: null } });
};

describe('a load', () => {
  it('takes goods of several orders, each of which has its own shipment and receipt', () => {
    const { bench, first, second } = bound();
    load(bench, {
      parts: [whole(first), whole(second)],
      vehicle: { kind: 'truck', number: 'R 1234 AB' },
      capacity: { quantity: 4_000 * KG, unit: 'GRAM' },
      carrier: 'PT Angkutan',
    });
    expect(bench.changes.loads).toMatchObject([{ id: 'M1', destination: '13.03', capacity: 4_000 * KG }]);
    expect([...bench.changes.shipments.values()].map(({ orderId, loadId }) => [orderId, loadId])).toEqual([
      ['O1', 'M1'],
      ['O2', 'M1'],
    ]);
    expect(['O1', 'O2'].map((id) => bench.market.state.order(id).status)).toEqual(['dispatched', 'dispatched']);
    receive(bench, shipmentOf(bench, 'O1'));
    expect(['O1', 'O2'].map((id) => bench.market.state.order(id).status)).toEqual(['received', 'dispatched']);
    expect(bench.market.state.order('O1').owed).toBe(300 * 16_500);
    receive(bench, shipmentOf(bench, 'O2'));
    expect(bench.market.state.order('O2').owed).toBe(400 * 16_500);
  });

  it('takes a part of an allocation: the rest stays, each contributor has its share in both, and freight is the same', () => {
    const { bench, first } = bound();
    load(bench, { parts: [{ allocationId: first.id, quantity: 100 * KG + 1 }] });
    const parts = [...bench.market.state.allocations.values()].filter(({ splitFrom }) => splitFrom === first.id);
    expect(parts.map(({ status, quantity, freight, unitPrice }) => [status, quantity, freight, unitPrice])).toEqual([
      ['dispatched', 100 * KG + 1, 2_000, 16_500],
      ['confirmed', 200 * KG - 1, 2_000, 16_500],
    ]);
    expect(first.status).toBe('released');
    for (const producer of ['A-1', 'A-2']) {
      const sharesOf = ({ shares }: Allocation): number =>
        shares.find(({ producerId }) => producerId === producer)?.quantity ?? 0;
      expect(parts.reduce((sum, each) => sum + sharesOf(each), 0)).toBe(sharesOf(first));
    }
    const lot = bench.market.state.lot('A');
    expect([lot.inTransit, lot.confirmed]).toEqual([100 * KG + 1, 700 * KG - 1]);
    expect(bench.line('O1-1')).toMatchObject({ promised: 300 * KG, allocated: 300 * KG, dispatched: 100 * KG + 1 });
    receive(bench, shipmentOf(bench, 'O1'));
    load(bench, { loadId: 'M2', parts: [whole(parts[1]!)] });
    receive(bench, shipmentOf(bench, 'O1'));
    const amounts = parts.map(({ quantity }) => amountOf(quantity, 16_500, 'GRAM'));
    expect(bench.market.state.order('O1')).toMatchObject({ status: 'received', owed: amounts[0]! + amounts[1]! });
  });

  it('that has taken a part leaves the rest to be cancelled', () => {
    const { bench, first } = bound();
    load(bench, { parts: [part(first, 100)] });
    bench.apply({ kind: 'order-cancelled', payload: { orderId: 'O1' } });
    expect(bench.line('O1-1')).toMatchObject({ promised: 100 * KG, allocated: 100 * KG, dispatched: 100 * KG });
    expect(bench.market.state.lot('A')).toMatchObject({ inTransit: 100 * KG, confirmed: 500 * KG, free: 400 * KG });
    receive(bench, shipmentOf(bench, 'O1'));
    expect(bench.market.state.order('O1').status).toBe('received');
  });

  it.each<[string, (of: ReturnType<typeof bound>) => Partial<LoadDispatched>, string, string | undefined]>([
    ['nothing', () => ({}), 'INVALID', undefined],
    ['the same twice', ({ first }) => ({ parts: [whole(first), part(first, 1)] }), 'INVALID', undefined],
    [
      'goods for two places',
      ({ first, elsewhere }) => ({ parts: [whole(first), whole(elsewhere)] }),
      'INVALID',
      undefined,
    ],
    ['more than there is', ({ first }) => ({ parts: [part(first, 301)] }), 'INVALID', '/parts/0/quantity'],
    [
      'more than goes in',
      ({ first, second }) => ({
        parts: [whole(first), part(second, 100)],
        capacity: { quantity: 400 * KG - 1, unit: 'GRAM' },
      }),
      'INVALID',
      '/capacity/quantity',
    ],
    [
      'what its capacity does not count',
      ({ first }) => ({ parts: [whole(first)], capacity: { quantity: 400, unit: 'PAIR' } }),
      'INVALID',
      undefined,
    ],
    [
      'a way with a gap',
      ({ first }) => ({ parts: [whole(first)], legs: [WAY[0], { ...WAY[1], from: 'Semarang' }] }),
      'INVALID',
      '/legs/1/from',
    ],
    [
      'a way on which time runs backwards',
      ({ first }) => ({ parts: [whole(first)], legs: [WAY[0], { ...WAY[1], eta: '2019-03-05' }] }),
      'INVALID',
      '/legs/1/eta',
    ],
    ['what is not there', () => ({ parts: [{ allocationId: 'X', quantity: null }] }), 'NOT_FOUND', undefined],
  ])('is refused with %s, and nothing has changed', (_, said, ...expected) => {
    const of = bound();
    const before = JSON.stringify([...of.bench.market.state.allocations.values()]);
    const send = () => {
      load(of.bench, said(of));
    };
    expect(refusal(send)).toEqual(expected);
    expect(JSON.stringify([...of.bench.market.state.allocations.values()])).toBe(before);
    expect(of.bench.market.state.shipments.size).toBe(0);
  });

  it('takes whole sacks of what comes in sacks', () => {
    const { bench, first } = bound(25);
    const send = (kg: number) => () => {
      load(bench, { parts: [part(first, kg)] });
    };
    expect(refusal(send(110))).toEqual(['INVALID', '/parts/0/quantity']);
    expect(refusal(send(125))).toEqual(['none']);
  });

  it('goes as names are written, in capitals or not', () => {
    const { bench, first } = bound();
    load(bench, { parts: [whole(first)], legs: [WAY[0], { ...WAY[1], from: ' surabaya ' }] });
    expect(shipmentOf(bench, 'O1').legs).toHaveLength(2);
  });

  it('arrives with all that is in it, and what was received of it is left out', () => {
    const { bench, first, second } = bound();
    load(bench, { parts: [whole(first), whole(second)] });
    const [one, other] = ['O1', 'O2'].map((id) => shipmentOf(bench, id));
    bench.apply({ kind: 'leg-arrived', payload: { shipmentId: one!.id, leg: 0 } });
    expect([one, other].map((each) => each!.legs.map(({ arrivedAt }) => arrivedAt !== null))).toEqual([
      [true, false],
      [true, false],
    ]);
    receive(bench, one!);
    bench.apply({ kind: 'leg-arrived', payload: { shipmentId: other!.id, leg: 1 } });
    expect([one, other].map((each) => each!.legs[1]!.arrivedAt !== null)).toEqual([false, true]);
  });
});

describe('an estimated arrival', () => {
  const change = (bench: Bench, leg: number, eta: string): void => {
    const payload = { shipmentId: shipmentOf(bench, 'O2').id, leg, eta, reason: 'a storm', by: 'officer' };
    bench.apply({ kind: 'eta-changed', payload });
  };
  const sent = (): Bench => {
    const { bench, first, second } = bound();
    load(bench, { parts: [whole(first), whole(second)] });
    return bench;
  };
  const days = (bench: Bench): string[][] => ['O1', 'O2'].map((id) => shipmentOf(bench, id).legs.map(({ eta }) => eta));

  it('is changed for the whole load, with a reason; later legs move by as many days', () => {
    const bench = sent();
    change(bench, 0, '2019-03-08');
    expect(days(bench)).toEqual([
      ['2019-03-08', '2019-03-14'],
      ['2019-03-08', '2019-03-14'],
    ]);
    expect(bench.changes.etaChanges).toMatchObject([
      { leg: 0, before: '2019-03-06', after: '2019-03-08', reason: 'a storm', by: 'officer' },
      { leg: 0, before: '2019-03-06', after: '2019-03-08' },
    ]);
    change(bench, 1, '2019-03-10');
    expect(days(bench)[0]).toEqual(['2019-03-08', '2019-03-10']);
  });

  it('is not changed to itself, to before the leg ahead of it, or where the goods have come already', () => {
    const bench = sent();
    const to = (leg: number, eta: string) => () => {
      change(bench, leg, eta);
    };
    expect(refusal(to(1, '2019-03-12'))[0]).toBe('INVALID');
    expect(refusal(to(1, '2019-03-05'))).toEqual(['INVALID', '/eta']);
    expect(refusal(to(2, '2019-03-20'))[0]).toBe('NOT_FOUND');
    bench.apply({ kind: 'leg-arrived', payload: { shipmentId: shipmentOf(bench, 'O1').id, leg: 0 } });
    expect(refusal(to(0, '2019-03-07'))[0]).toBe('NOT_FOUND');
    expect(refusal(to(1, '2019-03-20'))).toEqual(['none']);
  });
});
