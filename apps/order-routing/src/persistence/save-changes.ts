import type { Tx } from '#platform/database/transactions.js';
import type { ChangeSet } from '../domain/ledger/change-set.js';
import { splitBalanceKey } from '../domain/ledger/fairness-balance.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { ENGINE_VERSION } from '../domain/ledger/run-outcome.js';
import {
  ALLOCATION,
  ALLOCATION_SHARE,
  CONTRIBUTION,
  FAIRNESS_BALANCE,
  LINE,
  LOT,
  ORDER,
  QUOTA_CELL,
  RUN,
  SETTLEMENT_LINE,
  TIMER,
} from './tables.js';
import { LOAD, SHIPMENT } from './shipment-tables.js';
import { AGREEMENT, EARLIER_TERM, TERM } from './agreement-tables.js';
import { saveMergedEarnings, saveMergedLots } from './save-merges.js';
import { insertInto } from '#platform/database/sql.js';

/**
 * Writes what a batch changed, one statement a table that has changes; parents before children.
 *
 * @param at business time of the batch
 */
export async function saveChanges(tx: Tx, state: MarketState, changes: ChangeSet, at: Date): Promise<void> {
  const { origin: market } = state;
  await saveMergedLots(tx, market, changes);
  await saveSupply(tx, state, changes);
  await ORDER.upsert(tx, pick(state.orders, changes.orders), { market });
  await LINE.upsert(tx, pick(state.lines, changes.lines), { market });
  await RUN.upsert(tx, changes.runs, { market, engine_version: ENGINE_VERSION });
  await saveAllocations(tx, market, changes);
  await TIMER.upsert(tx, [...changes.timersSet.values()], { market });
  await LOAD.upsert(tx, changes.loads, { market });
  await SHIPMENT.upsert(tx, [...changes.shipments.values()], { market });
  await saveEtaChanges(tx, market, changes, at);
  await savePayments(tx, market, changes, at);
  await saveBalances(tx, state, changes);
  for (const lotId of changes.recalls) {
    const [insert, values] = insertInto('lot_recall', { lot_id: lotId, market, recalled_at: at });
    await tx.query(`${insert} ON CONFLICT DO NOTHING`, values);
  }
  await saveMergedEarnings(tx, market, changes, at);
  if (changes.policy) await tx.query('UPDATE market SET policy = $2 WHERE id = $1', [market, state.policy]);
  if (changes.timersDone.size > 0) {
    await tx.query(`DELETE FROM due WHERE market = $1 AND kind || ' ' || subject = ANY($2)`, [
      market,
      [...changes.timersDone],
    ]);
  }
}

async function saveSupply(tx: Tx, state: MarketState, changes: ChangeSet): Promise<void> {
  const { origin: market } = state;
  await AGREEMENT.upsert(tx, pick(state.agreements, changes.agreements), { market });
  await TERM.upsert(tx, pick(state.terms, changes.terms), { market });
  await EARLIER_TERM.upsert(tx, pick(state.earlierTerms, changes.earlierTerms), { market });
  await LOT.upsert(tx, pick(state.lots, changes.lots), { market });
  const parts = pick(state.lots, changes.contributions).flatMap(({ id, contributions }) =>
    contributions.map((part, position) => ({ ...part, lot_id: id, position })),
  );
  if (changes.shortened.size > 0) {
    await tx.query('DELETE FROM lot_contribution WHERE lot_id = ANY($1::text[])', [[...changes.shortened]]);
  }
  await CONTRIBUTION.upsert(tx, parts, ({ lot_id, position }) => ({ lot_id, position }));
  await QUOTA_CELL.upsert(tx, pick(state.cells, changes.cells), { market });
}

async function saveAllocations(tx: Tx, market: string, changes: ChangeSet): Promise<void> {
  const allocations = [...changes.allocations.values()];
  await ALLOCATION.upsert(tx, allocations, { market });
  const shares = allocations.flatMap(({ id, shares: own }) =>
    own.map((share, position) => ({ ...share, allocation_id: id, position })),
  );
  await ALLOCATION_SHARE.upsert(tx, shares, ({ allocation_id, position }) => ({ allocation_id, position }));
}

async function saveEtaChanges(tx: Tx, market: string, { etaChanges }: ChangeSet, at: Date): Promise<void> {
  for (const { shipmentId, leg, before, after, reason, by } of etaChanges) {
    const changed = { shipment_id: shipmentId, leg, eta_before: before, eta_after: after };
    const said = { reason, changed_by: by, changed_at: at };
    await tx.query(...insertInto('eta_change', { market, ...changed, ...said }));
  }
}

async function savePayments(tx: Tx, market: string, changes: ChangeSet, at: Date): Promise<void> {
  const lines = changes.settlements.flatMap(({ allocationId, orderId, lotId, lines: own }) =>
    own.map((line, position) => ({
      ...line,
      beside: { allocation_id: allocationId, position, market, order_id: orderId, lot_id: lotId },
    })),
  );
  const again = changes.settlements.filter(({ told }) => told !== undefined).map(({ allocationId }) => allocationId);
  if (again.length > 0) await tx.query('DELETE FROM settlement WHERE allocation_id = ANY($1)', [again]);
  await SETTLEMENT_LINE.upsert(tx, lines, ({ beside }) => beside);
  for (const { orderId, amount, reference } of changes.payments) {
    await tx.query(...insertInto('payment', { market, order_id: orderId, amount, reference, recorded_at: at }));
  }
  await saveCorrections(tx, market, changes, at);
}

async function saveCorrections(tx: Tx, market: string, { reversals, corrections }: ChangeSet, at: Date): Promise<void> {
  for (const { paymentId, orderId, reason, by } of reversals) {
    const reversed = { order_id: orderId, reason, reversed_by: by, reversed_at: at };
    await tx.query(...insertInto('payment_reversal', { payment_id: paymentId, market, ...reversed }));
  }
  for (const { shipmentId, by, reason, moisture, items } of corrections) {
    const said = { reason, moisture: JSON.stringify(moisture), items: JSON.stringify(items) };
    const corrected = { shipment_id: shipmentId, corrected_at: at, corrected_by: by, ...said };
    await tx.query(...insertInto('receipt_correction', { market, ...corrected }));
  }
}

async function saveBalances(tx: Tx, state: MarketState, changes: ChangeSet): Promise<void> {
  const balances = [...changes.fairnessBalances].map((key) => ({
    ...splitBalanceKey(key),
    behind: state.fairnessBalances.get(key) ?? 0,
  }));
  await FAIRNESS_BALANCE.upsert(tx, balances, { market: state.origin });
}

function pick<Record>(from: ReadonlyMap<string, Record>, ids: Iterable<string>): Record[] {
  return [...ids].map((id) => {
    const record = from.get(id);
    if (record === undefined) throw new Error(`${id} changed, but is not in the market.`);
    return record;
  });
}
