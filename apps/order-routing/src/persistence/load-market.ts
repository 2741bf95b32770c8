import { shared } from '#kernel/shared.js';
import type { OfficePolicy } from '../domain/office-policy.js';
import {
  emptyMarket,
  type Agreement,
  type Allocation,
  type Contribution,
  type Due,
  type Line,
  type Lot,
  type MarketState,
  type Order,
  type QuotaCell,
  type Shipment,
  type Term,
} from '../domain/state.js';
import { AGREEMENT, ALLOCATION, CELL, LINE, LOT, ORDER, SHIPMENT, TERM } from './columns.js';

interface Queryable {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** The market as its tables have it: the state after journal number `journal`. Closed orders and spent lots stay out. */
export async function loadMarket(db: Queryable, origin: string): Promise<MarketState> {
  const state = emptyMarket(origin);
  const [market] = await db.query<{ journal: number; policy: OfficePolicy }>(
    'SELECT journal, policy FROM market WHERE id = $1',
    [origin],
  );
  if (!market) throw new Error(`Market ${origin} is not in the database.`);
  state.journal = market.journal;
  state.policy = market.policy;

  const select = <Row>(columns: string, table: string, more = ''): Promise<Row[]> =>
    db.query<Row>(`SELECT ${columns} FROM ${table} WHERE market = $1 ${more}`, [origin]);
  for (const row of await select<Agreement>(AGREEMENT, 'agreement')) state.agreements.set(row.id, row);
  for (const row of await select<Term>(TERM, 'terms')) state.terms.set(row.id, row);
  for (const row of await select<QuotaCell>(CELL, 'quota_cell')) state.cells.set(`${row.termId} ${row.period}`, row);
  for (const row of await select<Due>('kind, subject, at', 'due')) state.dues.set(row);
  for (const row of await select<{ key: string; behind: number }>(
    `commodity || ' ' || producer_id AS key, behind`,
    'turn',
  )) {
    state.turns.set(row.key, row.behind);
  }
  await loadLots(db, state);
  await loadOrders(db, state);
  return state;
}

async function loadLots(db: Queryable, state: MarketState): Promise<void> {
  const open = `received < chunks OR free > 0 OR held > 0 OR offered > 0 OR confirmed > 0 OR in_transit > 0`;
  const lots = await db.query<Lot>(`SELECT ${LOT} FROM lot WHERE market = $1 AND (${open})`, [state.origin]);
  for (const lot of lots) state.lots.set(lot.id, { ...lot, contributions: [] });
  const parts = await db.query<Contribution & { lotId: string }>(
    `SELECT lot_id AS "lotId", producer_id AS "producerId", declared, free, held, barred
     FROM lot_contribution WHERE lot_id = ANY($1) ORDER BY lot_id, position`,
    [[...state.lots.keys()]],
  );
  for (const { lotId, ...part } of parts) state.lots.get(lotId)?.contributions.push(part);
}

async function loadOrders(db: Queryable, state: MarketState): Promise<void> {
  // An order stays while any of its lines is open or holds goods, or something of it is not paid: what the indexes
  // order_line_live and orders_owing hold.
  const rows = await db.query<Line>(
    `SELECT ${LINE}, (SELECT partner FROM orders WHERE orders.id = order_id) AS partner FROM order_line
     WHERE order_id IN (
       SELECT order_id FROM order_line
       WHERE market = $1 AND ((status = 'open' AND accepted < wanted) OR allocated > accepted)
       UNION SELECT id FROM orders WHERE market = $1 AND owed > paid
     ) ORDER BY order_id, position`,
    [state.origin],
  );
  const lineIds = new Map<string, string[]>();
  for (const line of rows) {
    state.lines.set(line.id, sharing(line));
    lineIds.set(line.orderId, [...(lineIds.get(line.orderId) ?? []), line.id]);
  }
  const orders = await db.query<Order>(`SELECT ${ORDER} FROM orders WHERE id = ANY($1)`, [[...lineIds.keys()]]);
  for (const order of orders) {
    const { partner, placedBy, buyer } = order;
    const held = { partner: shared(partner), placedBy: shared(placedBy), buyer: shared(buyer) };
    state.orders.set(order.id, Object.assign(order, held, { lineIds: lineIds.get(order.id) ?? [] }));
  }
  const allocations = await db.query<Allocation>(
    `SELECT ${ALLOCATION}, (
       SELECT json_agg(json_build_object('producerId', producer_id, 'quantity', quantity) ORDER BY position)
       FROM allocation_share WHERE allocation_id = allocation.id
     ) AS shares FROM allocation WHERE market = $1 AND status IN ('offered', 'confirmed', 'dispatched')`,
    [state.origin],
  );
  for (const allocation of allocations) state.allocations.set(allocation.id, allocation);
  const shipments = await db.query<Shipment>(
    `SELECT ${SHIPMENT} FROM shipment WHERE market = $1 AND received_at IS NULL`,
    [state.origin],
  );
  for (const shipment of shipments) state.shipments.set(shipment.id, shipment);
}

/** What many lines have in common is kept once; the driver makes a copy for each row. */
function sharing(line: Line): Line {
  return Object.assign(line, {
    partner: shared(line.partner),
    deliverTo: shared(line.deliverTo),
    commodity: shared(line.commodity),
    unit: shared(line.unit),
    needBy: shared(line.needBy),
    certificates: shared(line.certificates),
    parts: shared(line.parts),
    termId: shared(line.termId),
    unfilled: shared(line.unfilled),
    status: shared(line.status),
  });
}
