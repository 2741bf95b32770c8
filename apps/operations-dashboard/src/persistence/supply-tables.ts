import type { QuotaKind } from '#kernel/states.js';
import type { AgreementStageChanged, AgreementTermsChanged } from '#contracts/agreements.js';
import type { LotBalance, LotUnsold, QuotaSpent, RunCompleted } from '#contracts/allocations.js';
import type { CertificateState, ProducerState } from '#contracts/producers.js';
import type { SurplusDeclared } from '#contracts/surplus.js';
import { table } from '#platform/database/table.js';
import type { ReadModelOf } from './read-model.js';

/** How what events say of producers, lots and agreements lies in the read models. */

export const PRODUCER = table<ReadModelOf<ProducerState, { mergedInto: string | null }>>()({
  name: 'producer',
  key: ['producer_id'],
  fields: {
    producerId: 'text',
    origin: 'text',
    village: 'text',
    kind: 'text',
    status: 'text',
    umkmClass: 'elsewhere',
    workersTotal: 'integer',
    workersWomen: 'integer',
    workersYouth: 'integer',
    mergedInto: 'text?',
    version: 'integer',
  },
});

export const CERTIFICATE = table<ReadModelOf<CertificateState, { endsAt: Date | null; revoked: boolean }>>()({
  name: 'certificate',
  key: ['certificate_id'],
  fields: {
    certificateId: 'text',
    producerId: 'text',
    origin: 'text',
    kind: 'text',
    until: 'elsewhere',
    endsAt: 'instant?',
    revoked: 'boolean',
    version: 'integer',
  },
});

interface KeptLot {
  readonly bestBefore: string | null;
  readonly expiresAt: Date | null;
  readonly certificates: readonly string[];
  readonly recalledAt: Date | null;
}

export const LOT = table<ReadModelOf<SurplusDeclared, KeptLot>>()({
  name: 'lot',
  key: ['lot_id'],
  fields: {
    lotId: 'text',
    origin: 'text',
    sellerId: 'text',
    pooled: 'boolean',
    product: 'text',
    commodity: 'text',
    unit: 'text',
    sack: 'elsewhere',
    heldFor: 'elsewhere',
    lawAsksFor: 'elsewhere',
    packs: 'elsewhere',
    makers: 'elsewhere',
    quantity: 'integer',
    producedOn: 'date',
    bestBefore: 'date?',
    expiresAt: 'instant?',
    floorPrice: 'integer',
    certificates: 'json',
    verified: 'elsewhere',
    standingConsent: 'elsewhere',
    chunk: 'elsewhere',
    chunks: 'integer',
    contributionsCount: { column: 'contributors', kind: 'integer' },
    contributionsHash: 'elsewhere',
    contributions: 'elsewhere',
    recalledAt: 'instant?',
    version: 'integer',
  },
});

export const LOT_BALANCE = table<ReadModelOf<LotBalance>>()({
  name: 'lot_balance',
  key: ['lot_id'],
  fields: {
    lotId: 'text',
    origin: 'elsewhere',
    commodity: 'elsewhere',
    unit: 'elsewhere',
    declared: 'integer',
    free: 'integer',
    held: 'integer',
    offered: 'integer',
    confirmed: 'integer',
    inTransit: 'integer',
    delivered: 'integer',
    withdrawn: 'integer',
    writtenOff: 'integer',
    suspended: 'integer',
    refused: 'integer',
    expired: 'integer',
    spoiled: 'integer',
    recalled: 'integer',
    version: 'integer',
  },
});

export const LOT_UNSOLD = table<ReadModelOf<LotUnsold>>()({
  name: 'lot_unsold',
  key: ['lot_id'],
  fields: {
    lotId: 'text',
    runId: 'text',
    origin: 'elsewhere',
    commodity: 'elsewhere',
    unit: 'elsewhere',
    surplus: 'integer',
    allocated: 'integer',
    unsold: 'json',
    version: 'integer',
  },
});

interface KeptStage {
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
  readonly reportBy: Date | null;
}

export const AGREEMENT = table<ReadModelOf<AgreementStageChanged, KeptStage>>()({
  name: 'agreement',
  key: ['agreement_id'],
  fields: {
    agreementId: 'text',
    origin: 'text',
    partner: 'text',
    stage: 'text',
    edition: 'integer',
    effectiveFrom: 'instant?',
    effectiveTo: 'instant?',
    signedOn: 'elsewhere',
    reportDueOn: 'elsewhere',
    reportBy: 'instant?',
    version: 'integer',
  },
});

export const TERM = table<ReadModelOf<AgreementTermsChanged, { quotaKind: QuotaKind | null }>>()({
  name: 'term',
  key: ['term_id'],
  fields: {
    termId: 'text',
    agreementId: 'text',
    origin: 'text',
    partner: 'text',
    destination: 'text',
    edition: 'integer',
    commodity: 'text',
    unit: 'text',
    quota: 'integer',
    quotaKind: 'text?',
    period: 'text',
    minimumLot: 'integer',
    reserved: 'elsewhere',
    releaseHour: 'elsewhere',
    minimumPrice: 'elsewhere',
    maximumPrice: 'elsewhere',
    freight: 'integer',
    transitDays: 'integer',
    paymentDays: 'elsewhere',
    loadTolerance: 'elsewhere',
    certificates: 'json',
    removed: 'boolean',
    version: 'integer',
  },
});

export const QUOTA_CELL = table<ReadModelOf<QuotaSpent>>()({
  name: 'quota_cell',
  key: ['term_id', 'period'],
  fields: {
    termId: 'text',
    agreementId: 'elsewhere',
    origin: 'elsewhere',
    period: 'text',
    capacity: 'integer',
    consumed: 'integer',
    version: 'integer',
  },
});

export const ROUTING_RUN = table<ReadModelOf<RunCompleted, { completedAt: Date }>>()({
  name: 'routing_run',
  key: ['run_id'],
  fields: {
    runId: 'text',
    origin: 'text',
    journalNumber: 'integer',
    outcome: 'text',
    engineVersion: 'elsewhere',
    lots: 'integer',
    lines: 'integer',
    allocations: 'integer',
    verified: 'boolean',
    gap: 'integer',
    completedAt: 'instant',
    version: 'integer',
  },
});
