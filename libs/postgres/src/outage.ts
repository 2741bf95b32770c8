import { sqlStates } from './sql-state.js';
import { chainOf } from './error-chain.js';

/**
 * What PostgreSQL says when the surroundings are in trouble, by class or by the whole SQLSTATE.
 *
 * 08 connection, 40 rollback (deadlock, serialization), 53 resources, 57 operator intervention (shutdown, cancel, idle
 * session), 58 system error; 25006 a server that takes no writes now, 25P03 and 25P04 a transaction ended because it was
 * idle or took too long, 55P03 a lock that could not be had in time.
 */
const OUTAGE_STATES = /^(?:08|40|53|57|58|25006|25P03|25P04|55P03)/;

/** Of these, the ones that a smaller transaction may not meet: it took too long, or waited too long for somebody. */
const TOO_LONG_STATES = /^(?:25P03|25P04|55P03|57014)/;

const NETWORK_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOTCONN', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET'],
]);

/** Errors that have no code, by their name: TypeORM's for a connection that was lost, and our own for what is away. */
const OUTAGE_NAMES = new Set([
  ...['QueryRunnerProviderAlreadyReleasedError', 'QueryRunnerAlreadyReleasedError', 'ConnectionIsNotSetError'],
  ...['LogUnavailable', 'KeysUnavailable', 'EarlierRelease'],
]);

/** The driver has no code for these (pg 8, pg-pool 3), nor TypeORM (1). */
const LOST_CONNECTION =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after|timeout exceeded when trying to connect|timeout expired|Query read timeout|Driver not Connected|Query runner already released|write after end|This socket has been ended)/i;

/**
 * Whether the surroundings are in trouble, so that the same may succeed later: the one table of it for consumers, relay
 * and HTTP. It counts wherever in the chain of causes it stands.
 */
export function isOutage(error: unknown): boolean {
  return sqlStates(error).some((state) => OUTAGE_STATES.test(state)) || chainOf(error).some(isLostOrAway);
}

/** Whether it took too long: half of it may be quick enough. */
export function tookTooLong(error: unknown): boolean {
  return sqlStates(error).some((state) => TOO_LONG_STATES.test(state));
}

function isLostOrAway(error: unknown): boolean {
  const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
  if (typeof code === 'string' && NETWORK_CODES.has(code)) return true;
  // A server on a Unix socket that is not there.
  if (code === 'ENOENT' && (error as { syscall?: unknown }).syscall === 'connect') return true;
  if (typeof name === 'string' && (OUTAGE_NAMES.has(name) || name.startsWith('KafkaJS'))) return true;
  return typeof message === 'string' && LOST_CONNECTION.test(message);
}
