import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { deterministicUuid } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { callContext } from '#platform/context/call-context.js';
import { Markets } from '../runtime/markets.js';
import { isOrigin } from '../runtime/origins.js';

export interface RunStarted {
  readonly id: string;
  readonly origin: string;
  readonly journal: number;
}

/** Binds a market on demand: fixes which lots serve what is promised. */
@Injectable()
export class StartRun {
  constructor(private readonly markets: Markets) {}

  /** @throws DomainError NOT_FOUND for an origin that is not the caller's */
  async run(caller: Caller, origin: string): Promise<RunStarted | { pending: string }> {
    if (!isOrigin(origin) || (caller.scope !== 'any' && origin !== caller.region)) {
      throw new DomainError('NOT_FOUND.market');
    }
    const idempotency = requireIdempotency();
    const runId = deterministicUuid('run', idempotency.scope, idempotency.key);
    const { principal, correlationId } = callContext();
    const outcome = await this.markets.submit(origin, {
      idempotency,
      actor: { principal, correlationId },
      input: { kind: 'run-requested', payload: { runId } },
    });
    return outcome === 'pending' ? { pending: runId } : outcome.answer;
  }
}
