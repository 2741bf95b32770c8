import type { Transactions } from '#platform/database/transactions.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { isDecidedByThese, putDown } from '../persistence/market-snapshots.js';
import { guard, type Lease } from './lease.js';

/**
 * Puts the market down when the last word on it was another release's, by other rules: the journal that follows is folded
 * from there.
 *
 * @throws LeaseLost when the market was decided by another since it was read
 */
export function takeOver(transactions: Transactions, lease: Lease, state: MarketState): Promise<void> {
  return transactions.run(async (tx) => {
    if (await isDecidedByThese(tx, state.origin)) return;
    await guard(tx, lease);
    await putDown(tx, state);
  });
}
