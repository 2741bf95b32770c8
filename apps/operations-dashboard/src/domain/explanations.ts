import { idleCertificates, type IdleCertificate } from './idle-certificates.js';
import { marketsOf } from './markets.js';
import { Names } from './names.js';
import type { Picture, Unit } from './picture.js';
import { tellUnfilled, tellUnsold, type ToldReason } from './told-reasons.js';

/** Everything the page needs to say what would sell more, and what would not. */
export interface Explanation {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly unsold: readonly ToldReason[];
  readonly unfilled: readonly ToldReason[];
  readonly idleCertificates: readonly IdleCertificate[];
}

export function explain(picture: Picture): Explanation[] {
  const names = new Names(picture);
  return marketsOf(picture).map((market) => ({
    origin: market.origin,
    commodity: market.commodity,
    unit: market.unit,
    unsold: tellUnsold(market, names),
    unfilled: tellUnfilled(market, names),
    idleCertificates: idleCertificates(market, names),
  }));
}
