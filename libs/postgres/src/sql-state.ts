import { chainOf } from './error-chain.js';

/** The SQLSTATEs of an error and of what led to it, outermost first. */
export function sqlStates(error: unknown): string[] {
  return chainOf(error).flatMap((link) => {
    const { code } = link as { code?: unknown };
    // Node's own codes of five capital letters have no digit: EPIPE is no SQLSTATE.
    return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? [code] : [];
  });
}

/** The SQLSTATE of a database error, however it is wrapped; undefined when it is none. */
export function sqlState(error: unknown): string | undefined {
  return sqlStates(error)[0];
}
