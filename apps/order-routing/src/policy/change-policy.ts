import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { callContext } from '#platform/context/call-context.js';
import { certificateRules, DEFAULT_POLICY, paperRules, type OfficePolicy } from '../domain/ledger/office-policy.js';
import { Markets } from '../runtime/markets.js';

/** Shows and changes how the caller's market is bound; a change is an input of its journal like any other. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly markets: Markets,
  ) {}

  /** @throws DomainError NOT_FOUND for an origin that is not the caller's */
  async current(caller: Caller, origin: string): Promise<OfficePolicy> {
    ownMarket(caller, origin);
    const [row] = await this.dataSource.query<{ policy: OfficePolicy }[]>('SELECT policy FROM market WHERE id = $1', [
      origin,
    ]);
    const policy = row?.policy ?? DEFAULT_POLICY;
    return { ...policy, certificateRules: certificateRules(policy), paperRules: paperRules(policy) };
  }

  async run(caller: Caller, origin: string, policy: OfficePolicy): Promise<OfficePolicy | 'pending'> {
    ownMarket(caller, origin);
    const idempotency = requireIdempotency();
    const { principal, correlationId } = callContext();
    const outcome = await this.markets.submit(origin, {
      idempotency,
      actor: { principal, correlationId },
      input: { kind: 'policy-changed', payload: policy },
    });
    return outcome === 'pending' ? 'pending' : policy;
  }
}

function ownMarket(caller: Caller, origin: string): void {
  if (caller.scope !== 'any' && origin !== caller.region) throw notFound();
}
