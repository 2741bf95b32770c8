import { isRegionCode } from '#kernel/region-code.js';
import type { Lot, MarketSnapshot } from './market-snapshot.js';

/** What a reason's `binding` names. The words for it are the page's; here are the ids that it needs. */
export interface Named {
  readonly id: string;
  readonly type: 'term' | 'agreement' | 'lot' | 'goods' | 'line' | 'region' | 'demand' | 'surplus' | 'certificate';
  /** Region of the partner behind a terms row, agreement or line. */
  readonly partner?: string;
  readonly agreementId?: string;
  /** A lot's letter. */
  readonly label?: string;
  /** What lots that are told of only together hold, each of them. */
  readonly certificates?: readonly string[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * A letter for each lot, within its origin and commodity: by day of production, then the lot with more certificates
 * first. The log has no names for lots.
 */
export function labelled(lots: readonly Omit<Lot, 'label'>[]): Lot[] {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const sorted = [...lots].sort(
    (a, b) =>
      a.producedOn.localeCompare(b.producedOn) ||
      b.certificates.length - a.certificates.length ||
      b.quantity - a.quantity ||
      a.id.localeCompare(b.id),
  );
  for (const { id, origin, commodity } of sorted) {
    const market = `${origin} ${commodity}`;
    const index = counts.get(market) ?? 0;
    labels.set(id, letters(index));
    counts.set(market, index + 1);
  }
  return lots.map((lot) => ({ ...lot, label: labels.get(lot.id) ?? null }));
}

/** Each once, lots by their letters before the rest. */
export function unique(named: readonly Named[]): Named[] {
  return [...new Map(named.map((entry) => [entry.id, entry])).values()].sort(
    (a, b) =>
      Number(a.label === undefined) - Number(b.label === undefined) || (a.label ?? a.id).localeCompare(b.label ?? b.id),
  );
}

/** Turns ids of the log into what they stand for. */
export class Names {
  private readonly known = new Map<string, Named>();

  constructor(snapshot: MarketSnapshot) {
    for (const { lineId, partner } of snapshot.promises) {
      this.known.set(lineId, { id: lineId, type: 'line', partner });
    }
    for (const { id, label, certificates } of snapshot.lots) {
      this.known.set(id, label === null ? { id, type: 'goods', certificates } : { id, type: 'lot', label });
    }
    for (const { id, partner } of snapshot.agreements) {
      this.known.set(id, { id, type: 'agreement', partner, agreementId: id });
    }
    for (const { id, partner, agreementId } of snapshot.terms) {
      this.known.set(id, { id, type: 'term', partner, agreementId });
    }
  }

  /** What no other list knows is a kind of certificate. */
  of(id: string): Named {
    const known = this.known.get(id);
    if (known) return known;
    // The engine's words for "more demand" and "more stock" of a product.
    if (id.startsWith('demand:')) return { id, type: 'demand' };
    if (id.startsWith('surplus:')) return { id, type: 'surplus' };
    return isRegionCode(id) ? { id, type: 'region', partner: id } : { id, type: 'certificate' };
  }
}
