/**
 * Why a unit is unsold or unfilled: a closed list, in the order in which one must come first (docs/domain.md).
 * The word on the page for each is in docs/glossary.md.
 */
export const REASONS = [
  'REGION_NOT_COVERED',
  'AGREEMENT_NOT_IN_FORCE',
  'AGREEMENT_SUSPENDED',
  'CERTIFICATE_MISSING',
  'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL',
  'SHELF_LIFE_TOO_SHORT',
  'NEEDED_TOO_SOON',
  'NEED_BY_PASSED',
  'PRICE_ABOVE_CEILING',
  'UNIT_INDIVISIBLE',
  'BELOW_MINIMUM_LOT',
  'QUOTA_EXHAUSTED',
  'PARTNER_SHARE_RESERVED',
  'NO_SURPLUS',
  'NO_DEMAND',
  'LOT_HELD',
  'PRODUCER_SUSPENDED',
  'PRODUCER_REFUSED',
  'COMMITTED_ELSEWHERE',
  'CANCELLED',
  'LOST_IN_TRANSIT',
  'AWAITING_BIND',
] as const;

export type ReasonCode = (typeof REASONS)[number];
