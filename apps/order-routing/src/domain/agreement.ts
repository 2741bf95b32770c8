import type { BaseUnit } from '#kernel/quantity.js';

/** What the market knows of agreements; quantities and prices as in state.ts. */

export interface Agreement {
  readonly id: string;
  readonly partner: string;
  stage: string;
  edition: number;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
}

/** One terms row. `quota` is per period; consumption is counted in quota cells. */
export interface Term {
  readonly id: string;
  readonly agreementId: string;
  readonly partner: string;
  readonly destination: string;
  readonly edition: number;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quota: number;
  readonly period: QuotaPeriod;
  readonly minimumLot: number;
  /** Base units of each day's surplus kept back for the partner, until this hour of the day at the origin; 0: none. */
  readonly reserved: number;
  readonly releaseHour: number;
  /** Rupiah per trade unit for the goods alone; null together: any price. */
  readonly minimumPrice: number | null;
  readonly maximumPrice: number | null;
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly string[];
  readonly removed: boolean;
}

export type QuotaPeriod = 'day' | 'week' | 'month' | 'year' | 'whole';

/** (agreement, terms row, period): consumed ≤ capacity. */
export interface QuotaCell {
  readonly termId: string;
  readonly agreementId: string;
  /** First local day of the period at the origin, or `whole`. */
  readonly period: string;
  capacity: number;
  consumed: number;
  version: number;
}
