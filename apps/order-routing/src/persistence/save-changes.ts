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
  SHIPMENT,
  TIMER,
} from './tables.js';
import { AGREEMENT, EARLIER_TERM, TERM } from './agreement-tables.js';
import { insertInto } from '#platform/database/sql.js';

/**
 * Writes what a batch changed, one statement a table that has changes; parents before children.
 *
 * @param at business time of the batch
 */
export async function saveChanges(tx: Tx, state: MarketState, changes: ChangeSet, at: Date): Promise<void> {
  const { origin: market } = state;
  await saveSupply(tx, state, changes);
  await ORDER.upsert(tx, pick(state.orders, changes.orders), { market });
  await LINE.upsert(tx, pick(state.lines, changes.lines), { market });
  await RUN.upsert(tx, changes.runs, { market, engine_version: ENGINE_VERSION });
  await saveAllocations(tx, market, changes);
  await TIMER.upsert(tx, [...changes.timersSet.values()], { market });
  await SHIPMENT.upsert(tx, [...changes.shipments.values()], { market });
  await savePayments(tx, market, changes, at);
  await saveBalances(tx, state, changes);
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

async function savePayments(tx: Tx, market: string, changes: ChangeSet, at: Date): Promise<void> {
  const lines = changes.settlements.flatMap(({ allocationId, orderId, lotId, lines: own }) =>
    own.map((line, position) => ({
      ...line,
      beside: { allocation_id: allocationId, position, market, order_id: orderId, lot_id: lotId },
    })),
  );
  await SETTLEMENT_LINE.upsert(tx, lines, ({ beside }) => beside);
  for (const { orderId, amount, reference } of changes.payments) {
    await tx.query(...insertInto('payment', { market, order_id: orderId, amount, reference, recorded_at: at }));
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
