import type { LotBalance } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';
import { LOT_BALANCE } from '../persistence/tables.js';

/** Keeps a lot's balance if it is newer than the one known: safe against repeats and any order of arrival. */
export async function keepBalance(tx: Pick<Tx, 'query'>, balance: LotBalance, version: number): Promise<void> {
  const { suspended = 0, refused = 0, expired = 0, spoiled = 0, recalled = 0 } = balance;
  const whole = Object.assign({}, balance, { suspended, refused, expired, spoiled, recalled, version });
  await LOT_BALANCE.upsertNewer(tx, [whole], { lot_id: balance.lotId });
}
