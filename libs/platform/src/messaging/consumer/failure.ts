import { MalformedEvent } from '#contracts/cloud-events.js';
import { InvalidEvent } from '#contracts/validate-event.js';
import { DomainError } from '#kernel/domain-error.js';
import { sqlState } from '../../database/sql-state.js';
import { LogUnavailable } from '../event-log.js';

/**
 * What a failure means for the event that met it.
 * - `poison`: this event will fail again; it becomes a dead letter and the others go on
 * - `outage`: the surroundings are in trouble; wait and try again, never skip
 * - `bug`: nobody knows; the partition stops and a person is called
 */
export type FailureKind = 'poison' | 'outage' | 'bug';

// 22 data exception, 23 integrity violation.
const POISON_CLASSES = new Set(['22', '23']);
// 08 connection, 40 rollback (deadlock, serialization), 53 resources, 57 operator intervention (shutdown, cancel).
const OUTAGE_CLASSES = new Set(['08', '40', '53', '57']);
const NETWORK_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ECONNABORTED', 'ENOENT'],
]);
// The driver has no code for these (pg 8, pg-pool 3).
const LOST_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after|Client was closed|Driver not Connected|timeout expired)/;

export function sortFailure(error: unknown): FailureKind {
  if (error instanceof MalformedEvent || error instanceof InvalidEvent || error instanceof DomainError) return 'poison';
  if (!(error instanceof Error)) return 'bug';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && NETWORK_CODES.has(code)) return 'outage';
  // A host with two addresses fails with one error each.
  if (error instanceof AggregateError && error.errors.length > 0) return sortFailure(error.errors[0]);
  const state = sqlState(error);
  if (state !== undefined) {
    if (POISON_CLASSES.has(state.slice(0, 2))) return 'poison';
    return OUTAGE_CLASSES.has(state.slice(0, 2)) ? 'outage' : 'bug';
  }
  if (error instanceof LogUnavailable || error.name.startsWith('KafkaJS')) return 'outage';
  return LOST_CONNECTION.test(error.message) ? 'outage' : 'bug';
}

/** The stable code of a dead letter. */
export function failureCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (error instanceof MalformedEvent) return 'MALFORMED';
  if (error instanceof InvalidEvent) return 'INVALID';
  return `SQLSTATE_${sqlState(error) ?? 'UNKNOWN'}`;
}
