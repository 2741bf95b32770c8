import type { BaseUnit } from '#kernel/units.js';

export type ScenarioName = 'as-reported' | 'in-force';

/** What one member makes of its group's product, base units. */
export interface MemberPlan {
  readonly reference: string;
  readonly name: string;
  readonly village: string;
  readonly produced: number;
  readonly committedToExport: number;
  readonly committedAtHome: number;
  readonly held: number;
}

export interface CertificatePlan {
  readonly kind: string;
  readonly number: string;
  readonly issued: string;
  readonly until?: string;
}

/** A cooperative, BUMDes or group with its members and the stock that they state on the scenario's day. */
export interface GroupPlan {
  readonly reference: string;
  readonly name: string;
  readonly form: 'cooperative' | 'bumdes' | 'group';
  readonly village: string;
  readonly commodity: string;
  readonly certificates: readonly CertificatePlan[];
  /** Rupiah per trade unit. */
  readonly floorPrice: number;
  readonly bestBefore?: string;
  readonly members: readonly MemberPlan[];
}

export interface ProductPlan {
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly name: string;
  readonly shelfLifeDays?: number;
  readonly packaging: readonly { readonly name: string; readonly size: number }[];
  readonly lawAsksFor: readonly string[];
}

interface TermPlan {
  readonly destination: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units a day. */
  readonly quota: number;
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly string[];
}

export interface PartnerPlan {
  readonly code: string;
  readonly name: string;
  /** Whether the council (DPRD) has to approve it; default: no. */
  readonly needsCouncil?: boolean;
  readonly terms: readonly TermPlan[];
}

/** All that the loader sends, but for the producers without surplus, whose rows it makes as it goes. */
export interface SampleInput {
  /** false: for a release that knows neither of the cooperation team's reviews nor of reasons for backdating. */
  readonly reviewed?: boolean;
  /** Part of every idempotency key: the same sample twice changes nothing. */
  readonly name: string;
  readonly scenario: ScenarioName;
  /** The scenario's day in Banyumas; the business clock has to stand on it. */
  readonly day: string;
  readonly umkm: { readonly umkmRule: string; readonly umkmAsOf: string };
  readonly regime: string;
  readonly products: readonly ProductPlan[];
  readonly groups: readonly GroupPlan[];
  readonly producersWithoutSurplus: number;
  readonly villages: readonly string[];
  readonly partners: readonly PartnerPlan[];
  /** First and last day of the PKS, inclusive; absent: only joint agreements are signed. */
  readonly pks?: { readonly effectiveFrom: string; readonly effectiveTo: string };
}

/** One order as POST /api/orders takes it, with the partner that places it. */
export interface SampleOrder {
  readonly partner: string;
  readonly buyer: { readonly name: string };
  readonly lines: readonly {
    readonly commodity: string;
    readonly quantity: number;
    readonly unit: 'kg' | 'kodi' | 'pair' | 'piece';
    readonly deliverTo: string;
    readonly maxLandedPrice: number;
    readonly certificates: readonly string[];
    readonly needBy: string;
    readonly minLifeDays: number;
  }[];
}
