import type { Fault } from '#kernel/domain-error.js';
import type { BaseUnit } from '#kernel/quantity.js';
import { covers } from '#kernel/region-code.js';

/** One row of the quota table. */
export interface TermDetails {
  /** Region that it covers, itself and all below it. */
  readonly destination: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units per period. */
  readonly quota: number;
  readonly period: 'day' | 'week' | 'month' | 'year' | 'whole';
  readonly minimumLot: number;
  /** Rupiah per trade unit. */
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly string[];
}

export interface Term extends TermDetails {
  readonly id: string;
}

function keyOf({ destination, commodity }: TermDetails): string {
  return `${destination} ${commodity}`;
}

/** @param partner the region that signs: it can promise deliveries to itself and below only */
export function termFaults(terms: readonly TermDetails[], partner: string): Fault[] {
  const seen = new Set<string>();
  return terms.flatMap((term, index) => {
    const at = `/terms/${String(index)}`;
    const repeated = seen.has(keyOf(term));
    seen.add(keyOf(term));
    return [
      ...(covers(partner, term.destination)
        ? []
        : [{ pointer: `${at}/destination`, message: `must lie in ${partner}` }]),
      ...(repeated ? [{ pointer: at, message: 'has the destination and commodity of an earlier row' }] : []),
      ...(term.minimumLot <= term.quota ? [] : [{ pointer: `${at}/minimumLot`, message: 'is more than the quota' }]),
    ];
  });
}

export interface TermsChange {
  readonly written: readonly Term[];
  readonly removed: readonly Term[];
}

/**
 * Compares the table as it is with the table that is wanted. A row keeps its id while it is about the same destination
 * and commodity, so that what was spent of it stays spent.
 */
export function compareTerms(known: readonly Term[], wanted: readonly TermDetails[], newId: () => string): TermsChange {
  const byKey = new Map(known.map((term) => [keyOf(term), term]));
  const keys = new Set(wanted.map(keyOf));
  return {
    written: wanted
      .map((term) => ({ ...term, id: byKey.get(keyOf(term))?.id ?? newId() }))
      .filter((term) => !sameTerm(term, byKey.get(keyOf(term)))),
    removed: known.filter((term) => !keys.has(keyOf(term))),
  };
}

function sameTerm(a: Term, b: Term | undefined): boolean {
  if (!b) return false;
  return (
    a.unit === b.unit &&
    a.quota === b.quota &&
    a.period === b.period &&
    a.minimumLot === b.minimumLot &&
    a.freight === b.freight &&
    a.transitDays === b.transitDays &&
    a.certificates.join(' ') === b.certificates.join(' ')
  );
}
