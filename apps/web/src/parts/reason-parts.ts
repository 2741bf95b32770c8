import type { Reason, Unit } from '../api/types.js';
import type { Say } from '../words/say.js';

/** "2 ton tanpa sertifikat · 500 kg kuota Ternate habis", largest first. */
export function reasonParts(reasons: readonly Reason[], unit: Unit, say: Say): string {
  const [only] = reasons;
  if (only && reasons.length === 1) return say.short(only, unit);
  return [...reasons]
    .sort((a, b) => b.quantity - a.quantity)
    .map((reason) => `${say.part(reason.quantity, totalOf(reasons), unit)} ${say.short(reason, unit)}`)
    .join(' · ');
}

export function totalOf(parts: readonly { readonly quantity: number }[]): number {
  return parts.reduce((total, { quantity }) => total + quantity, 0);
}
