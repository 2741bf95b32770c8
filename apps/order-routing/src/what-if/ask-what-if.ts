import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import type { WhatIfView } from '../domain/what-if/compared.js';
import type { Supposed } from '../domain/what-if/supposed.js';
import { MarketCopies } from '../runtime/market-copies.js';

/** Asks the engine about a market that is not there, beside the one that is. */
@Injectable()
export class AskWhatIf {
  constructor(
    private readonly dataSource: DataSource,
    private readonly copies: MarketCopies,
  ) {}

  /** @throws DomainError NOT_FOUND for an origin that is not the caller's, or has no market; INVALID with pointers */
  async run(caller: Caller, origin: string, supposed: Supposed): Promise<WhatIfView> {
    if (caller.scope !== 'any' && origin !== caller.region) throw notFound();
    const [market] = await this.dataSource.query<unknown[]>('SELECT 1 FROM market WHERE id = $1', [origin]);
    if (market === undefined) throw notFound();
    return this.copies.ask('what-if', origin, supposed);
  }
}
