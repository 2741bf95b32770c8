import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { covers } from '#kernel/region-code.js';
import type { BaseUnit } from '#kernel/units.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { AcceptedLater } from '#platform/http/accepted-later.js';
import { notFound } from '#platform/http/validate.js';
import { callContext } from '#platform/context/call-context.js';
import type { AnswerOf, Input, InputKind } from '../domain/decisions/index.js';
import { Markets } from '../runtime/markets.js';

/** Whose goods and whose order an id is about. */
interface Parties {
  readonly market: string;
  readonly partner: string;
  /** Who sells the goods: a cooperative acts only where it is all of them. */
  readonly sellers: readonly string[];
  /** Id that the caller named, and the address at which a change of it can be seen. */
  readonly id: string;
  readonly seenAt: string;
}

/** What was changed. */
export interface Changed {
  readonly id: string;
}

/** Which side of a sale acts: the origin sells and sends, the partner receives. */
export type Side = 'origin' | 'partner';

/** Hands an input of fulfilment to the market that it belongs to, for a caller who is one of its sides. */
@Injectable()
export class Fulfil {
  constructor(
    private readonly dataSource: DataSource,
    private readonly markets: Markets,
  ) {}

  allocation(id: string): Promise<Parties> {
    return this.parties(
      `SELECT a.id, a.market, a.partner, '/api/orders/' || a.order_id AS "seenAt", ARRAY[l.seller_id] AS sellers
       FROM allocation a JOIN lot l ON l.id = a.lot_id WHERE a.id = $1`,
      id,
    );
  }

  lot(id: string): Promise<Parties> {
    return this.parties(
      `SELECT id, market, '' AS partner, '/api/registry/lots/' || id AS "seenAt", ARRAY[seller_id] AS sellers
       FROM lot WHERE id = $1`,
      id,
    );
  }

  order(id: string): Promise<Parties> {
    return this.parties(
      `SELECT o.id, o.market, o.partner, '/api/orders/' || o.id AS "seenAt",
         ARRAY(SELECT DISTINCT l.seller_id FROM allocation a JOIN lot l ON l.id = a.lot_id WHERE a.order_id = o.id)
           AS sellers
       FROM orders o WHERE o.id = $1`,
      id,
    );
  }

  /** @returns its sides, and whether it has been received */
  shipment(id: string): Promise<Parties & { readonly received: boolean }> {
    return this.parties(
      `SELECT s.id, s.market, s.partner, '/api/orders/' || s.order_id AS "seenAt", s.received_at IS NOT NULL AS received,
         ARRAY(SELECT DISTINCT l.seller_id FROM allocation a JOIN lot l ON l.id = a.lot_id
               WHERE a.id = ANY(s.allocation_ids)) AS sellers
       FROM shipment s WHERE s.id = $1`,
      id,
    );
  }

  /**
   * @returns its sides, and the base unit of each allocation
   * @throws DomainError NOT_FOUND for allocations that are not there, or of several origins
   */
  async load(
    id: string,
    allocationIds: readonly string[],
  ): Promise<Parties & { readonly units: ReadonlyMap<string, BaseUnit> }> {
    const rows = await this.dataSource.query<{ id: string; market: string; seller: string; unit: BaseUnit }[]>(
      `SELECT a.id, a.market, l.seller_id AS seller, l.unit FROM allocation a JOIN lot l ON l.id = a.lot_id WHERE a.id = ANY($1)`,
      [allocationIds],
    );
    const market = rows[0]?.market;
    const known = new Set(rows.map((row) => row.id));
    const all = allocationIds.every((each) => known.has(each)) && rows.every((row) => row.market === market);
    if (market === undefined || !all) throw notFound();
    const sellers = [...new Set(rows.map(({ seller }) => seller))];
    const units = new Map(rows.map((row) => [row.id, row.unit]));
    return { market, partner: '', sellers, id, seenAt: `/api/orders/loads/${id}`, units };
  }

  /**
   * What leaves of an order: the allocations that are named, else all that are confirmed; a cooperative's own only.
   *
   * @throws DomainError NOT_FOUND for a cooperative that names another's, or has none in this order
   */
  async leaving(
    caller: Caller,
    orderId: string,
    named?: readonly string[],
  ): Promise<{ parties: Parties; allocationIds: readonly string[] }> {
    const parties = await this.order(orderId);
    const rows = await this.dataSource.query<{ id: string; status: string; seller: string }[]>(
      `SELECT a.id, a.status, l.seller_id AS seller FROM allocation a JOIN lot l ON l.id = a.lot_id
       WHERE a.order_id = $1 ORDER BY a.id`,
      [orderId],
    );
    const { aggregator } = dataScopeOf(caller);
    const own = rows.filter(({ seller }) => aggregator === null || seller === aggregator);
    const ids = new Set(own.map(({ id }) => id));
    if (aggregator !== null && named?.some((id) => !ids.has(id)) === true) throw notFound();
    const confirmed = own.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    return {
      parties: { ...parties, sellers: [...new Set(own.map(({ seller }) => seller))] },
      allocationIds: named ?? confirmed,
    };
  }

  /**
   * @returns what the market answers to such an input, or `Pending` while its owner is away
   * @throws DomainError NOT_FOUND for a caller of another region or aggregator; the market's own refusals
   */
  async run<Kind extends InputKind>(
    caller: Caller,
    side: Side,
    parties: Parties,
    input: Input<Kind>,
  ): Promise<AnswerOf<Kind> | AcceptedLater> {
    const { market } = parties;
    this.refuseStranger(caller, side, parties);
    const { principal, correlationId } = callContext();
    const outcome = await this.markets.submit(market, {
      idempotency: requireIdempotency(),
      actor: { principal, correlationId },
      input,
    });
    return outcome === 'pending' ? new AcceptedLater(parties.id, parties.seenAt) : outcome.answer;
  }

  /** @throws DomainError NOT_FOUND for a caller of another region or aggregator */
  refuseStranger(caller: Caller, side: Side, parties: Parties): void {
    if (!isSide(caller, side, parties)) throw notFound();
  }

  private async parties<Found extends Parties>(sql: string, id: string): Promise<Found> {
    const [row] = await this.dataSource.query<Found[]>(sql, [id]);
    if (!row) throw notFound();
    return row;
  }
}

function isSide(caller: Caller, side: Side, { market, partner, sellers }: Parties): boolean {
  if (side === 'partner') return caller.scope === 'any' || covers(caller.region, partner);
  const { origin, aggregator } = dataScopeOf(caller);
  if (origin !== null && origin !== market) return false;
  return aggregator === null || (sellers.length > 0 && sellers.every((seller) => seller === aggregator));
}
