import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import { pageOf, type Page, type PageQuery } from '#platform/http/shapes.js';
import { covers } from '#kernel/region-code.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Line } from '../domain/ledger/line.js';
import type { Order } from '../domain/ledger/order.js';
import type { Term } from '../domain/ledger/term.js';
import { ALLOCATION, LINE, ORDER } from '../persistence/tables.js';
import { type OrderView, presentOrder } from '../domain/views/order-view.js';

interface OrderRow extends Omit<Order, 'lineIds'> {
  readonly market: string;
  readonly lines: Omit<Line, 'partner'>[] | null;
  readonly allocations: Omit<Allocation, 'shares'>[] | null;
  readonly editions: readonly Pick<Term, 'id' | 'edition' | 'freight' | 'transitDays'>[] | null;
}

const EDITIONS = ['terms', 'earlier_terms']
  .map((table) => `SELECT id, edition, freight, transit_days AS "transitDays" FROM ${table}`)
  .join(' UNION ALL ');

const SELECT = `SELECT ${ORDER.columns}, market,
    (SELECT json_agg(l ORDER BY position) FROM (SELECT ${LINE.columns} FROM order_line WHERE order_id = orders.id) AS l) AS lines,
    (SELECT json_agg(a ORDER BY a.id) FROM (SELECT ${ALLOCATION.columns} FROM allocation WHERE order_id = orders.id) AS a) AS allocations,
    (SELECT json_agg(e) FROM (${EDITIONS}) AS e WHERE e.id IN (
       SELECT take->>'termId' FROM order_line, jsonb_array_elements(takes) AS take WHERE order_id = orders.id)) AS editions
  FROM orders`;

/** Reads orders past the model, in one statement. */
@Injectable()
export class FindOrders {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for an order of another region */
  async one(caller: Caller, id: string): Promise<OrderView> {
    const [row] = await this.dataSource.query<OrderRow[]>(`${SELECT} WHERE id = $1`, [id]);
    if (!row || !maySee(caller, row)) throw notFound();
    return present(row);
  }

  /** Newest first; what belongs to other regions is not there. */
  async page(caller: Caller, { limit, cursor }: PageQuery): Promise<Page<OrderView>> {
    const rows = await this.dataSource.query<OrderRow[]>(
      `${SELECT} WHERE ($1 OR partner = $2 OR partner LIKE $2 || '.%' OR market = $2) AND ($3::text IS NULL OR (placed_at, id) < (SELECT placed_at, id FROM orders WHERE id = $3))
       ORDER BY placed_at DESC, id DESC LIMIT $4`,
      [caller.scope === 'any', caller.region, cursor ?? null, limit + 1],
    );
    return pageOf(rows.map(present), limit);
  }
}

function maySee(caller: Caller, row: { partner: string; market: string }): boolean {
  return caller.scope === 'any' || covers(caller.region, row.partner) || caller.region === row.market;
}

function present({ market, lines, allocations, editions, ...order }: OrderRow): OrderView {
  const kept = { origin: market, order, lines: lines ?? [], allocations: allocations ?? [] };
  return presentOrder(kept, ({ termId, edition }) =>
    editions?.find((each) => each.id === termId && each.edition === edition),
  );
}
