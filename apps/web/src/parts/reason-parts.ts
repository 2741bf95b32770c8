import type { Reason, Unit } from '../api/types.js';
import type { Say } from '../words/say.js';
import { sum } from './sum.js';

/** "2 ton tanpa sertifikat · 500 kg kuota Ternate habis", largest first. */
export function reasonParts(reasons: readonly Reason[], unit: Unit, say: Say): string {
  const [only] = reasons;
  if (only && reasons.length === 1) return say.short(only, unit);
  return [...reasons]
    .sort((a, b) => b.quantity - a.quantity)
    .map((reason) => `${say.part(reason.quantity, totalOf(reasons), unit)} ${say.short(reason, unit)}`)
    .join(' · ');
}

export function totalOf(reasons: readonly Reason[]): number {
  return sum(reasons.map(({ quantity }) => quantity));
}
