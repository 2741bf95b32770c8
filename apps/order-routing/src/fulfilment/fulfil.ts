import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { Pending } from '#platform/http/pending.js';
import { notFound } from '#platform/http/validate.js';
import { acting } from '#platform/runtime/acting.js';
import type { Input } from '../domain/inputs.js';
import { Markets } from '../market/markets.js';

/** Whose goods and whose order an id is about. */
interface Parties {
  readonly market: string;
  readonly partner: string;
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
      `SELECT id, market, partner, '/api/orders/' || order_id AS "seenAt" FROM allocation WHERE id = $1`,
      id,
    );
  }

  lot(id: string): Promise<Parties> {
    return this.parties(
      `SELECT id, market, '' AS partner, '/api/registry/lots/' || id AS "seenAt" FROM lot WHERE id = $1`,
      id,
    );
  }

  order(id: string): Promise<Parties> {
    return this.parties(`SELECT id, market, partner, '/api/orders/' || id AS "seenAt" FROM orders WHERE id = $1`, id);
  }

  shipment(id: string): Promise<Parties> {
    return this.parties(
      `SELECT id, market, partner, '/api/orders/' || order_id AS "seenAt" FROM shipment WHERE id = $1`,
      id,
    );
  }

  /** Confirmed allocations of an order, for a dispatch that names none. */
  async confirmed(orderId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM allocation WHERE order_id = $1 AND status = 'confirmed' ORDER BY id`,
      [orderId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * @returns what the market answers to such an input (answer.ts), or `Pending` while its owner is away
   * @throws DomainError NOT_FOUND for a caller of another region; the market's own refusals
   */
  async run<Answer = Changed>(caller: Caller, side: Side, parties: Parties, input: Input): Promise<Answer | Pending> {
    const { market, partner } = parties;
    const own = side === 'origin' ? caller.region === market : covers(caller.region, partner);
    if (caller.scope !== 'any' && !own) throw notFound();
    const { principal, correlationId } = acting();
    const outcome = await this.markets.submit(market, {
      idempotency: requireIdempotency(),
      actor: { principal, correlationId },
      input,
    });
    return outcome === 'pending' ? new Pending(parties.id, parties.seenAt) : (outcome.answer as Answer);
  }

  private async parties(sql: string, id: string): Promise<Parties> {
    const [row] = await this.dataSource.query<Parties[]>(sql, [id]);
    if (!row) throw notFound();
    return row;
  }
}
