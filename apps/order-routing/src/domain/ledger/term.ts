import type { QuotaKind, QuotaPeriod } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import type { DecisionContext } from './decision-context.js';
import { resizeCells } from './quota-cell.js';
import { scheduleShareRelease } from './reserved-share.js';

/**
 * One terms row of an agreement: what may go where, how much of it in a period, at what freight. Quantities are whole
 * base units of the commodity, prices whole rupiah a trade unit.
 */
export interface Term {
  readonly id: string;
  readonly agreementId: string;
  readonly partner: string;
  readonly destination: string;
  readonly edition: number;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Of a period; what is spent of it is counted in quota cells. */
  readonly quota: number;
  /** Null: a cap. What is none gates nothing, and its cells have room for all that there is. */
  readonly quotaKind: QuotaKind | null;
  readonly period: QuotaPeriod;
  readonly minimumLot: number;
  /** Of each day's surplus kept back for the partner, until this hour of the day at the origin; 0: none. */
  readonly reserved: number;
  readonly releaseHour: number;
  /** For the goods alone; null together: any price. */
  readonly minimumPrice: number | null;
  readonly maximumPrice: number | null;
  readonly freight: number;
  readonly transitDays: number;
  /** From a receipt, within which the buyer pays; null: PAYMENT_DAYS. */
  readonly paymentDays: number | null;
  /** Of a load, how much may be missing, in hundredths of a percent; null: as of all goods of its unit. */
  readonly loadTolerance: number | null;
  readonly certificates: readonly string[];
  readonly removed: boolean;
}

/** An edition of a terms row: an addendum makes the next one, and what was promised before keeps its own. */
export interface Edition {
  readonly termId: string;
  readonly edition: number;
}

/** Name of an edition that another has taken the place of. */
export function editionKey({ termId, edition }: Edition): string {
  return `${termId}@${String(edition)}`;
}

/** What goods are sold under: kept with them as their row said it when they were bound, whatever later editions say. */
export type SaleTerms = Pick<Term, 'freight' | 'paymentDays' | 'loadTolerance'>;

export function saleTermsOf({ freight, paymentDays, loadTolerance }: SaleTerms): SaleTerms {
  return { freight, paymentDays, loadTolerance };
}

/** @returns rupiah a trade unit: the agreement's price, else the floor, and never less than either */
export function unitPriceOf(
  lot: { readonly floorPrice: number },
  { minimumPrice }: Pick<Term, 'minimumPrice'>,
): number {
  return Math.max(lot.floorPrice, minimumPrice ?? 0);
}

/** What a row means that says nothing of it: older ones do not know of these. */
const SILENT = {
  quotaKind: null,
  reserved: 0,
  releaseHour: 0,
  minimumPrice: null,
  maximumPrice: null,
  paymentDays: null,
  loadTolerance: null,
};
type LaterField = keyof typeof SILENT;
/** A terms row as it was told. */
export type TermsRow = Omit<Term, LaterField> & Partial<Pick<Term, LaterField>>;

/** A row is new, changed by an addendum, or removed. A promise keeps the edition that it was made under. */
export function setTerm(context: DecisionContext, row: TermsRow): void {
  const { state, changes } = context;
  const term: Term = { ...SILENT, ...row };
  const before = state.terms.get(term.id);
  if (before && before.edition !== term.edition) {
    const key = editionKey({ termId: before.id, edition: before.edition });
    state.earlierTerms.set(key, before);
    changes.earlierTerms.add(key);
  }
  state.terms.set(term.id, term);
  changes.terms.add(term.id);
  resizeCells(context, term);
  scheduleShareRelease(context, term);
}
