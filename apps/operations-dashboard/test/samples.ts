import type { EventData } from '#contracts/events.js';
import type { QuantityReason } from '#contracts/shapes.js';
import { DAY, id, KG, SUGAR, type Story } from './story.js';

export interface LotSample {
  readonly name: string;
  readonly kg: number;
  readonly certificates: readonly string[];
  readonly contributors?: number;
  readonly commodity?: string;
  readonly seller?: string;
}

const shares = (name: string, grams: number, contributors: number) =>
  Array.from({ length: contributors }, (_, index) => ({
    producerId: `producer-${name}-${String(index)}`,
    quantity: grams / contributors,
  }));

/** A pooled lot in two chunks. */
export function declare(
  story: Story,
  { name, kg, certificates, contributors = 10, commodity = SUGAR, seller = 'cooperative' }: LotSample,
): void {
  const parts = shares(name, kg * KG, contributors);
  for (const [index, contributions] of [parts.slice(0, 4), parts.slice(4)].entries()) {
    story.tell('serap.surplus.declared.v1', `lot:${id(name)}`, {
      lotId: id(name),
      origin: '33.02',
      sellerId: id(seller),
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
  bindBy?: string,
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
    ...(bindBy === undefined ? {} : { bindBy }),
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
