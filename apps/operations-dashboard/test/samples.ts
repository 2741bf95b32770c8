import type { EventEnvelope } from '#contracts/envelope.js';
import { EVENTS, type EventData, type EventType } from '#contracts/events.js';
import type { QuantityReason } from '#contracts/shapes.js';
import { deterministicUuid, uuidv7 } from '#kernel/uuid.js';

export const KG = 1_000;
export const SUGAR = 'granulated-coconut-sugar';
export const DAY = '2019-03-04';
const AT = '2019-03-04T02:00:00.000Z';

const SOURCES: Record<string, string> = {
  'serap.producers.v1': '/serap/producer-registry',
  'serap.surplus.v1': '/serap/producer-registry',
  'serap.agreements.v1': '/serap/partnership-agreements',
  'serap.orders.v1': '/serap/order-routing',
  'serap.allocations.v1': '/serap/order-routing',
};

/** A valid UUID that stays the same for a name. */
export const id = (name: string): string => deterministicUuid('sample', name);

/** Tells a story as the services would publish it: versions counted by subject, times that go on. */
export class Story {
  readonly events: EventEnvelope[] = [];
  private readonly versions = new Map<string, number>();
  private seconds = 0;

  tell<Type extends EventType>(type: Type, subject: string, data: EventData<Type>): this {
    const sequence = (this.versions.get(subject) ?? 0) + 1;
    this.versions.set(subject, sequence);
    const { topic } = EVENTS[type];
    this.events.push({
      id: uuidv7(),
      source: SOURCES[topic] ?? '/serap/test',
      type,
      subject,
      sequence,
      time: new Date(Date.parse(AT) + 1_000 * this.seconds++).toISOString(),
      key: '33.02',
      correlationId: 'story',
      principal: 'test',
      data,
    });
    return this;
  }
}

export interface LotSample {
  readonly name: string;
  readonly kg: number;
  readonly certificates: readonly string[];
  readonly contributors?: number;
  readonly commodity?: string;
}

const shares = (name: string, grams: number, contributors: number) =>
  Array.from({ length: contributors }, (_, index) => ({
    producerId: `producer-${name}-${String(index)}`,
    quantity: grams / contributors,
  }));

/** A pooled lot in two chunks. */
export function declare(
  story: Story,
  { name, kg, certificates, contributors = 10, commodity = SUGAR }: LotSample,
): void {
  const parts = shares(name, kg * KG, contributors);
  for (const [index, contributions] of [parts.slice(0, 4), parts.slice(4)].entries()) {
    story.tell('serap.surplus.declared.v1', `lot:${id(name)}`, {
      lotId: id(name),
      origin: '33.02',
      sellerId: id('cooperative'),
      pooled: true,
      product: id('product'),
      commodity,
      unit: 'GRAM',
      quantity: kg * KG,
      producedOn: DAY,
      bestBefore: '2021-03-03',
      floorPrice: 16_500,
      certificates: certificates.map((kind) => ({ kind })),
      verified: true,
      standingConsent: true,
      chunk: index + 1,
      chunks: 2,
      contributionsCount: contributors,
      contributionsHash: 'a'.repeat(64),
      contributions,
    });
  }
}

export function balance(story: Story, name: string, kg: number, bound: number, commodity = SUGAR): void {
  story.tell('serap.allocation.lot-balance.v1', `balance:${id(name)}`, {
    lotId: id(name),
    origin: '33.02',
    commodity,
    unit: 'GRAM',
    declared: kg * KG,
    free: (kg - bound) * KG,
    held: 0,
    offered: 0,
    confirmed: bound * KG,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
  });
}

export interface PartnerSample {
  readonly code: string;
  readonly quotaKg: number;
  readonly wantsKg: number;
  readonly certificates: readonly string[];
  readonly freight: number;
  readonly transitDays: number;
}

export const TERNATE: PartnerSample = {
  code: '82.71',
  quotaKg: 3_500,
  wantsKg: 4_000,
  certificates: ['P-IRT'],
  freight: 2_500,
  transitDays: 14,
};
export const SIJUNJUNG: PartnerSample = {
  code: '13.03',
  quotaKg: 3_000,
  wantsKg: 3_000,
  certificates: ['P-IRT'],
  freight: 1_500,
  transitDays: 5,
};
export const SULSEL: PartnerSample = {
  code: '73',
  quotaKg: 7_000,
  wantsKg: 6_000,
  certificates: ['HALAL', 'P-IRT'],
  freight: 2_000,
  transitDays: 8,
};

export function agree(story: Story, partner: PartnerSample, stage: 'in-force' | 'joint-agreement-signed'): void {
  const agreementId = id(`agreement ${partner.code}`);
  story.tell('serap.agreement.terms-changed.v1', `agreement:${agreementId}`, {
    agreementId,
    termId: id(`term ${partner.code}`),
    origin: '33.02',
    partner: partner.code,
    destination: partner.code,
    edition: 1,
    commodity: SUGAR,
    unit: 'GRAM',
    quota: partner.quotaKg * KG,
    period: 'day',
    minimumLot: 0,
    freight: partner.freight,
    transitDays: partner.transitDays,
    certificates: [],
    removed: false,
  });
  story.tell('serap.agreement.stage-changed.v1', `agreement:${agreementId}`, {
    agreementId,
    origin: '33.02',
    partner: partner.code,
    stage,
    edition: 1,
    ...(stage === 'in-force' ? { effectiveFrom: '2019-02-28T17:00:00.000Z' } : {}),
  });
}

type OrderStatus = EventData<'serap.order.received.v1'>['status'];

export function orderStatus(
  story: Story,
  type: 'serap.order.received.v1' | 'serap.order.status-changed.v1',
  partner: PartnerSample,
  status: OrderStatus,
): void {
  const orderId = id(`order ${partner.code}`);
  story.tell(type, `order:${orderId}`, { orderId, origin: '33.02', partner: partner.code, status, lines: 1 });
}

export function promise(
  story: Story,
  partner: PartnerSample,
  kg: number,
  bound: number,
  unfilled: QuantityReason[],
): void {
  story.tell('serap.allocation.line-promised.v1', `promise:${id(`line ${partner.code}`)}`, {
    lineId: id(`line ${partner.code}`),
    orderId: id(`order ${partner.code}`),
    origin: '33.02',
    partner: partner.code,
    commodity: SUGAR,
    unit: 'GRAM',
    wanted: partner.wantsKg * KG,
    promised: kg * KG,
    allocated: bound * KG,
    ...(kg > 0 ? { termId: id(`term ${partner.code}`), agreementId: id(`agreement ${partner.code}`) } : {}),
    unfilled,
  });
}

/** An order of one line, answered with its promise; the quota that it spends. */
export function place(story: Story, partner: PartnerSample, kg: number, unfilled: QuantityReason[] = []): void {
  const status = kg === partner.wantsKg ? 'promised-in-full' : kg === 0 ? 'promised-not-at-all' : 'promised-in-part';
  orderStatus(story, 'serap.order.received.v1', partner, status);
  story.tell('serap.order.line-accepted.v1', `order:${id(`order ${partner.code}`)}`, {
    orderId: id(`order ${partner.code}`),
    lineId: id(`line ${partner.code}`),
    origin: '33.02',
    partner: partner.code,
    deliverTo: partner.code === '73' ? '73.71' : partner.code,
    commodity: SUGAR,
    unit: 'GRAM',
    quantity: partner.wantsKg * KG,
    maxLandedPrice: 25_000,
    certificates: [...partner.certificates],
    needBy: '2019-04-03',
    minLifeDays: 180,
  });
  promise(story, partner, kg, 0, unfilled);
  if (kg === 0) return;
  const termId = id(`term ${partner.code}`);
  story.tell('serap.allocation.quota-spent.v1', `quota:${termId}:${DAY}`, {
    termId,
    agreementId: id(`agreement ${partner.code}`),
    origin: '33.02',
    period: DAY,
    capacity: partner.quotaKg * KG,
    consumed: kg * KG,
  });
}

export function allocate(story: Story, lot: string, partner: PartnerSample, kg: number, contributors = 10): void {
  const allocationId = id(`allocation ${lot} ${partner.code}`);
  const parts = shares(lot, kg * KG, contributors);
  for (const [index, contributions] of [parts.slice(0, 6), parts.slice(6)].entries()) {
    story.tell('serap.allocation.confirmed.v1', `allocation:${allocationId}`, {
      allocationId,
      runId: id('run'),
      lineId: id(`line ${partner.code}`),
      orderId: id(`order ${partner.code}`),
      lotId: id(lot),
      termId: id(`term ${partner.code}`),
      origin: '33.02',
      partner: partner.code,
      commodity: SUGAR,
      unit: 'GRAM',
      quantity: kg * KG,
      unitPrice: 16_500,
      freight: partner.freight,
      status: 'confirmed',
      chunk: index + 1,
      chunks: 2,
      contributors,
      contributions,
    });
  }
}

export function judge(story: Story, lot: string, kg: number, bound: number, unsold: QuantityReason[]): void {
  story.tell('serap.allocation.lot-unsold.v1', `unsold:${id(lot)}`, {
    lotId: id(lot),
    runId: id('run'),
    origin: '33.02',
    commodity: SUGAR,
    unit: 'GRAM',
    surplus: kg * KG,
    allocated: bound * KG,
    unsold,
  });
}

export function complete(story: Story): void {
  story.tell('serap.allocation.run-completed.v1', `run:${id('run')}`, {
    runId: id('run'),
    origin: '33.02',
    journalNumber: 12,
    outcome: 'published',
    engineVersion: 'serap-matching-1',
    lots: 3,
    lines: 3,
    allocations: 3,
    verified: true,
    gap: 0,
  });
}

export function quotaExhausted(kg: number): QuantityReason {
  return {
    kind: 'cut',
    code: 'QUOTA_EXHAUSTED',
    quantity: kg * KG,
    gain: kg * KG,
    relaxBy: kg * KG,
    binding: [id('term 82.71')],
    then: [],
  };
}

export const LOTS: readonly LotSample[] = [
  { name: 'A', kg: 6_000, certificates: ['P-IRT', 'HALAL'] },
  { name: 'B', kg: 7_000, certificates: ['P-IRT'] },
  { name: 'C', kg: 2_000, certificates: [] },
];

/** Banyumas, 4 March 2019, three PKS in force: the orders are promised and nothing is bound yet (sample-data.md). */
export function banyumasPromised(): Story {
  const story = new Story();
  for (const lot of LOTS) declare(story, lot);
  for (const { name, kg } of LOTS) balance(story, name, kg, 0);
  for (const partner of [TERNATE, SIJUNJUNG, SULSEL]) agree(story, partner, 'in-force');
  place(story, TERNATE, 3_500, [quotaExhausted(500)]);
  place(story, SIJUNJUNG, 3_000);
  place(story, SULSEL, 6_000);
  return story;
}

/** The same after its run: the answer key. */
export function banyumasBound(): Story {
  const story = banyumasPromised();
  allocate(story, 'A', SULSEL, 6_000);
  allocate(story, 'B', TERNATE, 3_500);
  allocate(story, 'B', SIJUNJUNG, 3_000);
  promise(story, TERNATE, 3_500, 3_500, [quotaExhausted(500)]);
  promise(story, SIJUNJUNG, 3_000, 3_000, []);
  promise(story, SULSEL, 6_000, 6_000, []);
  for (const partner of [TERNATE, SIJUNJUNG, SULSEL])
    orderStatus(story, 'serap.order.status-changed.v1', partner, 'allocated');
  balance(story, 'A', 6_000, 6_000);
  balance(story, 'B', 7_000, 6_500);
  balance(story, 'C', 2_000, 0);
  judge(story, 'A', 6_000, 6_000, []);
  judge(story, 'B', 7_000, 6_500, [quotaExhausted(500)]);
  judge(story, 'C', 2_000, 0, [
    {
      kind: 'gate',
      code: 'CERTIFICATE_MISSING',
      quantity: 2_000 * KG,
      gain: 0,
      binding: ['P-IRT'],
      then: ['QUOTA_EXHAUSTED', 'NO_DEMAND'],
    },
  ]);
  complete(story);
  return story;
}

/** Banyumas, January 2019: joint agreements and no PKS, after a run. */
export function banyumasAsReported(): Story {
  const story = new Story();
  const partners = [TERNATE, SIJUNJUNG, SULSEL];
  const reason = (kg: number): QuantityReason => ({
    kind: 'gate',
    code: 'AGREEMENT_NOT_IN_FORCE',
    quantity: kg * KG,
    gain: 12_500 * KG,
    binding: partners.map(({ code }) => id(`term ${code}`)),
    then: [],
  });
  for (const lot of LOTS) declare(story, lot);
  for (const partner of partners) agree(story, partner, 'joint-agreement-signed');
  for (const partner of partners) place(story, partner, 0, [{ ...reason(partner.wantsKg), gain: 0 }]);
  for (const { name, kg } of LOTS) {
    balance(story, name, kg, 0);
    judge(story, name, kg, 0, [reason(kg)]);
  }
  complete(story);
  return story;
}
