import { describe, expect, it } from 'vitest';
import { DomainError } from '#kernel/domain-error.js';
import { Bench, KG } from '../../test/market-bench.js';
import { KeptOf } from '../../test/kept-of.js';
import { decisionEvents } from '../events/decision-events.js';
import { numbered } from '../events/draft.js';
import type { Input } from './decisions/index.js';
import type { Line } from './ledger/line.js';

const LEG = { from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2019-03-18' } as const;

/** A market in which 700 of 1,000 kg have come, of which so much was accepted. */
class Desk {
  readonly bench = new Bench();
  readonly kept = new KeptOf();
  readonly orderId: string;
  readonly allocationId: string;

  constructor(accepted: number, { quota = 9_000, order = 700 } = {}) {
    this.bench.agreement('13.03', quota).lot('A', 1_000, []);
    this.orderId = this.bench.order('13.03', order).orderId;
    this.bench.run();
    this.allocationId = [...this.bench.changes.allocations.keys()][0]!;
    this.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId: this.orderId, allocationIds: [this.allocationId], legs: [LEG] },
    });
    const items = [{ allocationId: this.allocationId, accepted: accepted * KG, damaged: 0 }];
    this.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
  }

  apply(input: Input): void {
    const { bench } = this;
    bench.apply(input);
    // Versions are counted when a batch is closed.
    numbered(decisionEvents(bench.market.state, bench.changes, new Map()));
    this.kept.keep(bench.market.state, bench.changes);
    bench.market.forgetClosed(bench.changes);
  }

  correct(accepted: number, damaged = 0, moisture: number | null = null): void {
    const items = [{ allocationId: this.allocationId, accepted: accepted * KG, damaged: damaged * KG }];
    const payload = { shipmentId: 'S1', items, moisture, reason: 'a sack was counted twice', by: 'siti' };
    this.apply({ kind: 'receipt-corrected', payload: { ...payload, kept: this.kept.receipt('S1') } });
  }

  pay(amount: number, reference: string): void {
    this.apply({ kind: 'payment-recorded', payload: { orderId: this.orderId, amount, reference } });
  }

  reverse(amount: number, reference: string): void {
    const payload = { orderId: this.orderId, paymentId: 1, amount, reference, reason: 'bounced', by: 'siti' };
    this.apply({ kind: 'payment-reversed', payload: { ...payload, kept: this.kept.order(this.orderId) } });
  }

  get line(): Line {
    return this.kept.order(this.orderId).lines[0]!;
  }

  get order() {
    return this.kept.order(this.orderId).order;
  }

  get lot() {
    return this.bench.market.state.lots.get('A')!;
  }

  /** Accepted of the line, kept open, promised, waived; delivered and written off of the lot; owed. */
  figures(): number[] {
    const { accepted, allocated, promised, waived } = this.line;
    const kg = [accepted, allocated, promised, waived, this.lot.delivered, this.lot.writtenOff].map((of) => of / KG);
    return [...kg, this.order.owed];
  }
}

const refusal = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a receipt that was wrong', () => {
  it('is corrected upwards: allocation, line, lot, what is owed and earned, and the order follow', () => {
    const desk = new Desk(650);
    expect(desk.figures()).toEqual([650, 650, 700, 0, 650, 50, 10_725_000]);
    desk.correct(700);
    expect(desk.figures()).toEqual([700, 700, 700, 0, 700, 0, 11_550_000]);
    expect(desk.order.status).toBe('received');
    const [settlement] = desk.bench.changes.settlements;
    expect([settlement!.amount, settlement!.told, settlement!.lines.map(({ quantity }) => quantity)]).toEqual([
      11_550_000,
      1,
      [350 * KG, 350 * KG],
    ]);
  });

  it('is corrected downwards: what was not there is written off, and bound again while its need-by lasts', () => {
    const desk = new Desk(700);
    expect(desk.order.status).toBe('received');
    desk.correct(600, 20);
    expect(desk.figures()).toEqual([600, 600, 700, 0, 600, 100, 9_900_000]);
    expect(desk.bench.market.state.timers.get('bind-by', desk.line.id)).toBeDefined();
    desk.bench.run();
    expect(desk.bench.line(desk.line.id).allocated).toBe(700 * KG);
  });

  it('tells of both figures, and what is earned in versions that go on', () => {
    const { bench, ...desk } = new Desk(650);
    const corrected = new Desk(650);
    corrected.correct(700, 0, 310);
    expect(corrected.bench.changes.corrections).toEqual([
      {
        shipmentId: 'S1',
        by: 'siti',
        reason: 'a sack was counted twice',
        moisture: { before: null, after: 310 },
        items: [
          {
            allocationId: corrected.allocationId,
            before: { accepted: 650 * KG, damaged: 0 },
            after: { accepted: 700 * KG, damaged: 0 },
            told: 2,
          },
        ],
      },
    ]);
    expect(desk.allocationId).toBe(corrected.allocationId);
    const kept = corrected.kept.receipt('S1');
    const items = [{ allocationId: desk.allocationId, accepted: 700 * KG, damaged: 0 }];
    bench.apply({
      kind: 'receipt-corrected',
      payload: {
        ...{ shipmentId: 'S1', items, moisture: null, reason: 'r', by: 'siti' },
        kept: { ...kept, allocations: [{ ...kept.allocations[0]!, status: 'short', accepted: 650 * KG, missing: 0 }] },
      },
    });
    const events = numbered(decisionEvents(bench.market.state, bench.changes, new Map()));
    expect(events.find(({ type }) => type === 'serap.allocation.status-changed.v1')?.data).toMatchObject({
      accepted: 700 * KG,
      acceptedBefore: 650 * KG,
      damagedBefore: 0,
      missingBefore: 50 * KG,
    });
    expect(events.find(({ type }) => type === 'serap.shipment.delivered.v1')?.data).toMatchObject({ corrections: 2 });
    expect(events.find(({ type }) => type === 'serap.shipment.settled.v1')?.sequence).toBe(3);
  });

  it('gives back what was bound in the place of goods that had come after all, unless it has left', () => {
    const desk = new Desk(600);
    desk.apply({ kind: 'run-requested', payload: { runId: 'R2' } });
    expect(desk.line.allocated).toBe(700 * KG);
    const [again] = desk.bench.market.state.allocations.values();
    desk.correct(680);
    // 20 kg are still missing, and bound again by the next run.
    expect([again!.status, ...desk.figures()]).toEqual(['released', 680, 680, 700, 0, 680, 20, 11_220_000]);

    const sent = new Desk(600);
    sent.apply({ kind: 'run-requested', payload: { runId: 'R2' } });
    const [other] = sent.bench.market.state.allocations.values();
    const payload = { shipmentId: 'S2', orderId: sent.orderId, allocationIds: [other!.id], legs: [LEG] };
    sent.apply({ kind: 'shipment-dispatched', payload });
    const before = sent.figures();
    expect(
      refusal(() => {
        sent.correct(680);
      }),
    ).toBe('INVALID');
    expect(sent.figures()).toEqual(before);
  });

  it('of a line that is closed has its promise again, by the quota of the day', () => {
    const desk = new Desk(0, { quota: 700 });
    desk.bench.time('need-by-passed', desk.line.id, '2019-03-05T17:00:00Z');
    desk.kept.keep(desk.bench.market.state, desk.bench.changes);
    desk.bench.market.forgetClosed(desk.bench.changes);
    expect([desk.order.status, desk.line.promised, desk.bench.market.state.orders.size]).toEqual(['expired', 0, 0]);
    desk.correct(700);
    expect([desk.order.status, desk.line.unfilled, ...desk.figures()]).toEqual([
      ...['received', []],
      ...[700, 700, 700, 0, 700, 0, 11_550_000],
    ]);
  });

  it('is missed, or not missed, by the tolerance as in a receipt', () => {
    const desk = new Desk(698);
    expect(desk.figures()).toEqual([698, 698, 698, 2, 698, 2, 11_517_000]);
    desk.correct(699);
    expect(desk.figures()).toEqual([699, 699, 699, 1, 699, 1, 11_533_500]);
    desk.correct(690);
    // More than half a percent: it is open again, and promised from what lies there.
    expect(desk.figures()).toEqual([690, 690, 700, 0, 690, 10, 11_385_000]);
    desk.correct(697);
    expect(desk.figures()).toEqual([697, 697, 697, 3, 697, 3, 11_500_500]);
  });

  it('is final after 72 hours, and refused where it says nothing new, or nothing was received', () => {
    const desk = new Desk(650);
    const codes = [
      () => {
        desk.correct(650);
      },
      () => {
        desk.correct(700, 1);
      },
    ].map(refusal);
    const { at } = desk.bench;
    desk.bench.at = new Date(at.getTime() + 72 * 3_600_000 + 1);
    const late = refusal(() => {
      desk.correct(700);
    });
    desk.bench.at = new Date(at.getTime() + 72 * 3_600_000);
    const inTime = refusal(() => {
      desk.correct(700);
    });
    expect([...codes, late, inTime]).toEqual(['INVALID', 'INVALID', 'ILLEGAL_TRANSITION', 'none']);
  });

  it('never comes to less than was paid: the payment is reversed first', () => {
    const desk = new Desk(700);
    desk.pay(11_550_000, 'TRF 1');
    expect([desk.order.status, desk.bench.market.state.orders.size]).toEqual(['settled', 0]);
    const correct = (): string =>
      refusal(() => {
        desk.correct(600);
      });
    expect(correct()).toBe('ILLEGAL_TRANSITION');
    desk.reverse(11_550_000, 'TRF 1');
    expect([desk.order.status, desk.order.paid]).toEqual(['received', 0]);
    expect(correct()).toBe('none');
    desk.pay(9_900_000, 'TRF 1');
    expect([desk.order.paid, desk.order.owed]).toEqual([9_900_000, 9_900_000]);
  });

  it('comes to no less once its money is with the producers', () => {
    const desk = new Desk(690);
    desk.kept.paidOut = 1;
    const codes = [600, 700].map((kg) =>
      refusal(() => {
        desk.correct(kg);
      }),
    );
    expect(codes).toEqual(['ILLEGAL_TRANSITION', 'none']);
  });

  it('that comes to more opens a settled order again', () => {
    const desk = new Desk(698);
    desk.pay(11_517_000, 'TRF 1');
    expect([desk.order.status, desk.bench.market.state.orders.size]).toEqual(['settled', 0]);
    desk.correct(700);
    expect([desk.order.status, desk.order.owed - desk.order.paid]).toEqual(['received', 33_000]);
  });
});

describe('a payment that is reversed', () => {
  it('is owed again, and its reference pays again, in capitals or not', () => {
    const desk = new Desk(700);
    desk.pay(1_000_000, 'TRF 1');
    desk.pay(10_550_000, 'TRF 2');
    desk.reverse(1_000_000, 'trf  1');
    expect([desk.order.status, desk.order.paid]).toEqual(['received', 10_550_000]);
    expect(
      refusal(() => {
        desk.reverse(1_000_000, 'TRF 1');
      }),
    ).toBe('ILLEGAL_TRANSITION');
    desk.pay(1_000_000, 'TRF 1');
    expect([desk.order.status, desk.bench.market.state.orders.size]).toEqual(['settled', 0]);
  });
});
