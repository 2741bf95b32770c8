import type { Tx } from '#platform/database/transactions.js';
import type { Changes } from '../domain/changes.js';
import type { MarketState } from '../domain/state.js';
import {
  agreementRow,
  allocationRow,
  cellRow,
  contributionRows,
  dueRow,
  lineRow,
  lotRow,
  orderRow,
  runRow,
  settlementRows,
  shipmentRow,
  shareRows,
  termsRow,
  turnRow,
} from './rows.js';
import { upsert } from './upsert.js';

/**
 * Writes what a batch changed, one statement a table that has changes; parents before children.
 *
 * @param at business time of the batch
 */
export async function saveChanges(tx: Tx, state: MarketState, changes: Changes, at: Date): Promise<void> {
  const { origin } = state;
  const lots = pick(state.lots, changes.lots);
  const allocations = [...changes.allocations.values()];
  await upsert(
    tx,
    'agreement',
    ['id'],
    pick(state.agreements, changes.agreements).map((value) => agreementRow(origin, value)),
  );
  await upsert(
    tx,
    'terms',
    ['id'],
    pick(state.terms, changes.terms).map((value) => termsRow(origin, value)),
  );
  await upsert(
    tx,
    'lot',
    ['id'],
    lots.map((value) => lotRow(origin, value)),
  );
  await upsert(
    tx,
    'lot_contribution',
    ['lot_id', 'position'],
    pick(state.lots, changes.contributions).flatMap(contributionRows),
  );
  await upsert(
    tx,
    'quota_cell',
    ['terms_id', 'period'],
    pick(state.cells, changes.cells).map((value) => cellRow(origin, value)),
  );
  await upsert(
    tx,
    'orders',
    ['id'],
    pick(state.orders, changes.orders).map((value) => orderRow(origin, value)),
  );
  await upsert(
    tx,
    'order_line',
    ['id'],
    pick(state.lines, changes.lines).map((value) => lineRow(origin, value)),
  );
  await upsert(
    tx,
    'run',
    ['id'],
    changes.runs.map((value) => runRow(origin, value)),
  );
  await upsert(
    tx,
    'allocation',
    ['id'],
    allocations.map((value) => allocationRow(origin, value)),
  );
  await upsert(tx, 'allocation_share', ['allocation_id', 'position'], allocations.flatMap(shareRows));
  await upsert(
    tx,
    'due',
    ['market', 'kind', 'subject'],
    [...changes.duesSet.values()].map((value) => dueRow(origin, value)),
  );
  await upsert(
    tx,
    'shipment',
    ['id'],
    [...changes.shipments.values()].map((value) => shipmentRow(origin, value)),
  );
  await upsert(
    tx,
    'settlement',
    ['allocation_id', 'position'],
    changes.settlements.flatMap((value) => settlementRows(origin, value)),
  );
  for (const { orderId, amount, reference } of changes.payments) {
    await tx.query(
      'INSERT INTO payment (market, order_id, amount, reference, recorded_at) VALUES ($1, $2, $3, $4, $5)',
      [origin, orderId, amount, reference, at],
    );
  }
  await upsert(
    tx,
    'turn',
    ['market', 'commodity', 'producer_id'],
    [...changes.turns].map((key) => turnRow(origin, key, state.turns.get(key) ?? 0)),
  );
  if (changes.policy) await tx.query('UPDATE market SET policy = $2 WHERE id = $1', [origin, state.policy]);
  if (changes.duesDone.size > 0) {
    await tx.query(`DELETE FROM due WHERE market = $1 AND kind || ' ' || subject = ANY($2)`, [
      origin,
      [...changes.duesDone],
    ]);
  }
}

function pick<T>(from: ReadonlyMap<string, T>, ids: Iterable<string>): T[] {
  return [...ids].map((id) => {
    const value = from.get(id);
    if (value === undefined) throw new Error(`${id} changed, but is not in the market.`);
    return value;
  });
}
