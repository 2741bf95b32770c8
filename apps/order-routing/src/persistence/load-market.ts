import { shared } from '#kernel/shared.js';
import type { RowOf } from '#platform/database/table.js';
import type { Contribution } from '../domain/ledger/lot.js';
import { DECISION_RULES } from '../domain/decision-rules.js';
import { balanceKey } from '../domain/ledger/fairness-balance.js';
import { MarketState } from '../domain/ledger/market-state.js';
import { knownEdition, takesOf } from '../domain/ledger/kept-records.js';
import { bankReference } from '../domain/ledger/order.js';
import { editionKey } from '../domain/ledger/term.js';
import type { OfficePolicy } from '../domain/ledger/office-policy.js';
import { cellKey } from '../domain/ledger/quota-cell.js';
import { ALLOCATION, CONTRIBUTION, FAIRNESS_BALANCE, LINE, LOT, ORDER, QUOTA_CELL, TIMER } from './tables.js';
import { SHIPMENT } from './shipment-tables.js';
import { AGREEMENT, EARLIER_TERM, TERM } from './agreement-tables.js';

export interface Queryable {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** The market as its tables have it: the state after journal number `journal`. Closed orders and spent lots stay out. */
export async function loadMarket(db: Queryable, origin: string): Promise<MarketState> {
  const state = new MarketState(origin);
  // Since these rules its instants never fall: the last one is the greatest.
  const [market] = await db.query<{ journal: number; policy: OfficePolicy; time: Date | null }>(
    `SELECT journal, policy, CASE WHEN rules = $2 AND rules_journal = journal
       THEN (SELECT at FROM input WHERE input.market = market.id AND number = journal)
       ELSE (SELECT max(at) FROM input WHERE input.market = market.id) END AS time
     FROM market WHERE id = $1`,
    [origin, DECISION_RULES],
  );
  if (!market) throw new Error(`Market ${origin} is not in the database.`);
  state.journal = market.journal;
  state.policy = market.policy;
  if (market.time) state.time = market.time;

  const all = <Row>(table: { readonly name: string; readonly columns: string }): Promise<Row[]> =>
    db.query<Row>(`SELECT ${table.columns} FROM ${table.name} WHERE market = $1`, [origin]);
  for (const row of await all<RowOf<typeof AGREEMENT>>(AGREEMENT)) state.agreements.set(row.id, row);
  for (const row of await all<RowOf<typeof TERM>>(TERM)) state.terms.set(row.id, row);
  for (const row of await all<RowOf<typeof EARLIER_TERM>>(EARLIER_TERM)) {
    state.earlierTerms.set(editionKey({ termId: row.id, edition: row.edition }), row);
  }
  for (const row of await all<RowOf<typeof QUOTA_CELL>>(QUOTA_CELL)) state.cells.set(cellKey(row), row);
  for (const row of await all<RowOf<typeof TIMER>>(TIMER)) state.timers.set(row);
  for (const row of await all<RowOf<typeof FAIRNESS_BALANCE>>(FAIRNESS_BALANCE)) {
    state.fairnessBalances.set(balanceKey(row.commodity, row.producerId), row.behind);
  }
  const merged = await db.query<{ duplicateId: string; keepId: string }>(
    'SELECT duplicate_id AS "duplicateId", keep_id AS "keepId" FROM merged_producer WHERE market = $1',
    [origin],
  );
  for (const { duplicateId, keepId } of merged) state.merged.set(duplicateId, keepId);
  await loadLots(db, state);
  await loadOrders(db, state);
  await loadGoodsUnderWay(db, state);
  return state;
}

async function loadLots(db: Queryable, state: MarketState): Promise<void> {
  const open = `received < chunks OR free > 0 OR held > 0 OR offered > 0 OR confirmed > 0 OR in_transit > 0`;
  const lots = await db.query<RowOf<typeof LOT>>(`SELECT ${LOT.columns} FROM lot WHERE market = $1 AND (${open})`, [
    state.origin,
  ]);
  const partsOf = new Map<string, Contribution[]>();
  for (const lot of lots) {
    const contributions: Contribution[] = [];
    partsOf.set(lot.id, contributions);
    state.lots.set(lot.id, { ...lot, contributions });
  }
  const parts = await db.query<RowOf<typeof CONTRIBUTION> & { lotId: string }>(
    `SELECT lot_id AS "lotId", ${CONTRIBUTION.columns} FROM lot_contribution
     WHERE lot_id = ANY($1) ORDER BY lot_id, position`,
    [[...state.lots.keys()]],
  );
  for (const { lotId, ...part } of parts) partsOf.get(lotId)?.push(part);
}

async function loadOrders(db: Queryable, state: MarketState): Promise<void> {
  // An order stays while any of its lines is open or holds goods, or something of it is not paid: what the indexes
  // order_line_live and orders_owing hold.
  const lines = await db.query<RowOf<typeof LINE> & { partner: string }>(
    `SELECT ${LINE.columns}, (SELECT partner FROM orders WHERE orders.id = order_id) AS partner FROM order_line
     WHERE order_id IN (
       SELECT order_id FROM order_line
       WHERE market = $1 AND ((status = 'open' AND accepted < wanted AND accepted + waived < wanted) OR allocated > accepted)
       UNION SELECT id FROM orders WHERE market = $1 AND owed > paid
     ) ORDER BY order_id, position`,
    [state.origin],
  );
  const lineIds = new Map<string, string[]>();
  for (const line of lines) {
    state.lines.set(line.id, Object.assign(sharing(line), { takes: takesOf(state, line) }));
    lineIds.set(line.orderId, [...(lineIds.get(line.orderId) ?? []), line.id]);
  }
  const orders = await db.query<RowOf<typeof ORDER>>(`SELECT ${ORDER.columns} FROM orders WHERE id = ANY($1)`, [
    [...lineIds.keys()],
  ]);
  for (const order of orders) {
    const { partner, placedBy, buyer } = order;
    const held = { partner: shared(partner), placedBy: shared(placedBy), buyer: shared(buyer) };
    state.orders.set(order.id, Object.assign(order, held, { lineIds: lineIds.get(order.id) ?? [] }));
  }
}

async function loadGoodsUnderWay(db: Queryable, state: MarketState): Promise<void> {
  interface Shares {
    shares: { producerId: string; quantity: number }[];
  }
  const allocations = await db.query<RowOf<typeof ALLOCATION> & Shares>(
    `SELECT ${ALLOCATION.columns}, (
       SELECT json_agg(json_build_object('producerId', producer_id, 'quantity', quantity) ORDER BY position)
       FROM allocation_share WHERE allocation_id = allocation.id
     ) AS shares FROM allocation WHERE market = $1 AND status IN ('offered', 'confirmed', 'dispatched')`,
    [state.origin],
  );
  for (const { edition, ...allocation } of allocations) {
    const kept = { ...allocation, edition: knownEdition(state, allocation.termId, edition) };
    state.allocations.set(allocation.id, kept);
  }
  const payments = await db.query<{ reference: string; orderId: string }>(
    `SELECT reference, order_id AS "orderId" FROM payment
     WHERE market = $1 AND NOT EXISTS (SELECT FROM payment_reversal WHERE payment_id = payment.id) ORDER BY id`,
    [state.origin],
  );
  for (const { reference, orderId } of payments) state.paidBy.set(bankReference(reference), orderId);
  const refusals = await db.query<{ lineId: string; sellers: string[] }>(
    `SELECT line_id AS "lineId", array_agg(DISTINCT seller_id COLLATE "C" ORDER BY seller_id COLLATE "C") AS sellers
     FROM allocation JOIN lot ON lot.id = lot_id
     WHERE order_id = ANY($1) AND allocation.status IN ('refused', 'lapsed') GROUP BY 1`,
    [[...state.orders.keys()]],
  );
  for (const { lineId, sellers } of refusals) state.refusals.set(lineId, sellers);
  const shipments = await db.query<RowOf<typeof SHIPMENT>>(
    `SELECT ${SHIPMENT.columns} FROM shipment WHERE market = $1 AND received_at IS NULL`,
    [state.origin],
  );
  for (const shipment of shipments) state.shipments.set(shipment.id, shipment);
}

/** What many lines have in common is kept once; the driver makes a copy for each row. */
function sharing<Row extends RowOf<typeof LINE> & { partner: string }>(line: Row): Row {
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
