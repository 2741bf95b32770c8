import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import { named } from '#platform/database/sql.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { covers } from '#kernel/region-code.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Line } from '../domain/ledger/line.js';
import type { Order } from '../domain/ledger/order.js';
import type { Term } from '../domain/ledger/term.js';
import { ALLOCATION, LINE, ORDER } from '../persistence/tables.js';
import type { OrdersQuery } from './orders.dto.js';
import { type OrderView, presentOrder } from '../domain/views/order-view.js';

interface OrderRow extends Omit<Order, 'lineIds'> {
  readonly market: string;
  readonly lines: Omit<Line, 'partner'>[] | null;
  readonly allocations: Omit<Allocation, 'shares'>[] | null;
  readonly recalls: OrderView['recalls'] | null;
  readonly editions: readonly Pick<Term, 'id' | 'edition' | 'freight' | 'transitDays'>[] | null;
}

const EDITIONS = ['terms', 'earlier_terms']
  .map((table) => `SELECT id, edition, freight, transit_days AS "transitDays" FROM ${table}`)
  .join(' UNION ALL ');

const SELECT = `SELECT ${ORDER.columns}, market,
    (SELECT json_agg(l ORDER BY position) FROM (SELECT ${LINE.columns} FROM order_line WHERE order_id = orders.id) AS l) AS lines,
    (SELECT json_agg(a ORDER BY a.id) FROM (SELECT ${ALLOCATION.columns} FROM allocation WHERE order_id = orders.id) AS a) AS allocations,
    (SELECT json_agg(json_build_object('lot', lot_id, 'at', recalled_at) ORDER BY lot_id) FROM lot_recall WHERE lot_id IN (
       SELECT lot_id FROM allocation WHERE order_id = orders.id AND status IN ('dispatched', 'accepted', 'short'))) AS recalls,
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

  /** Newest first, of those that are still open first where that is asked for; what belongs to other regions is not there. */
  async page(caller: Caller, { limit, cursor, status, search, order }: OrdersQuery): Promise<Page<OrderView>> {
    const keys = order === 'open-first' ? [OPEN, 'placed_at', 'id'] : ['placed_at', 'id'];
    const rows = await this.dataSource.query<OrderRow[]>(
      ...named(
        `${SELECT} WHERE (:all OR partner = :region OR starts_with(partner, :region || '.') OR market = :region)
           AND (:status::text IS NULL OR status = :status)
           AND (:search::text IS NULL OR strpos(lower(concat_ws(' ', buyer->>'name', reference)), lower(:search)) > 0
                OR id LIKE '%' || :ending::text)
           AND (:cursor::text IS NULL OR (${keys.join(', ')}) < (${keys.map(ofCursor).join(', ')}))
         ORDER BY ${keys.map((key) => `${key} DESC`).join(', ')} LIMIT :most`,
        {
          ...{ all: caller.scope === 'any', region: caller.region, status, search, cursor, most: limit + 1 },
          ending: endingOf(search),
        },
      ),
    );
    return pageOf(rows.map(present), limit);
  }
}

/** Something of it may still happen. */
const OPEN = `(status <> ALL ('{settled,cancelled,expired}'))`;

/** What the last order of the page before has in a key. Each by itself: a row of one SELECT is no place in an index. */
const ofCursor = (key: string): string => `(SELECT ${key} FROM orders WHERE id = :cursor)`;

/** An order goes by the end of its id, `no. d9ccd3`; undefined: the text is none. */
function endingOf(search: string | undefined): string | undefined {
  return /^(?:no\.? ?)?([0-9a-f-]{4,36})$/i.exec(search ?? '')?.[1]?.toLowerCase();
}

function maySee(caller: Caller, row: { partner: string; market: string }): boolean {
  return caller.scope === 'any' || covers(caller.region, row.partner) || caller.region === row.market;
}

function present({ market, lines, allocations, editions, recalls, ...order }: OrderRow): OrderView {
  const kept = { origin: market, order, lines: lines ?? [], allocations: allocations ?? [] };
  const view = presentOrder(kept, ({ termId, edition }) =>
    editions?.find((each) => each.id === termId && each.edition === edition),
  );
  return recalls ? { ...view, recalls } : view;
}
