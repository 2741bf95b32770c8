import type { QuotaKind } from './states.js';

/**
 * What a row without a limit lets through in a period, in base units: more than anybody has. It stands where a release
 * that knows caps alone reads a quota, so that such a one limits nothing either.
 */
export const UNCAPPED = 1_000_000_000_000_000;

/** What a row lets through in one of its periods: its quota where that is a cap; a target volume gates nothing. */
export function capacityOf({
  quota,
  quotaKind,
}: {
  readonly quota: number;
  readonly quotaKind?: QuotaKind | null;
}): number {
  return quotaKind === 'unlimited' || quotaKind === 'target' ? UNCAPPED : quota;
}
