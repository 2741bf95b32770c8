import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#contracts/envelope.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { originFault } from '#platform/regions/region-list.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Input } from '../domain/decisions/index.js';
import { DEFAULT_POLICY } from '../domain/ledger/office-policy.js';
import { appendPending } from './journal.js';
import { mayBeLeft } from './later-kinds.js';
import { Markets } from './markets.js';

export interface ConsumedInput {
  readonly event: EventEnvelope;
  readonly origin: string;
  readonly input: Input;
}

/** A replica of the release before still decides the market: waited out, as it is about to leave. */
class EarlierRelease extends Error {
  override readonly name = 'EarlierRelease';

  constructor(market: string) {
    super(`Market ${market} is decided by the release before this one, which would stop at such an input.`);
  }
}

/** How events become inputs: in the consumer's transaction, so that checkpoint and input commit together. */
@Injectable()
export class InputAppender {
  constructor(private readonly markets: Markets) {}

  /**
   * Appends inputs in the given order; the owner of each market is woken after the commit.
   *
   * @throws DomainError INVALID for an origin that is no regency: there is no such market, and the event is put aside
   */
  async append(tx: Tx, inputs: readonly ConsumedInput[]): Promise<void> {
    const origins = new Set(inputs.map(({ origin }) => origin));
    for (const origin of origins) {
      refuseNoMarket(origin);
      const own = inputs.filter((entry) => entry.origin === origin);
      await appendPending(
        tx,
        origin,
        DEFAULT_POLICY,
        own.map(({ event, input }) => ({
          input,
          actor: { principal: event.principal, correlationId: event.correlationId, causationId: event.id },
        })),
      );
      for (const { input } of own) if (!(await mayBeLeft(tx, origin, input.kind))) throw new EarlierRelease(origin);
      tx.afterCommit(() => {
        this.markets.wake(origin);
      });
    }
  }
}

function refuseNoMarket(origin: string): void {
  const fault = originFault(origin);
  if (fault) throw new DomainError('INVALID', {}, [faultAt('/origin', fault)]);
}
