import type { CertificateKind, QuotaKind, QuotaPeriod, Use } from '#kernel/states.js';
import type { BaseUnit, TradeUnit } from '#kernel/units.js';
import type { OfficePolicy } from '../ledger/office-policy.js';

/**
 * What somebody asks about: any of these, all at once. Plain JSON, as it comes over HTTP. Quantities of terms in base
 * units, as the agreements have them; of lines, demand and surplus in `unit`, as orders have them. What is absent stays as
 * it is.
 */
export interface Supposed {
  readonly terms?: readonly ChangedTerm[];
  readonly newTerms?: readonly NewTerm[];
  readonly agreements?: readonly { readonly agreement: string; readonly stage: SupposedStage }[];
  readonly certificates?: readonly GainedCertificate[];
  readonly lots?: readonly ChangedLot[];
  readonly surplus?: readonly NewSurplus[];
  readonly lines?: readonly ChangedLine[];
  readonly demand?: readonly NewDemand[];
  readonly policy?: Partial<
    Pick<OfficePolicy, 'priceObjective' | 'priceTierPercent' | 'fairness' | 'expiryBucketDays' | 'certificateRules'>
  >;
}

export const SUPPOSED_STAGES = ['in-force', 'suspended', 'terminated'] as const;
export type SupposedStage = (typeof SUPPOSED_STAGES)[number];

/** What of a terms row may be another one. */
interface TermFields {
  readonly destination: string;
  readonly quota: number;
  readonly quotaKind: QuotaKind;
  readonly period: QuotaPeriod;
  readonly minimumLot: number;
  readonly reserved: number;
  readonly releaseHour: number;
  readonly priceBand: { readonly minimum: number; readonly maximum: number };
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly CertificateKind[];
}

/** A row as its next addendum would have it. */
export interface ChangedTerm extends Partial<TermFields> {
  readonly term: string;
}

/** A row of an agreement that is there, or of one with `partner` that is in force from now on. */
export interface NewTerm
  extends
    Pick<TermFields, 'destination' | 'period' | 'minimumLot' | 'freight' | 'transitDays' | 'certificates'>,
    Partial<Pick<TermFields, 'quota' | 'priceBand'>> {
  readonly agreement?: string;
  readonly partner?: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
}

/** A certificate of all goods, or of some lots, producers or a commodity. */
export interface GainedCertificate {
  readonly kind: CertificateKind;
  readonly until?: string;
  readonly lots?: readonly string[];
  readonly producers?: readonly string[];
  readonly commodity?: string;
}

export interface ChangedLot {
  readonly lot: string;
  readonly floorPrice?: number;
  readonly producedOn?: string;
  readonly bestBefore?: string;
  /** What of it is held for its quality, or was refused, is for sale. */
  readonly released?: boolean;
}

/** Goods like those of a lot that is there: `like`, or the largest of the commodity. */
export interface NewSurplus {
  readonly commodity: string;
  readonly quantity: number | string;
  readonly unit: TradeUnit;
  readonly like?: string;
  readonly floorPrice?: number;
  readonly certificates?: readonly CertificateKind[];
}

/** What a line asks for beside goods, place and quantity. */
interface Asked {
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly partial: boolean;
  readonly use: Use;
}

export interface ChangedLine extends Partial<Asked> {
  readonly line: string;
  /** No less than what is promised. */
  readonly quantity?: number | string;
  /** In `unit`; 0: any quantity. */
  readonly minimum?: number | string;
  readonly unit?: TradeUnit;
}

/** An order of one line that a partner would place. */
export interface NewDemand extends Asked {
  readonly partner: string;
  readonly deliverTo?: string;
  readonly commodity: string;
  readonly quantity: number | string;
  readonly unit: TradeUnit;
}
