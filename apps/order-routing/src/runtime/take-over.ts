import type { Transactions, Tx } from '#platform/database/transactions.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { isDecidedByThese, putDown } from '../persistence/market-snapshots.js';
import { ALLOCATION, LINE } from '../persistence/tables.js';
import { guard, type Lease } from './lease.js';

/** Records that one transaction writes: far below its 5 s. */
const AT_ONCE = 2_000;

/**
 * Puts the market down when the last word on it was another release's, by other rules: the journal that follows is folded
 * from there.
 *
 * @throws LeaseLost when the market was decided by another since it was read
 */
export async function takeOver(transactions: Transactions, lease: Lease, state: MarketState): Promise<void> {
  if (await transactions.run((tx) => isDecidedByThese(tx, state.origin))) return;
  await writeAnew(transactions, lease, state);
  await transactions.run(async (tx) => {
    await guard(tx, lease);
    await putDown(tx, state);
  });
}

/** Records that the release before keeps with less in them are written as they were read: what they lack is settled now. */
async function writeAnew(transactions: Transactions, lease: Lease, state: MarketState): Promise<void> {
  const write = (records: number, upsert: (tx: Tx, from: number) => Promise<void>): Promise<void> =>
    inSteps(records, (from) =>
      transactions.run(async (tx) => {
        await guard(tx, lease);
        await upsert(tx, from);
      }),
    );
  const beside = { market: state.origin };
  const lines = [...state.lines.values()];
  await write(lines.length, (tx, from) => LINE.upsert(tx, lines.slice(from, from + AT_ONCE), beside));
  const bound = [...state.allocations.values()];
  await write(bound.length, (tx, from) => ALLOCATION.upsert(tx, bound.slice(from, from + AT_ONCE), beside));
}

async function inSteps(records: number, step: (from: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < records; from += AT_ONCE) await step(from);
}
