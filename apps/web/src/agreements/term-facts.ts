import { loadTolerance } from '#kernel/load-tolerance.js';
import { PAYMENT_DAYS } from '#kernel/payment-days.js';
import type { Unit } from '../api/types.js';
import type { Say } from '../words/say.js';
import type { Term } from './data.js';
import type { AgreementsWords } from './words-id.js';

export const TERM_FIELDS = [
  'quota',
  'minimumLot',
  'reserved',
  'priceBand',
  'freight',
  'transitDays',
  'paymentDays',
  'loadTolerance',
  'certificates',
] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** What a row of the quota table says, field by field, in words. */
export function termFacts(term: Term, say: Say, { terms }: AgreementsWords): Record<TermField, string> {
  const unit: Unit = term.unit;
  const { reserved = 0, releaseHour = 0, priceBand } = term;
  return {
    quota: quotaText(term, say, { terms }),
    minimumLot: term.minimumLot === 0 ? terms.nothing : say.exact(term.minimumLot, unit),
    reserved: reserved === 0 ? terms.nothing : terms.reserved(say.exact(reserved, unit), String(releaseHour)),
    priceBand: priceBand
      ? `${say.rupiah(priceBand.minimum, unit)} – ${say.rupiah(priceBand.maximum, unit)}`
      : terms.anyPrice,
    freight: say.rupiah(term.freight, unit),
    transitDays: terms.days(term.transitDays),
    paymentDays: terms.fromReceipt(term.paymentDays ?? PAYMENT_DAYS),
    loadTolerance: terms.percent(say.count(loadTolerance(term, unit) / 100)),
    certificates:
      term.certificates.length === 0
        ? terms.nothing
        : say.list(term.certificates.map((certificate) => say.certificate(certificate))),
  };
}

/** A cap or a target is a volume a period; a row without a limit has none. */
function quotaText(
  { quota, quotaKind = 'cap', unit, period }: Term,
  say: Say,
  { terms }: Pick<AgreementsWords, 'terms'>,
) {
  if (quotaKind === 'unlimited') return terms.unlimited;
  const volume = `${say.exact(quota, unit)} ${terms.per[period]}`;
  return quotaKind === 'target' ? terms.target(volume) : volume;
}

/** The field of these facts that a field of a row stands in. */
export function factOf(field: string): TermField {
  if (field === 'unit' || field === 'period' || field === 'quotaKind') return 'quota';
  if (field === 'releaseHour') return 'reserved';
  return TERM_FIELDS.find((known) => known === field) ?? 'quota';
}
