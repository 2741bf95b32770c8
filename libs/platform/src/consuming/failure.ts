import { MalformedEvent } from '#contracts/cloud-events.js';
import { InvalidEvent } from '#contracts/validate-event.js';
import { DomainError } from '#kernel/domain-error.js';
import { isOutage } from '#postgres/outage.js';
import { sqlState } from '#postgres/sql-state.js';

/**
 * What a failure means for the event that met it.
 * - `poison`: this event will fail again; it becomes a dead letter and the others go on
 * - `outage`: the surroundings are in trouble; wait and try again, never skip
 * - `bug`: nobody knows; the partition stands still, is tried again after long pauses, and a person is called
 */
export type FailureKind = 'poison' | 'outage' | 'bug';

// 22 data exception, 23 integrity violation.
const POISON_STATES = /^(?:22|23)/;

/** An outage anywhere in the chain of causes wins: waiting loses nothing, a dead letter may. */
export function sortFailure(error: unknown): FailureKind {
  if (isOutage(error)) return 'outage';
  if (error instanceof MalformedEvent || error instanceof InvalidEvent || error instanceof DomainError) return 'poison';
  return POISON_STATES.test(sqlState(error) ?? '') ? 'poison' : 'bug';
}

/** The stable code of a dead letter. */
export function failureCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (error instanceof MalformedEvent) return 'MALFORMED';
  if (error instanceof InvalidEvent) return 'INVALID';
  return `SQLSTATE_${sqlState(error) ?? 'UNKNOWN'}`;
}
