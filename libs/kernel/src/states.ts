/**
 * The states of what Serap keeps, each said once: records, request shapes, events and documents take them from here. A
 * state that is added needs the two steps of docs/decisions/0031-upgrades.md.
 */

/** Of an order; which steps lead from one to another: order-steps.ts. */
export const ORDER_STATUSES = [
  'open',
  'promised-in-full',
  'promised-in-part',
  'promised-not-at-all',
  'allocated',
  'dispatched',
  'received',
  'settled',
  'cancelled',
  'expired',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ALLOCATION_STATUSES = [
  'offered',
  'confirmed',
  'refused',
  'lapsed',
  'released',
  'dispatched',
  'accepted',
  'short',
  'refused-at-arrival',
] as const;
/**
 * offered → confirmed | refused | lapsed; confirmed → dispatched → accepted | short | refused-at-arrival; what is not
 * dispatched may be released: cancelled, or its agreement ended.
 */
export type AllocationStatus = (typeof ALLOCATION_STATUSES)[number];

export const SHIPMENT_STATUSES = ['under-way', 'arrived', 'received'] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export const PRODUCER_STATUSES = ['draft', 'verified', 'suspended', 'closed'] as const;
export type ProducerStatus = (typeof PRODUCER_STATUSES)[number];

export const CERTIFICATE_STATUSES = ['recorded', 'verified', 'revoked'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** Stages of a cooperation between regions (kerja sama antar daerah), docs/domain.md. */
export const AGREEMENT_STAGES = [
  'preparation',
  'offer',
  'joint-agreement-drafting',
  'joint-agreement-signed',
  'council-submitted',
  'council-approved',
  'council-rejected',
  'pks-drafting',
  'pks-signed',
  'in-force',
  'suspended',
  'expired',
  'terminated',
  'declined',
  'lapsed',
] as const;
export type AgreementStage = (typeof AGREEMENT_STAGES)[number];

/** Periods that a quota of terms may be for; `whole`: all the time that the agreement is in force. */
export const QUOTA_PERIODS = ['day', 'week', 'month', 'year', 'whole'] as const;
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number];

/** What the quota of a row is: most that goes through, nothing, or a volume that both sides aim at and that gates nothing. */
export const QUOTA_KINDS = ['cap', 'unlimited', 'target'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** Why stock of a lot is not for sale for a time. */
export const HOLDS = ['QUALITY', 'PRODUCER_SUSPENDED'] as const;
export type HoldCause = (typeof HOLDS)[number];

/** What becomes of two registrations of one producer that an officer has merged. */
export const MERGE_STATES = ['asked', 'done', 'refused'] as const;
export type MergeState = (typeof MERGE_STATES)[number];

/** Why a merge is refused: what it says cannot be so. */
export const MERGE_FAULTS = ['SAME', 'MERGED_ALREADY', 'KEPT_WAS_MERGED', 'ONE_SUSPENDED'] as const;
export type MergeFault = (typeof MERGE_FAULTS)[number];

/** Why stock of a lot is gone, or is judged anew. */
export const ADJUSTMENTS = ['SPOILED', 'RECALLED', 'CERTIFICATE_REVOKED'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

export const UMKM_CLASSES = ['micro', 'small', 'medium'] as const;
export type UmkmClass = (typeof UMKM_CLASSES)[number];
export const PRODUCER_KINDS = ['producer', 'aggregator'] as const;
export type ProducerKind = (typeof PRODUCER_KINDS)[number];

export const AGGREGATOR_FORMS = ['cooperative', 'bumdes', 'group'] as const;
export type AggregatorForm = (typeof AGGREGATOR_FORMS)[number];

/** Certificates that terms may ask for and a lot may hold. */
/** What a buyer does with the goods: the law asks for other certificates of each. */
export const USES = ['resale', 'raw-material', 'repacking'] as const;
export type Use = (typeof USES)[number];
/** Packs for final consumers, or large ones that are not sold to them. */
export const PACKS = ['retail', 'bulk'] as const;
export type Packs = (typeof PACKS)[number];

export const CERTIFICATE_KINDS = ['P-IRT', 'HALAL', 'SNI', 'ORGANIC', 'MD'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** Rules by which a producer has its class. */
export const UMKM_RULES = ['UU 20/2008', 'PP 7/2021'] as const;
export type UmkmRule = (typeof UMKM_RULES)[number];
