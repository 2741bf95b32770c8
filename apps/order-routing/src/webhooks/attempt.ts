import { addressOf, RefusedTarget, targetOf } from './target.js';
import { post, type Message } from './post.js';

/** Within which a receiver has to answer, its name's resolution and the connection included. */
export const TIMEOUT_MS = 10_000;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds to wait after the first, second … failed attempt. Source: Standard Webhooks 1.0, "Retry schedule". */
const DELAYS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;
/** Deliveries that failed together are not tried together again: up to a tenth longer. */
const JITTER = 0.1;

/** What one attempt came to. */
export interface Attempt {
  /** Null: there was no answer. */
  readonly status: number | null;
  /** Null: it was delivered. */
  readonly error: string | null;
}

/** @param failed attempts that have failed by now, at least 1; @returns seconds to wait, null: it is given up */
export function delayAfter(failed: number): number | null {
  const delay = DELAYS[failed - 1];
  return delay === undefined ? null : delay * (1 + JITTER * Math.random());
}

/** Whether the receiver says that it is gone for good. */
export function isGone({ status }: Attempt): boolean {
  return status === 410;
}

/**
 * Tries to deliver once; its address is checked anew each time.
 *
 * @param local whether an address of this machine will do
 * @throws Error when `stopping` aborts: whether it arrived is then unknown
 */
export async function attempt(url: string, message: Message, local: boolean, stopping: AbortSignal): Promise<Attempt> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const target = targetOf(url, local);
    const address = await addressOf(target, local, signal);
    const status = await post(target, address, message, signal);
    return { status, error: complaint(status) };
  } catch (error) {
    stopping.throwIfAborted();
    return { status: null, error: failure(error, signal) };
  }
}

function complaint(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'It answered with a redirect, which is not followed.';
  return `It answered ${String(status)}.`;
}

function failure(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return `It did not answer within ${String(TIMEOUT_MS / 1_000)} s.`;
  if (error instanceof RefusedTarget) return `Its address ${error.message}.`;
  const code = (error as { code?: unknown }).code;
  return `No connection came about (${typeof code === 'string' ? code : 'unknown cause'}).`;
}
