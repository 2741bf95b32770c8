import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import type { CatalogueRow } from '../domain/what-if/catalogue.js';
import { MarketCopies } from '../runtime/market-copies.js';

/** Answers that are kept while their market stands still. */
const KEPT = 200;

/** What a partner can buy now, of every origin that has terms for it. */
@Injectable()
export class AskCatalogue {
  /** By market with its version, which each new day raises, and place. */
  private readonly known = new Map<string, CatalogueRow[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly copies: MarketCopies,
  ) {}

  /**
   * @param deliverTo the partner's region or a part of it
   * @throws DomainError INVALID for a place that is not
   */
  async run(caller: Caller, deliverTo: string): Promise<CatalogueRow[]> {
    if (!covers(caller.region, deliverTo)) {
      const said = says('within-own', { region: caller.region });
      throw new DomainError('INVALID', {}, [faultAt('/deliverTo', said)]);
    }
    const markets = await this.dataSource.query<{ id: string; version: number }[]>(
      `SELECT id, version FROM market WHERE id IN (SELECT market FROM terms WHERE NOT removed) ORDER BY id`,
    );
    const rows: CatalogueRow[] = [];
    for (const { id, version } of markets) rows.push(...(await this.ofMarket(id, version, deliverTo)));
    return rows;
  }

  private async ofMarket(market: string, version: number, deliverTo: string): Promise<CatalogueRow[]> {
    const key = `${market} ${String(version)} ${deliverTo}`;
    const known = this.known.get(key);
    if (known) return known;
    const rows = await this.copies.ask('catalogue', market, { deliverTo });
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(key, rows);
    return rows;
  }
}
