import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import { ChangeSet } from '../domain/ledger/change-set.js';
import { decisionEvents } from './decision-events.js';
import { numbered } from './draft.js';

describe('the events of a batch', () => {
  it('count every version of every subject once, also when the batch holds two runs', () => {
    const bench = new Bench().agreement('13.03', 100).lot('A', 1_000, []);
    bench.order('13.03', 700);
    const batch = new ChangeSet();
    for (const day of [4, 5]) {
      bench.market.apply(
        { kind: 'time', payload: { kind: 'cut-off', subject: '33.02' } },
        new Date(`2019-03-0${String(day)}T10:00:00Z`),
        batch,
      );
    }
    const bySubject = new Map<string, number[]>();
    for (const { subject, sequence } of numbered(decisionEvents(bench.market.state, batch, new Map()))) {
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), sequence]);
    }
    expect(bySubject.get('unsold:A')).toEqual([1, 2]);
    for (const versions of bySubject.values()) expect(versions).toEqual(versions.map((_, index) => index + 1));
  });

  it('say until when a promise is bound, an offer answered, goods sent and an order paid', () => {
    const bench = new Bench().agreement('13.03', 1_000).lot('A', 1_000, [], '2021-03-03', false);
    const told = (type: string) =>
      numbered(decisionEvents(bench.market.state, bench.changes, new Map())).find((event) => event.type === type)?.data;
    // Needed by 3 April in a place five days away: it has to leave on 29 March, and is bound when that day begins.
    const { orderId } = bench.order('13.03', 700);
    expect(told('serap.allocation.line-promised.v1')).toMatchObject({ bindBy: '2019-03-28T17:00:00.000Z' });
    bench.run();
    expect(told('serap.allocation.offered.v1')).toMatchObject({
      answerBy: '2019-03-05T02:00:00.000Z',
      leaveOn: '2019-03-29',
    });
    const [allocation] = [...bench.market.state.allocations.values()];
    const allocationId = allocation!.id;
    bench.apply({ kind: 'allocation-confirmed', payload: { allocationId } });
    const confirmed = told('serap.allocation.confirmed.v1');
    expect(confirmed).toMatchObject({ leaveOn: '2019-03-29' });
    expect(confirmed).not.toHaveProperty('answerBy');
    const legs = [{ from: 'Cilacap', to: 'Sijunjung', mode: 'road', eta: '2019-03-10' }] as const;
    const payload = { shipmentId: 'S1', orderId, allocationIds: [allocationId], legs: [...legs] };
    bench.apply({ kind: 'shipment-dispatched', payload });
    expect(told('serap.allocation.status-changed.v1')).not.toHaveProperty('leaveOn');
    const items = [{ allocationId, accepted: 700 * KG, damaged: 0 }];
    bench.at = new Date('2019-03-10T20:00:00Z');
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    // Received on 11 March by the origin's clocks.
    expect(told('serap.shipment.delivered.v1')).toMatchObject({ payBy: '2019-04-10' });
  });

  it('tell of goods at sea whose lot is recalled, and change nothing of them', () => {
    const bench = new Bench().agreement('13.03', 1_000).lot('A', 1_000, []);
    const { orderId } = bench.order('13.03', 700);
    bench.run();
    const allocationIds = [...bench.market.state.allocations.keys()];
    const legs = [{ from: 'Cilacap', to: 'Sijunjung', mode: 'road', eta: '2019-03-10' }] as const;
    const payload = { shipmentId: 'S1', orderId, allocationIds, legs: [...legs] };
    bench.apply({ kind: 'shipment-dispatched', payload });
    const recall = { requestId: 'R', lotId: 'A', cause: 'RECALLED' as const, quantity: 1_000 * KG, certificates: [] };
    bench.apply({ kind: 'lot-adjusted', payload: recall });
    const told = numbered(decisionEvents(bench.market.state, bench.changes, new Map())).filter(
      ({ type }) => type === 'serap.allocation.status-changed.v1',
    );
    expect(told.map(({ data }) => data)).toMatchObject([{ status: 'dispatched', quantity: 700 * KG, recalled: true }]);
    expect([...bench.changes.recalls]).toEqual(['A']);
  });
});
