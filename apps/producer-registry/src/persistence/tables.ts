import type { Held } from '../domain/pool.js';
import type { LegalFacts } from '#kernel/certificate-rules.js';
import type { DataOf } from '#kernel/data-of.js';
import type { Balance } from '#kernel/balance.js';
import { table } from '#platform/database/table.js';
import type { Certificate } from '../domain/certificate.js';
import type { CoachingKind } from '../domain/coaching.js';
import type { Lot } from '../domain/lot.js';
import type { Contribution } from '../domain/pool.js';
import type { ProducerRecord } from '../domain/producer.js';
import type { Product } from '../domain/product.js';
import type { MemberFigures } from '../domain/statement.js';

/** How the registry lies in tables. */

export const PRODUCER = table<ProducerRecord>()({
  name: 'producer',
  key: ['id'],
  fields: {
    id: 'text',
    origin: 'text',
    reference: 'text?',
    kind: 'text',
    form: 'text?',
    name: 'text',
    village: 'text',
    kbli: 'text?',
    kbliVersion: 'text?',
    umkmClass: 'text',
    umkmRule: 'text',
    umkmAsOf: 'date',
    workersTotal: 'integer',
    workersWomen: 'integer',
    workersYouth: 'integer',
    nib: 'text?',
    nikSealed: 'bytes?',
    nikFingerprint: 'bytes?',
    nikPurpose: 'text?',
    healthInsured: 'boolean',
    standingConsent: 'boolean',
    verifiedOn: 'text?',
    status: 'text',
    mergedInto: 'text?',
    version: 'integer',
  },
});

export const CERTIFICATE = table<DataOf<Certificate>>()({
  name: 'certificate',
  key: ['id'],
  fields: {
    id: 'text',
    producerId: 'text',
    origin: 'text',
    kind: 'text',
    number: 'text',
    products: 'texts',
    members: 'texts',
    issued: 'date',
    until: 'date?',
    status: 'text',
    verifiedBy: 'text?',
    version: 'integer',
  },
});

export const PRODUCT = table<Product>()({
  name: 'product',
  key: ['id'],
  fields: {
    id: 'text',
    origin: 'text',
    commodity: 'text',
    unit: 'text',
    name: 'text',
    shelfLifeDays: 'integer?',
    packaging: 'json',
    soldInPackages: 'boolean',
    lawAsksFor: 'texts',
    packs: 'text',
  },
});

/** A lot as it is kept, with what can still change: whether it is on hold, and the version of its last event. */
export interface LotRecord extends Omit<Lot, 'sack' | 'bestBefore' | 'contributions' | 'heldFor' | 'law'> {
  /** null: declared by a release that did not say. */
  readonly law: LegalFacts | null;
  readonly bestBefore: string | null;
  readonly contributionsCount: number;
  readonly contributionsHash: string;
  readonly onHold: boolean;
  version: number;
}

export const LOT = table<LotRecord>()({
  name: 'lot',
  key: ['id'],
  fields: {
    id: 'text',
    statementId: 'text',
    origin: 'text',
    sellerId: 'text',
    pooled: 'boolean',
    productId: 'text',
    commodity: 'text',
    unit: 'text',
    quantity: 'integer',
    producedOn: 'date',
    bestBefore: 'date?',
    floorPrice: 'integer',
    certificates: 'json',
    law: 'json?',
    verified: 'boolean',
    standingConsent: 'boolean',
    contributionsCount: 'integer',
    contributionsHash: 'text',
    onHold: 'boolean',
    version: 'integer',
  },
});

interface PlacedContribution extends Omit<Contribution, 'certificates'> {
  readonly certificates: readonly Held[] | null;
  /** Its place in the order that the hash was taken over, from 1. */
  readonly position: number;
}

export const LOT_CONTRIBUTION = table<PlacedContribution>()({
  name: 'lot_contribution',
  key: ['lot_id', 'position'],
  beside: ['lot_id'],
  fields: { position: 'integer', producerId: 'text', quantity: 'integer', certificates: 'json?' },
});

/** What routing last said of a lot. */
export interface LotBalance extends Balance {
  readonly version: number;
}

export const LOT_BALANCE = table<LotBalance>()({
  name: 'lot_balance',
  key: ['lot_id'],
  beside: ['lot_id'],
  fields: {
    version: 'integer',
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
  },
});

const figuresOf = table<MemberFigures>();
const FIGURES = {
  producerId: 'text',
  produced: 'integer',
  committedToExport: 'integer',
  committedAtHome: 'integer',
  held: 'integer',
} as const;

/** What was stated of each contributor. */
export const STATEMENT_LINE = figuresOf({
  name: 'statement_line',
  key: ['producer_id', 'product_id', 'stated_for'],
  beside: ['statement_id', 'product_id', 'stated_for'],
  fields: FIGURES,
});

/** What was stated of each contributor in a delivery that has a number. */
export const STATEMENT_DELIVERY = figuresOf({
  name: 'statement_delivery',
  key: ['producer_id', 'product_id', 'stated_for', 'number'],
  beside: ['statement_id', 'product_id', 'stated_for', 'number'],
  fields: FIGURES,
});

/** What is stated again each day of each contributor. */
export const REPETITION_LINE = figuresOf({
  name: 'repetition_line',
  key: ['repetition_id', 'position'],
  beside: ['repetition_id', 'position'],
  fields: FIGURES,
});

/** A statement that is made again each day, until it is changed or stopped. */
export interface Repetition {
  readonly id: string;
  readonly origin: string;
  readonly sellerId: string;
  readonly productId: string;
  readonly floorPrice: number;
  readonly lifeDays: number | null;
  readonly nextDay: string;
}

export const REPETITION = table<Repetition>()({
  name: 'repetition',
  key: ['id'],
  beside: ['next_at', 'started_by'],
  fields: {
    id: 'text',
    origin: 'text',
    sellerId: 'text',
    productId: 'text',
    floorPrice: 'integer',
    lifeDays: 'integer?',
    nextDay: 'date',
  },
});

/** That a producer was coached. */
interface Coaching {
  readonly id: string;
  readonly producerId: string;
  readonly kind: CoachingKind;
  readonly date: string;
  readonly remark: string | null;
  readonly recordedBy: string;
}

export const COACHING = table<Coaching>()({
  name: 'coaching',
  key: ['id'],
  beside: ['origin'],
  fields: { id: 'text', producerId: 'text', kind: 'text', date: 'date', remark: 'text?', recordedBy: 'text' },
});
