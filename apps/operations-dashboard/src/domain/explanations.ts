import { idleCertificates, type IdleCertificate } from './idle-certificates.js';
import { marketsOf } from './markets.js';
import { Names } from './names.js';
import type { MarketSnapshot, Unit } from './market-snapshot.js';
import { resolveUnfilled, resolveUnsold, type ResolvedReason } from './resolved-reasons.js';

/** Everything the page needs to say what would sell more, and what would not. */
export interface Explanation {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly unsold: readonly ResolvedReason[];
  readonly unfilled: readonly ResolvedReason[];
  readonly idleCertificates: readonly IdleCertificate[];
}

export function explain(snapshot: MarketSnapshot): Explanation[] {
  const names = new Names(snapshot);
  return marketsOf(snapshot).map((market) => ({
    origin: market.origin,
    commodity: market.commodity,
    unit: market.unit,
    unsold: resolveUnsold(market, names),
    unfilled: resolveUnfilled(market, names),
    idleCertificates: idleCertificates(market, names),
  }));
}
