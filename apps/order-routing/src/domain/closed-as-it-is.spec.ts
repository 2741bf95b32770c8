import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';

const LEG = { from: 'Purwokerto', to: 'Padang', mode: 'road', eta: '2019-03-10' } as const;

/** An order of which a lot of `kg` has left, and how it stands. */
class Sent {
  readonly bench = new Bench();
  readonly orderId: string;
  readonly allocationId: string;
  private readonly lineId: string;

  constructor(wanted: number, kg: number, sack?: number) {
    this.bench.agreement('13.03', 9_000).lot('A', kg, [], '2021-03-03', true, sack);
    const line = this.bench.order('13.03', wanted);
    [this.orderId, this.lineId] = [line.orderId, line.id];
    this.bench.run();
    [this.allocationId = ''] = [...this.bench.changes.allocations.keys()];
    const allocationIds = [this.allocationId];
    this.bench.apply({
      kind: 'shipment-dispatched',
      payload: { shipmentId: 'S1', orderId: this.orderId, allocationIds, legs: [LEG] },
    });
  }

  receive(grams: number): this {
    const items = [{ allocationId: this.allocationId, accepted: grams, damaged: 0 }];
    this.bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
    return this;
  }

  cancel(): void {
    this.bench.apply({ kind: 'order-cancelled', payload: { orderId: this.orderId } });
  }

  /** Status of the order, grams promised, and what is unfilled for which reason. */
  get stands(): unknown[] {
    const { state } = this.bench.market;
    const { promised, unfilled } = this.bench.line(this.lineId);
    return [state.order(this.orderId).status, promised, ...unfilled.map(({ code, quantity }) => [code, quantity])];
  }
}

describe('a load that is a little short', () => {
  it.each([
    ['one gram', 500, 499_999, undefined],
    ['half a percent of what is weighed', 500, 497_500, undefined],
    ['one percent of what comes in sacks', 500, 495_000, 25],
  ])('is received as it is, and nothing is sent after it: %s', (_, kg, accepted, sack) => {
    const sent = new Sent(kg, kg, sack).receive(accepted);
    expect(sent.stands).toEqual(['received', accepted, ['LOST_IN_TRANSIT', kg * KG - accepted]]);
    sent.bench.lot('B', 500, []);
    sent.bench.run();
    expect(sent.stands).toEqual(['received', accepted, ['LOST_IN_TRANSIT', kg * KG - accepted]]);
    const { owed } = sent.bench.market.state.order(sent.orderId);
    expect(owed).toBe(Math.round((accepted * 16_500) / KG));
    sent.bench.apply({
      kind: 'payment-recorded',
      payload: { orderId: sent.orderId, amount: owed, reference: 'TRF-1' },
    });
    expect(sent.stands[0]).toBe('settled');
  });

  it.each([
    ['a gram more than half a percent', 500, 497_499, undefined],
    ['a gram more than one percent of sacks', 500, 494_999, 25],
  ])('is made up for beyond the tolerance: %s', (_, kg, accepted, sack) => {
    const sent = new Sent(kg, kg, sack);
    sent.bench.lot('B', 500, [], '2021-03-03', true, sack);
    sent.receive(accepted);
    expect(sent.bench.line('O1-1')).toMatchObject({ waived: 0, accepted });
    expect(sent.stands.flat()).not.toContain('LOST_IN_TRANSIT');
  });
});

describe('an order of which a part has left', () => {
  it('is closed as it is: what has not left goes back, what has is received and paid', () => {
    const sent = new Sent(900, 500);
    sent.bench.lot('B', 300, []);
    sent.bench.run();
    expect(sent.stands).toEqual(['dispatched', 800 * KG, ['NO_SURPLUS', 100 * KG]]);
    sent.cancel();
    expect(sent.stands).toEqual(['dispatched', 500 * KG, ['CANCELLED', 400 * KG]]);
    expect(sent.bench.market.state.lots.get('B')!.free).toBe(300 * KG);
    expect(sent.receive(500 * KG).stands).toEqual(['received', 500 * KG, ['CANCELLED', 400 * KG]]);
  });

  it('once it was received in part, waits for no more when its buyer says so', () => {
    const sent = new Sent(900, 500).receive(500 * KG);
    sent.cancel();
    sent.bench.lot('B', 300, []);
    expect(sent.stands).toEqual(['received', 500 * KG, ['CANCELLED', 400 * KG]]);
  });

  it('loses for good what is short of it after that', () => {
    const sent = new Sent(900, 500);
    sent.cancel();
    expect(sent.receive(300 * KG).stands).toEqual(['received', 300 * KG, ['CANCELLED', 600 * KG]]);
  });

  it('is let go of when its need-by closes what was open of a paid one', () => {
    const { bench, orderId } = new Sent(500, 300).receive(300 * KG);
    const { state } = bench.market;
    const { owed } = state.order(orderId);
    bench.apply({ kind: 'payment-recorded', payload: { orderId, amount: owed, reference: 'TRF-1' } });
    bench.market.forgetClosed(bench.changes);
    const [lineId = ''] = state.lines.keys();
    bench.time('need-by-passed', lineId, '2019-04-03T17:00:00Z');
    bench.market.forgetClosed(bench.changes);
    expect([state.orders.size, state.lines.size]).toEqual([0, 0]);
  });

  it('has nothing to cancel when all of it has left', () => {
    const sent = new Sent(500, 500);
    expect(() => {
      sent.cancel();
    }).toThrow('nothing to cancel');
  });
});
