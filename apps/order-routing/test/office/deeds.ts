import { createHash } from 'node:crypto';
import type { Input } from '../../src/domain/decisions/index.js';
import type { KeptOf } from '../kept-of.js';
import { dayAt, plusDays } from './model/calendar.js';
import { ORIGIN } from './model/gates.js';
import type { Office } from './model/office.js';
import { Dice, type Deed } from './history.js';
import { arriveDeed, etaDeed, loadDeed, receivedItems, sendDeed } from './loads.js';

const PLACES = ['13.03', '13.03.05', '73', '73.71', '82.71'] as const;
const PARTNERS = ['13.03', '73', '82.71'] as const;
const KINDS = ['P-IRT', 'HALAL', 'SNI'] as const;
const BANK = { reason: 'bounced', by: 'test', paymentId: 1 };

const PAPER = { title: 'Surat', basis: 'a decree' };
const MANIFEST = { ...PAPER, id: 'manifest', modes: ['sea' as const], destinations: [], commodities: [], from: null };
const QUARANTINE = {
  ...{ ...PAPER, id: 'quarantine', modes: ['sea' as const, 'air' as const] },
  ...{ destinations: ['13.03', '73'], commodities: ['sugar', 'chips'], from: '2019-03-06' },
};

interface Goods {
  readonly commodity: string;
  readonly unit: 'GRAM' | 'PAIR';
  readonly sack: number;
  readonly one: number;
}
/** What is sold loose, in packages, and by the pair. */
const GOODS: readonly Goods[] = [
  { commodity: 'sugar', unit: 'GRAM', sack: 1, one: 1_000 },
  { commodity: 'chips', unit: 'GRAM', sack: 5_000, one: 5_000 },
  { commodity: 'sandals', unit: 'PAIR', sack: 1, one: 1 },
];

/** Makes inputs of a deed, out of what the office has just then; none: there is nothing to do it with. */
export class Deeds {
  private made = 0;
  private readonly payments: { orderId: string; amount: number; reference: string }[] = [];

  constructor(
    private readonly office: Office,
    private readonly kept: KeptOf,
  ) {}

  inputsOf(deed: Deed, at: Date): Input[] {
    this.made += 1;
    const doing = new Doing(this.office, this.kept, new Dice(deed.seed), at, this.made, this.payments);
    const input = doing[deed.name]();
    if (Array.isArray(input)) return input;
    if (input?.kind !== 'agreement-terms-changed' || this.office.agreements.has(input.payload.agreementId)) {
      return input ? [input] : [];
    }
    // A new agreement is signed at once; what else becomes of it is the deed `stage`.
    return [input, stageInput(input.payload.agreementId, input.payload.partner, 'in-force', null)];
  }
}

function stageInput(agreementId: string, partner: string, stage: string, effectiveTo: string | null): Input {
  const effectiveFrom = '2019-02-28T17:00:00Z';
  return {
    kind: 'agreement-stage-changed',
    payload: { agreementId, partner, stage, edition: 1, effectiveFrom, effectiveTo },
  };
}

class Doing {
  constructor(
    private readonly office: Office,
    private readonly kept: KeptOf,
    private readonly dice: Dice,
    private readonly at: Date,
    private readonly made: number,
    private readonly payments: { orderId: string; amount: number; reference: string }[],
  ) {}

  agree(): Input | undefined {
    const id = `T${String(this.made)}`;
    const destination = this.of(PLACES);
    const partner = PARTNERS.find((one) => destination.startsWith(one)) ?? '13.03';
    const agreementId = this.one(3) ? `A-${partner}` : `A${String(this.made)}-${partner}`;
    return {
      kind: 'agreement-terms-changed',
      payload: { ...this.terms(this.of(GOODS)), id, agreementId, partner, destination, edition: 1, removed: false },
    };
  }

  private terms({ commodity, unit, one }: Goods) {
    const band = this.one(4) ? { minimumPrice: 14_000 + 500 * this.below(6), maximumPrice: 17_000 } : {};
    const kind = this.one(8) ? { quotaKind: this.of(['unlimited', 'target'] as const) } : {};
    return {
      commodity,
      unit,
      quota: one * (10 + this.below(120)),
      period: this.of(['day', 'day', 'week', 'month', 'whole'] as const),
      minimumLot: this.one(6) ? one * (1 + this.below(20)) : 0,
      ...(this.one(8) ? { reserved: one * (1 + this.below(30)), releaseHour: 12 } : {}),
      ...band,
      ...kind,
      freight: 250 * this.below(10),
      transitDays: 1 + this.below(6),
      paymentDays: this.one(2) ? null : 1 + this.below(60),
      loadTolerance: this.one(2) ? this.of([0, 20, 300] as const) : null,
      certificates: this.one(6) ? [this.of(KINDS)] : [],
    };
  }

  /** An addendum: the next edition of a row, or its end. */
  amend(): Input | undefined {
    const rows = this.any([...this.office.rows.values()]);
    const row = rows?.at(-1);
    if (!row) return undefined;
    const goods = GOODS.find(({ commodity }) => commodity === row.commodity)!;
    const { id, agreementId, partner, destination } = row;
    const next = { ...this.terms(goods), id, agreementId, partner, destination, edition: row.edition + 1 };
    const kept = this.one(2) ? { period: row.period as 'day', freight: row.freight } : { period: row.period as 'day' };
    return { kind: 'agreement-terms-changed', payload: { ...next, ...kept, removed: this.one(8) } };
  }

  stage(): Input | undefined {
    const row = this.any([...this.office.rows.values()])?.at(-1);
    if (!row) return undefined;
    const known = this.office.agreements.get(row.agreementId);
    const stage = this.of(['suspended', 'in-force', 'in-force', this.one(4) ? 'terminated' : 'in-force'] as const);
    const day = dayAt(this.at, ORIGIN);
    const ends = this.one(4) ? `${plusDays(day, 1 + this.below(12))}T17:00:00Z` : null;
    return stageInput(row.agreementId, row.partner, known && known.stage !== 'suspended' ? stage : 'in-force', ends);
  }

  declare(): Input {
    const { commodity, unit, sack, one } = this.goods(undefined);
    const lotId = `L${String(this.made)}`;
    const producers = 1 + this.below(4);
    const contributions = Array.from({ length: producers }, (_, index) => ({
      producerId: `P${String((this.made + index) % 6)}`,
      quantity: one * (3 + this.below(40)) + (sack > 1 || unit === 'PAIR' || this.one(2) ? 0 : this.below(1_000)),
      ...(this.one(5) ? { certificates: this.certificates(true) } : {}),
    }));
    const sellerId = `coop-${String(this.below(3))}`;
    const heldFor = this.heldFor([sellerId, ...contributions.map(({ producerId }) => producerId)]);
    const hash = createHash('sha256');
    for (const part of contributions) hash.update(`${part.producerId} ${String(part.quantity)}\n`);
    const law = { asksFor: ['P-IRT' as const], packs: this.of(['retail', 'bulk'] as const), makers: 'micro' as const };
    return {
      kind: 'surplus-declared',
      payload: {
        lotId,
        sellerId,
        ...(heldFor.length > 0 ? { heldFor } : {}),
        pooled: producers > 1,
        product: `P-${commodity}`,
        commodity,
        unit,
        ...(sack > 1 ? { sack } : {}),
        quantity: contributions.reduce((sum, { quantity }) => sum + quantity, 0),
        producedOn: plusDays(dayAt(this.at, ORIGIN), this.one(6) ? 2 : 0),
        bestBefore: this.one(2) ? null : plusDays(dayAt(this.at, ORIGIN), this.of([9, 20, 150, 700] as const)),
        floorPrice: 14_000 + 333 * this.below(12),
        certificates: this.certificates(false),
        ...(this.one(3) ? { law } : {}),
        standingConsent: !this.one(3),
        ...{ chunk: 1, chunks: 1, contributionsCount: producers, contributionsHash: hash.digest('hex') },
        contributions,
      },
    };
  }

  /** Mostly what some agreement is about. */
  private goods(wanted: string | undefined): Goods {
    const named = wanted ?? (this.one(8) ? undefined : this.any([...this.office.rows.values()])?.at(-1)?.commodity);
    return GOODS.find(({ commodity }) => commodity === named) ?? this.of(GOODS);
  }

  /** A member's certificates end far off: ends of parts are known to the bucket of the office's policy only. */
  private certificates(isFar: boolean) {
    const until = (): { until?: string } => {
      if (!this.one(4)) return {};
      return { until: isFar ? '2021-01-01' : plusDays(dayAt(this.at, ORIGIN), 3 + this.below(40)) };
    };
    return KINDS.filter(() => !this.one(3)).map((kind) => ({ kind, ...until() }));
  }

  order(): Input {
    const orderId = `O${String(this.made)}`;
    const known = this.one(9) ? undefined : this.any([...this.office.rows.values()])?.at(-1);
    const partner = known?.partner ?? this.of(PARTNERS);
    const places = PLACES.filter((place) => place.startsWith(known?.destination ?? partner));
    const line = (index: number) => {
      const { commodity, unit, one, sack } = this.goods(index === 1 ? known?.commodity : undefined);
      const odd = unit === 'GRAM' && sack === 1 && this.one(3) ? this.below(1_000) : 0;
      const quantity = one * (1 + this.below(90)) + odd;
      return {
        lineId: `${orderId}-${String(index)}`,
        deliverTo: this.of(places),
        commodity,
        unit,
        quantity,
        maxLandedPrice: !this.one(3) ? null : 16_000 + 500 * this.below(12),
        certificates: KINDS.filter(() => this.one(9)),
        needBy: plusDays(dayAt(this.at, ORIGIN), this.one(3) ? 2 + this.below(8) : 10 + this.below(30)),
        minLifeDays: !this.one(3) ? 0 : this.of([5, 60] as const),
        minimum: this.one(6) ? Math.ceil(quantity / 2) : 0,
        partial: !this.one(7),
        ...(this.one(5) ? { use: this.of(['raw-material', 'repacking'] as const) } : {}),
      };
    };
    const lines = Array.from({ length: 1 + this.below(3) }, (_, index) => line(index + 1));
    const buyer = { name: 'Buyer' };
    return {
      kind: 'order-placed',
      payload: { orderId, partner, placedBy: 'test', buyer, reference: null, lines },
    };
  }

  run(): Input {
    return { kind: 'run-requested', payload: { runId: `R${String(this.made)}` } };
  }

  answer(): Input | undefined {
    const allocations = [...this.office.allocations.values()];
    const offered = allocations.filter(({ status }) => status === 'offered');
    const one = this.any(this.one(5) || offered.length === 0 ? allocations : offered);
    const kind = this.one(3) ? 'allocation-refused' : 'allocation-confirmed';
    return one && { kind, payload: { allocationId: one.id } };
  }

  send(): Input | undefined {
    return sendDeed(this.office, this.dice, `S${String(this.made)}`, this.at);
  }

  load(): Input | undefined {
    return loadDeed(this.office, this.dice, `M${String(this.made)}`, this.at);
  }

  arrive(): Input | undefined {
    return arriveDeed(this.office, this.dice);
  }

  eta(): Input | undefined {
    return etaDeed(this.office, this.dice);
  }

  receive(): Input | undefined {
    const all = [...this.office.shipments.values()];
    const waiting = all.filter(({ receivedAt }) => receivedAt === null);
    const shipment = this.any(this.one(9) || waiting.length === 0 ? all : waiting);
    if (!shipment) return undefined;
    const items = receivedItems(this.office, this.dice, shipment);
    return { kind: 'shipment-received', payload: { shipmentId: shipment.id, items, moisture: null } };
  }

  correct(): Input | undefined {
    const received = this.kept.received();
    const shipment = this.office.shipments.get(this.any(received) ?? '');
    if (!shipment) return undefined;
    const items = receivedItems(this.office, this.dice, shipment);
    const said = { shipmentId: shipment.id, items, moisture: null, reason: 'counted again', by: 'test' };
    return { kind: 'receipt-corrected', payload: { ...said, kept: this.kept.receipt(shipment.id) } };
  }

  pay(): Input | undefined {
    const owing = [...this.office.orders.values()].filter(({ owed, paid }) => owed > paid);
    const order = this.any(this.one(5) || owing.length === 0 ? [...this.office.orders.values()] : owing);
    if (!order) return undefined;
    const rest = order.owed - order.paid;
    const amount = Math.max(1, this.of([rest, rest, Math.floor(rest / 2), rest + 1] as const));
    const repeated = this.one(12) ? this.any([...this.office.references.keys()]) : undefined;
    const payment = { orderId: order.id, amount, reference: repeated ?? `TRF-${String(this.made)}` };
    this.payments.push(payment);
    return { kind: 'payment-recorded', payload: payment };
  }

  reverse(): Input | undefined {
    const standing = this.payments.filter(
      ({ reference, orderId }) => this.office.references.get(reference) === orderId,
    );
    const payment = this.any(standing);
    if (!payment) return undefined;
    // What was refused, or was another amount, is no payment of the office's.
    const own = this.payments.find(({ reference }) => reference === payment.reference)!;
    return { kind: 'payment-reversed', payload: { ...own, ...BANK, kept: this.kept.order(own.orderId) } };
  }

  cancel(): Input | undefined {
    const order = this.any([...this.office.orders.values()]);
    return order && { kind: 'order-cancelled', payload: { orderId: order.id } };
  }

  lose(): Input | undefined {
    const lot = this.any([...this.office.lots.values()]);
    if (!lot) return undefined;
    const quantity = 1 + this.below(this.one(3) ? 2 * lot.declared : Math.ceil(lot.declared / 3));
    const cause = this.of(['SPOILED', 'RECALLED'] as const);
    const payload = { requestId: `Q${String(this.made)}`, lotId: lot.id, cause, quantity, certificates: [] };
    return { kind: 'lot-adjusted', payload };
  }

  revoke(): Input | undefined {
    const lot = this.any([...this.office.lots.values()]);
    if (!lot) return undefined;
    const fewer = lot.certificates.filter(() => this.one(2));
    const producerId = this.one(2) ? this.of(lot.parts).producerId : undefined;
    const parts =
      producerId === undefined ? {} : { parts: [{ producerId: this.olderName(producerId), certificates: fewer }] };
    const said = { requestId: `Q${String(this.made)}`, lotId: lot.id, quantity: 0, certificates: fewer, ...parts };
    return { kind: 'lot-adjusted', payload: { ...said, cause: 'CERTIFICATE_REVOKED' } };
  }

  certify(): Input | undefined {
    const lot = this.any([...this.office.lots.values()]);
    if (!lot) return undefined;
    const kind = this.of(KINDS);
    const more = { kind };
    const rest = lot.certificates.filter((held) => held.kind !== kind);
    const one = this.of(lot.parts);
    const own = (one.certificates ?? lot.certificates).filter((held) => held.kind !== kind);
    const isOne = this.one(2);
    const parts = isOne ? [{ producerId: this.olderName(one.producerId), certificates: [...own, more] }] : [];
    const certificates = isOne ? lot.certificates : [...rest, more];
    return { kind: 'lot-certified', payload: { lotId: lot.id, certificates, parts } };
  }

  hold(): Input[] {
    const lot = this.any([...this.office.lots.values()]);
    if (!lot) return [];
    if (this.one(2)) {
      const ready = [...this.office.allocations.values()].filter(({ status }) => status === 'confirmed');
      const lotId = (this.one(2) ? this.any(ready)?.lotId : undefined) ?? lot.id;
      return [{ kind: 'lot-held', payload: { lotId, cause: 'QUALITY' } }];
    }
    return this.suspension('lot-held', this.one(3) ? lot.sellerId : this.of(lot.parts).producerId);
  }

  release(): Input[] {
    const lots = [...this.office.lots.values()];
    const touched = lots.filter(({ onHold, suspended }) => onHold || suspended.size > 0);
    const lot = this.any(touched.length > 0 ? touched : lots);
    if (!lot) return [];
    const [suspended] = lot.suspended;
    if (lot.onHold || this.one(6)) return [{ kind: 'lot-released', payload: { lotId: lot.id, cause: 'QUALITY' } }];
    return this.suspension('lot-released', suspended ?? this.of(lot.parts).producerId);
  }

  /** A suspension, or its end, is told of every lot that somebody gave to; by an older name, perhaps. */
  private suspension(kind: 'lot-held' | 'lot-released', producerId: string): Input[] {
    const cause = 'PRODUCER_SUSPENDED';
    return [...this.office.lots.values()]
      .filter((lot) => lot.sellerId === producerId || lot.parts.some((part) => part.producerId === producerId))
      .map((lot) => ({ kind, payload: { lotId: lot.id, cause, producerId: this.olderName(producerId) } }));
  }

  /** Whose goods are kept out: who is suspended, or is new and not verified yet. */
  private heldFor(named: readonly string[]): string[] {
    const lots = [...this.office.lots.values()];
    return named.filter((name) => {
      const id = this.office.nameOf(name);
      const own = lots.filter(({ sellerId, parts }) => sellerId === id || parts.some((part) => part.producerId === id));
      return own.length === 0 ? this.one(12) : own.some(({ suspended }) => suspended.has(id));
    });
  }

  private olderName(id: string): string {
    const older = [...this.office.merged.keys()].filter((name) => this.office.nameOf(name) === id);
    return this.one(2) ? (this.any(older) ?? id) : id;
  }

  /** Two of one lot, or of two; now and then once more, the same twice, or who was merged before. */
  merge(): Input | undefined {
    const [duplicateId, keepId] = this.pair();
    // Of one registration there is nothing to merge, and whoever asks is told so.
    if (!duplicateId || !keepId || (duplicateId === keepId && !this.one(6))) return undefined;
    return { kind: 'producers-merged', payload: { mergeId: `G${String(this.made)}`, duplicateId, keepId } };
  }

  private pair(): readonly (string | undefined)[] {
    const lots = [...this.office.lots.values()];
    const lot = this.any(lots);
    if (!lot) return [];
    const other = this.one(2) ? lot : this.of(lots);
    const [one, another] = this.one(4)
      ? [lot.sellerId, other.sellerId]
      : [this.of(lot.parts).producerId, this.of(other.parts).producerId];
    const suspended = [...new Set(lots.flatMap((each) => [...each.suspended]))];
    const before = this.any([...this.office.merged]);
    const pairs = [
      ...(suspended.length > 1 ? [suspended.slice(0, 2), suspended.slice(0, 2)] : []),
      ...(before ? [before, [before[1], another], [one, before[1]], [before[0], another], [one, before[0]]] : []),
      [`P${String(20 + this.made)}`, another],
    ];
    return this.one(2) ? this.of(pairs) : [one, another];
  }

  sellAgain(): Input | undefined {
    const lots = [...this.office.lots.values()];
    const held = lots.filter(({ parts }) => parts.some((part) => part.held > 0));
    const lot = this.any(this.one(5) || held.length === 0 ? lots : held);
    return lot && { kind: 'hold-released', payload: { lotId: lot.id } };
  }

  withdraw(): Input | undefined {
    const lot = this.any([...this.office.lots.values()]);
    if (!lot) return undefined;
    const who = this.one(2) ? {} : { producerId: this.olderName(this.of(lot.parts).producerId) };
    const quantity = 1 + this.below(lot.declared);
    const payload = { requestId: `Q${String(this.made)}`, lotId: lot.id, quantity, ...who };
    return { kind: 'withdrawal-requested', payload: { ...payload, ...(this.one(2) ? { whole: true } : {}) } };
  }

  /** Days pass; what falls due meanwhile is applied by who walks. */
  clock(): undefined {
    return undefined;
  }

  policy(): Input {
    return {
      kind: 'policy-changed',
      payload: {
        priceObjective: this.of(['freight-only', 'landed'] as const),
        priceTierPercent: this.of([0, 5, 20] as const),
        fairness: 'max-min',
        expiryBucketDays: this.of([0, 30] as const),
        cutOff: this.of(['17:00', '12:30', null] as const),
        ...(this.one(5) ? {} : { paperRules: this.of([[], [MANIFEST], [MANIFEST, QUARANTINE]]) }),
      },
    };
  }

  private any<T>(things: readonly T[]): T | undefined {
    return things[this.below(things.length)];
  }

  private of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }

  private one(inHowMany: number): boolean {
    return this.below(inHowMany) === 0;
  }

  private below(bound: number): number {
    return this.dice.below(bound);
  }
}
