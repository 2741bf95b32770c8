import { DomainError } from '#kernel/domain-error.js';
import type { Input } from '../src/domain/decisions/index.js';
import type { Leg } from '../src/domain/ledger/legs.js';
import type { OrderStep } from '../src/domain/ledger/order-steps.js';
import { shipmentStatus } from '../src/domain/ledger/shipment-steps.js';
import type { KeptRecords } from '../src/domain/ledger/kept-records.js';
import { KeptOf } from './kept-of.js';
import { Bench, KG } from './market-bench.js';

/** One order or shipment over one input: what it was, what was done, what it became, or the code of the refusal. */
export interface Walked {
  readonly from: string;
  readonly step: string;
  readonly to: string;
  readonly refused: string | null;
}

const LEG: Omit<Leg, 'arrivedAt'> = { from: 'Purwokerto', to: 'Surabaya', mode: 'road', eta: '2019-03-10' };

/** What may happen next; what is named twice happens twice as often. */
const DEEDS = [
  ...([
    'place',
    'run',
    'run',
    'answer',
    'send',
    'send',
    'send',
    'arrive',
    'receive',
    'receive',
    'pay',
    'pay',
    'pay',
  ] as const),
  ...(['cancel', 'expire', 'expire', 'expire', 'stock', 'lose', 'nextDay'] as const),
];

/** And what was recorded wrongly is put right. */
const MENDED_DEEDS = [...DEEDS, ...(['correct', 'correct', 'correct', 'reverse', 'reverse'] as const)];

/** And ships are late. */
const MOVED_DEEDS = [...DEEDS, ...(['send', 'reschedule', 'reschedule', 'arrive'] as const)];

/** And what else may happen to stock and agreements. */
const ALL_DEEDS = [
  ...MENDED_DEEDS,
  ...(['place', 'run', 'withdraw', 'hold', 'suspend', 'amend', 'revoke', 'clock', 'merge'] as const),
  ...(['sendLoad', 'sendLoad', 'reschedule'] as const),
];

/** Few at a time, so that each is acted on often. */
const MOST_ORDERS = 2;

/**
 * A small market in which people do anything at any moment, legal or not: orders of one or two lines, runs, refusals,
 * shipments, short receipts, payments, cancellations, need-by, stock that comes and goes, an agreement that ends.
 */
export class MarketWalk {
  readonly bench = new Bench();
  private readonly kept = new KeptOf();
  private readonly payments: { orderId: string; amount: number; reference: string }[] = [];
  readonly orders: Walked[] = [];
  readonly shipments: Walked[] = [];
  private made = 0;
  private paid = 0;
  private roll: number;

  /** @param deeds `mended`: also corrections of receipts and reversals of payments; `moved`: also arrivals on other days than was said; `all`: also withdrawals, holds, suspensions, addenda, lost certificates, and the due rows of days */
  constructor(
    seed: number,
    private readonly deeds: 'few' | 'mended' | 'moved' | 'all' = 'few',
  ) {
    this.roll = seed;
    this.bench.agreement('13.03', 300 + this.below(3) * 300).lot('A', 200 + 2 * this.below(300), []);
  }

  step(): void {
    const deeds = { few: DEEDS, mended: MENDED_DEEDS, moved: MOVED_DEEDS, all: ALL_DEEDS }[this.deeds];
    this[deeds[this.below(deeds.length)] ?? 'run']();
    const { market, changes } = this.bench;
    this.kept.keep(market.state, changes);
    market.forgetClosed(changes);
  }

  place(): void {
    if (this.bench.market.state.orders.size === MOST_ORDERS) return;
    this.made += 1;
    const line = (index: number) => ({
      lineId: `L${String(this.made)}-${String(index)}`,
      deliverTo: '13.03',
      commodity: 'sugar',
      unit: 'GRAM' as const,
      quantity: (50 + this.below(400)) * KG,
      maxLandedPrice: null,
      certificates: [],
      needBy: '2019-04-03',
      minLifeDays: 0,
      minimum: 0,
      partial: this.below(3) > 0,
    });
    const orderId = `O${String(this.made)}`;
    const lines = this.below(3) === 0 ? [line(1)] : [line(1), line(2)];
    const buyer = { name: 'Buyer' };
    const payload = { orderId, partner: '13.03', placedBy: 'test', buyer, reference: null, lines };
    this.apply({ kind: 'order-placed', payload }, 'place', orderId);
  }

  run(): void {
    this.apply({ kind: 'run-requested', payload: { runId: `R${String(this.bench.market.state.journal)}` } });
  }

  answer(): void {
    const allocation = this.any(this.bench.market.state.allocations);
    if (!allocation) return;
    const kind = this.below(2) === 0 ? 'allocation-confirmed' : 'allocation-refused';
    this.apply({ kind, payload: { allocationId: allocation.id } });
  }

  send(): void {
    const order = this.any(this.bench.market.state.orders);
    if (!order) return;
    const bound = [...this.bench.market.state.allocations.values()].filter(({ orderId }) => orderId === order.id);
    const ids = bound.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    // With nothing confirmed it is asked all the same, and must be refused.
    const allocationIds = ids.length === 0 ? ['none'] : this.below(2) === 0 ? ids : ids.slice(0, 1);
    const legs = this.below(2) === 0 ? [LEG] : [LEG, { ...LEG, to: 'Padang' }];
    this.made += 1;
    const payload = { shipmentId: `S${String(this.made)}`, orderId: order.id, allocationIds, legs };
    this.apply({ kind: 'shipment-dispatched', payload }, 'dispatch', order.id);
  }

  /** Whatever is confirmed, of all orders, or a part of each. */
  sendLoad(): void {
    const bound = [...this.bench.market.state.allocations.values()].filter(({ status }) => status === 'confirmed');
    const parts = bound.map(({ id, quantity }) => ({
      allocationId: id,
      quantity:
        [null, quantity, Math.ceil(quantity / 3), quantity + 1][this.below(12) === 0 ? 3 : this.below(3)] ?? null,
    }));
    this.made += 1;
    const said = { vehicle: null, capacity: null, carrier: null, papers: [] };
    const payload = { loadId: `M${String(this.made)}`, parts, legs: [LEG, { ...LEG, from: LEG.to, to: 'Padang' }] };
    this.apply({ kind: 'load-dispatched', payload: { ...payload, ...said } });
  }

  reschedule(): void {
    const shipment = this.any(this.bench.market.state.shipments);
    if (!shipment) return;
    const leg = Math.max(
      0,
      shipment.legs.findIndex(({ arrivedAt }) => arrivedAt === null),
    );
    const eta = `2019-03-${String(10 + this.below(20))}`;
    const from = shipmentStatus(shipment);
    const payload = { shipmentId: shipment.id, leg, eta, reason: 'a storm', by: 'test' };
    const refused = this.apply({ kind: 'eta-changed', payload });
    this.shipments.push({ from, step: 'reschedule', to: shipmentStatus(shipment), refused });
  }

  arrive(): void {
    const shipment = this.any(this.bench.market.state.shipments);
    if (!shipment) return;
    const payload = { shipmentId: shipment.id, leg: this.below(shipment.legs.length) };
    const from = shipmentStatus(shipment);
    const refused = this.apply({ kind: 'leg-arrived', payload });
    this.shipments.push({ from, step: 'arrive', to: shipmentStatus(shipment), refused });
  }

  receive(): void {
    const shipment = this.any(this.bench.market.state.shipments);
    if (!shipment) return;
    const items = shipment.allocationIds.map((allocationId) => {
      const quantity = this.bench.market.state.allocations.get(allocationId)?.quantity ?? 0;
      return {
        allocationId,
        accepted: [quantity, quantity, 0, Math.floor(quantity / 2)][this.below(4)] ?? 0,
        damaged: 0,
      };
    });
    const from = shipmentStatus(shipment);
    const payload = { shipmentId: shipment.id, items, moisture: null };
    const refused = this.apply({ kind: 'shipment-received', payload }, 'receive', shipment.orderId);
    this.shipments.push({ from, step: 'receive', to: shipmentStatus(shipment), refused });
  }

  pay(): void {
    const order = this.any(this.bench.market.state.orders);
    if (!order) return;
    const amount = this.below(3) === 0 ? 1 : Math.max(1, order.owed - order.paid);
    this.paid += 1;
    const reference = `TRF-${String(this.paid)}`;
    const payment = { orderId: order.id, amount, reference };
    const refused = this.apply({ kind: 'payment-recorded', payload: payment }, 'pay', order.id);
    if (refused === null) this.payments.push(payment);
  }

  /** A receipt says something else; its order may be closed by now. */
  correct(): void {
    const received = this.kept.received();
    const shipmentId = received[this.below(received.length)];
    if (shipmentId === undefined) return;
    const kept = this.kept.receipt(shipmentId);
    const items = kept.allocations.map(({ id, quantity, accepted }) => {
      const figures = [quantity, Math.max(0, accepted - 1), 0, Math.floor(quantity / 2)];
      return { allocationId: id, accepted: figures[this.below(4)] ?? 0, damaged: 0 };
    });
    const said = { shipmentId, items, moisture: null, reason: 'counted again', by: 'test' };
    this.mend({ kind: 'receipt-corrected', payload: { ...said, kept } }, 'correct', kept);
  }

  reverse(): void {
    const payment = this.payments[this.below(this.payments.length)];
    if (!payment) return;
    const kept = this.kept.order(payment.orderId);
    const payload = { ...payment, paymentId: 1, reason: 'bounced', by: 'test', kept };
    const refused = this.mend({ kind: 'payment-reversed', payload }, 'reverse', kept);
    if (refused === null) this.payments.splice(this.payments.indexOf(payment), 1);
  }

  /** An order that was let go of is in no table of the market: what it was is what was kept of it. */
  private mend(
    input: Input,
    step: OrderStep,
    { order: { id, status: from } }: Omit<KeptRecords, 'lots'>,
  ): string | null {
    const isHere = this.bench.market.state.orders.has(id);
    const refused = this.apply(input, step, id);
    const last = this.orders.at(-1);
    if (!isHere && refused === null && last?.step === step) this.orders.splice(-1, 1, { ...last, from });
    return refused;
  }

  cancel(): void {
    const order = this.any(this.bench.market.state.orders);
    // Rarely once something has left: most orders are to go on to their end.
    if (order && ['dispatched', 'received', 'settled'].includes(order.status) && this.below(4) > 0) return;
    if (order) this.apply({ kind: 'order-cancelled', payload: { orderId: order.id } }, 'cancel', order.id);
  }

  expire(): void {
    const line = this.any(this.bench.market.state.lines);
    if (line?.status !== 'open') return;
    this.apply({ kind: 'time', payload: { kind: 'need-by-passed', subject: line.id } }, 'expire', line.orderId);
  }

  stock(): void {
    this.made += 1;
    const id = `A${String(this.made)}`;
    const consent = this.below(3) > 0;
    this.watched('market', null, () =>
      this.bench.lot(
        id,
        2 * (20 + this.below(200)),
        this.deeds === 'all' && this.below(2) === 0 ? ['P-IRT'] : [],
        '2021-03-03',
        consent,
      ),
    );
  }

  lose(): void {
    const lot = this.any(this.bench.market.state.lots);
    if (!lot) return;
    const quantity = (20 + this.below(300)) * KG;
    const payload = {
      requestId: this.requestId(),
      lotId: lot.id,
      cause: 'SPOILED' as const,
      quantity,
      certificates: [],
    };
    this.apply({ kind: 'lot-adjusted', payload });
  }

  nextDay(): void {
    if (this.below(3) === 0) {
      const [from, to] = ['2019-02-28T17:00:00Z', '2019-03-04T01:00:00Z'];
      this.watched('market', null, () => {
        this.bench.stage(
          '13.03',
          this.below(2) === 0 ? 'terminated' : 'in-force',
          from,
          this.below(2) === 0 ? to : null,
        );
      });
    } else {
      this.bench.at = new Date(this.bench.at.getTime() + 86_400_000);
      this.apply({ kind: 'time', payload: { kind: 'day-begins', subject: '33.02' } });
    }
  }

  withdraw(): void {
    const lot = this.any(this.bench.market.state.lots);
    if (!lot) return;
    const payload = { requestId: this.requestId(), lotId: lot.id, quantity: (1 + this.below(300)) * KG };
    const who = this.below(2) === 0 ? {} : { producerId: `${lot.id}-1` };
    this.apply({ kind: 'withdrawal-requested', payload: { ...payload, ...who } });
  }

  hold(): void {
    const lot = this.any(this.bench.market.state.lots);
    if (!lot) return;
    const kind = this.below(2) === 0 ? 'lot-held' : 'lot-released';
    const cause = this.below(2) === 0 ? 'QUALITY' : 'PRODUCER_SUSPENDED';
    const who = cause === 'QUALITY' ? {} : { producerId: this.below(3) === 0 ? lot.sellerId : `${lot.id}-2` };
    this.apply({ kind, payload: { lotId: lot.id, cause, ...who } });
  }

  suspend(): void {
    this.watched('market', null, () => {
      this.bench.stage('13.03', this.below(2) === 0 ? 'suspended' : 'in-force');
    });
  }

  /** An addendum: another quota, certificates, price band and days to pay. */
  amend(): void {
    const term = this.any(this.bench.market.state.terms);
    if (!term) return;
    const certificates = this.below(3) === 0 ? ['P-IRT'] : [];
    const changed = { edition: term.edition + 1, quota: this.below(900) * KG, certificates };
    const dearest = this.below(3) === 0 ? { minimumPrice: 0, maximumPrice: 16_000 + this.below(1_000) } : {};
    const paymentDays = this.below(2) === 0 ? null : 1 + this.below(90);
    this.apply({ kind: 'agreement-terms-changed', payload: { ...term, ...changed, ...dearest, paymentDays } });
  }

  revoke(): void {
    const lot = this.any(this.bench.market.state.lots);
    if (!lot) return;
    const payload = { requestId: this.requestId(), lotId: lot.id, cause: 'CERTIFICATE_REVOKED' as const, quantity: 0 };
    this.apply({ kind: 'lot-adjusted', payload: { ...payload, certificates: [] } });
  }

  /** Somebody turns out to be registered twice, in one lot or in two. */
  merge(): void {
    const [one, other] = [this.any(this.bench.market.state.lots), this.any(this.bench.market.state.lots)];
    if (!one || !other) return;
    const payload = { mergeId: this.requestId(), duplicateId: `${one.id}-2`, keepId: `${other.id}-1` };
    this.apply({ kind: 'producers-merged', payload });
  }

  /** Some days pass; every row that falls due meanwhile is applied at its instant. */
  clock(): void {
    const { state } = this.bench.market;
    const until = new Date(this.bench.at.getTime() + this.below(6) * 86_400_000);
    for (let due = state.timers.next(until); due; due = state.timers.next(until)) {
      this.bench.at = due.at > this.bench.at ? due.at : this.bench.at;
      this.apply({ kind: 'time', payload: { kind: due.kind, subject: due.subject } });
    }
    this.bench.at = until;
  }

  private requestId(): string {
    return `W${String(this.bench.market.state.journal)}`;
  }

  private apply(input: Input, step: OrderStep = 'market', orderId: string | null = null): string | null {
    return this.watched(step, orderId, () => {
      this.bench.apply(input);
    });
  }

  /** Records what became of every order: of the one that was asked by its step, of the others by the market. */
  private watched(step: OrderStep, orderId: string | null, act: () => unknown): string | null {
    const { orders } = this.bench.market.state;
    const before = new Map([...orders.values()].map(({ id, status }) => [id, status]));
    let refused: string | null = null;
    try {
      act();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused = error.code;
    }
    for (const { id, status: to } of orders.values()) {
      const from = before.get(id) ?? 'open';
      if (id === orderId) this.orders.push({ from, step, to, refused });
      else if (from !== to) this.orders.push({ from, step: 'market', to, refused });
    }
    return refused;
  }

  private any<T>(things: ReadonlyMap<string, T>): T | undefined {
    return [...things.values()][this.below(things.size)];
  }

  private below(bound: number): number {
    this.roll = (Math.imul(this.roll, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.roll / 4_294_967_296) * bound);
  }
}
