import { localDateAt } from '#kernel/local-date.js';
import { wayOf } from '#kernel/region-changes.js';
import type { MarketState } from './market-state.js';
import type { Term } from './term.js';

/** Where a row's goods may go, by what its region meant on the day of signing, or on its first day where nobody said that. */
export function wayOfRow(state: MarketState, { destination, agreementId }: Term): string {
  const agreement = state.agreements.get(agreementId);
  if (!agreement) return wayOf(destination);
  const { signedOn, effectiveFrom } = agreement;
  return wayOf(destination, signedOn ?? (effectiveFrom ? localDateAt(effectiveFrom, state.origin) : undefined));
}
