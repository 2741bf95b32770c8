import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';

/** Farthest that one advance goes. */
export const TEN_YEARS_MS = 10 * 366 * 86_400_000;

export interface Advance {
  /** ISO 8601 instant with its offset. */
  readonly to?: string;
  readonly advanceMs?: number;
}

/**
 * Where an advance puts the clock.
 *
 * @param current offset in force, milliseconds that business time is ahead of wall time; undefined: never set, and only
 *   then may the clock go back
 * @returns the new offset
 * @throws DomainError INVALID unless exactly one of the two ways is given and the instant exists; CLOCK_BACKWARDS
 */
export function offsetFor({ to, advanceMs }: Advance, current: number | undefined, wallMs: number): number {
  if ((to === undefined) === (advanceMs === undefined)) {
    throw new DomainError('INVALID.clock-both', {}, [faultAt('/to', says('clock-either'))]);
  }
  if (advanceMs !== undefined) return (current ?? 0) + advanceMs;
  const offset = instantOf(to ?? '') - wallMs;
  if (current !== undefined && offset < current) {
    throw new DomainError('CLOCK_BACKWARDS', {}, [faultAt('/to', says('clock-before'))]);
  }
  if (offset - (current ?? 0) > TEN_YEARS_MS) {
    throw new DomainError('INVALID.clock-far', {}, [faultAt('/to', says('clock-far'))]);
  }
  return offset;
}

function instantOf(text: string): number {
  const ms = Date.parse(text);
  const date = text.slice(0, 10);
  const exists = new Date(`${date}T00:00:00Z`);
  if (!Number.isNaN(ms) && !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(date)) return ms;
  throw new DomainError('INVALID.clock-date', {}, [faultAt('/to', says('clock-date'))]);
}
