import { addDays } from '#kernel/local-date.js';
import type { Say } from '../words/say.js';
import type { AgreementFile, QuotaView, Term } from './data.js';
import type { AgreementsWords } from './words-id.js';

/** What is spent of a row in one of its periods. Base units. */
export interface QuotaPeriod {
  /** First local day, or `whole`. */
  readonly period: string;
  /** Of a cap; of a target its volume; without a limit what is spent, so that nothing looks left. */
  readonly capacity: number;
  readonly consumed: number;
}

/** Four weeks fit a phone. */
const MOST_PERIODS = 28;

/**
 * The latest periods of a row, the oldest first. The ledger knows only periods in which something was spent; for a daily
 * quota the days between them are there too, with nothing spent.
 */
export function periodsOf(term: Term, file: AgreementFile, quota: readonly QuotaView[], today: string): QuotaPeriod[] {
  const spent = quota
    .filter(({ termId }) => termId === term.id)
    .map((cell) => ({ ...cell, capacity: measureOf(cell) }));
  if (term.period !== 'day') return spent.slice(0, MOST_PERIODS).reverse();
  const days = Array.from({ length: MOST_PERIODS }, (_, back) => addDays(today, back + 1 - MOST_PERIODS));
  return days
    .filter((day) => file.effectiveFrom !== null && day >= file.effectiveFrom)
    .map((day) => spent.find(({ period }) => period === day) ?? { period: day, capacity: emptyOf(term), consumed: 0 });
}

/** What the use of a period is held against. */
export function measureOf({
  capacity,
  consumed,
  quotaKind,
  target,
}: Pick<QuotaView, 'capacity' | 'consumed' | 'quotaKind' | 'target'>): number {
  return quotaKind === 'unlimited' ? consumed : (target ?? capacity);
}

function emptyOf({ quota, quotaKind }: Term): number {
  return quotaKind === 'unlimited' ? 0 : quota;
}

/** A period goes by its first day. */
export function periodName(period: QuotaView['period'], say: Say, { quota }: AgreementsWords): string {
  return period === 'whole' ? quota.whole : say.date(period);
}
