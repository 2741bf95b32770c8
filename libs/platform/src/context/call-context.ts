import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts, in which call, and what that call must not do twice. */
export interface CallContext {
  /** Subject of the token, or `system`. */
  readonly principal: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** From the Idempotency-Key header, with a hash of the request that came with it. */
  readonly idempotency?: Idempotency;
  /** The call that changes something, for the audit log; absent: a read, an event, or the system's own work. */
  readonly call?: Call;
}

export interface Call {
  /** Method and route, e.g. `POST /api/agreements/:id/stages`. */
  readonly action: string;
  /** The path's id. */
  readonly subject?: string;
  /** Region of the caller's token. */
  readonly region: string;
}

export interface Idempotency {
  /** Whose key it is: two partners may use the same one. */
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

const storage = new AsyncLocalStorage<CallContext>();

/** Runs `work` on behalf of `acting`; everything it awaits sees it through `acting()`. */
export function runAs<T>(acting: CallContext, work: () => T): T {
  return storage.run(acting, work);
}

/** Runs long-lived work that a call happens to start, but that is not done on its behalf. */
export function runAsSystem<T>(work: () => T): T {
  return storage.exit(work);
}

/** Who acts now; background work that nobody asked for is the system's. */
export function callContext(): CallContext {
  return storage.getStore() ?? { principal: 'system', correlationId: 'system' };
}
