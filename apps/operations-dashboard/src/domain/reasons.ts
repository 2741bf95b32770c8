import { REASONS } from '#kernel/reasons.js';
import type { Reason } from './market-snapshot.js';

const RANK = new Map<string, number>(REASONS.map((code, index) => [code, index]));

/** What a line no longer asks for; neither demand nor a shortage. */
export const CLOSED: ReadonlySet<string> = new Set(['CANCELLED', 'NEED_BY_PASSED']);

export function stateReason(code: string, quantity: number): Reason {
  return { kind: 'state', code, quantity, gain: 0, binding: [], then: [] };
}

export function total(reasons: readonly { readonly quantity: number }[]): number {
  return reasons.reduce((sum, { quantity }) => sum + quantity, 0);
}

/**
 * The reasons cut down to `quantity` in all; what is too much goes from those that come last.
 * When they are too little, the rest waits for the next run to judge it.
 */
export function fit(reasons: readonly Reason[], quantity: number): Reason[] {
  let left = quantity;
  const kept: Reason[] = [];
  for (const reason of reasons) {
    const part = Math.min(reason.quantity, left);
    if (part > 0) kept.push({ ...reason, quantity: part });
    left -= part;
  }
  return left > 0 ? [...kept, stateReason('AWAITING_BIND', left)] : kept;
}

/** Orders reasons as the closed list has them, then by quantity. */
export function byRank(a: Reason, b: Reason): number {
  return (RANK.get(a.code) ?? RANK.size) - (RANK.get(b.code) ?? RANK.size) || b.quantity - a.quantity;
}

/** Names the one thing that would be relaxed; reasons that share it are one reason. */
export function relaxationOf(reason: Reason): string {
  return JSON.stringify([reason.kind, reason.code, [...reason.binding].sort()]);
}

/**
 * Reasons of several lots or lines taken together. Quantities add up. A gain does not: relaxing one thing sells what it
 * sells, however many lots name it, so the largest stands.
 */
export function merge(reasons: readonly Reason[]): Reason[] {
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = relaxationOf(reason);
    const seen = merged.get(key);
    merged.set(key, seen ? together(seen, reason) : reason);
  }
  return [...merged.values()].sort(byRank);
}

function together(a: Reason, b: Reason): Reason {
  const relaxBy = Math.max(a.relaxBy ?? 0, b.relaxBy ?? 0);
  return {
    ...a,
    quantity: a.quantity + b.quantity,
    gain: Math.max(a.gain, b.gain),
    ...(relaxBy > 0 ? { relaxBy } : {}),
    then: [...new Set([...a.then, ...b.then])],
  };
}
