import type { CommoditySummary } from '../api/types.js';
import type { Say } from '../words/say.js';

/** How much of today's surplus has a buyer, in one sentence. */
export function answerOf(
  { surplus, promised, wanted, unit }: Pick<CommoditySummary, 'surplus' | 'promised' | 'wanted' | 'unit'>,
  say: Say,
): string {
  const { head } = say.words;
  if (surplus === 0) return head.noSurplus(say.amount(wanted, unit));
  if (promised === 0) return head.noneSold(say.amount(surplus, unit));
  if (promised >= surplus) return head.allSold(say.amount(surplus, unit));
  return head.sold(say.amount(promised, unit), say.amount(surplus, unit));
}
