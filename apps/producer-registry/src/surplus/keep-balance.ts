import type { LotBalance } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';

const PARTS: readonly [column: string, value: (balance: LotBalance) => number][] = [
  ['declared', (balance) => balance.declared],
  ['free', (balance) => balance.free],
  ['held', (balance) => balance.held],
  ['offered', (balance) => balance.offered],
  ['confirmed', (balance) => balance.confirmed],
  ['in_transit', (balance) => balance.inTransit],
  ['delivered', (balance) => balance.delivered],
  ['withdrawn', (balance) => balance.withdrawn],
  ['written_off', (balance) => balance.writtenOff],
  ['suspended', (balance) => balance.suspended ?? 0],
  ['expired', (balance) => balance.expired ?? 0],
  ['spoiled', (balance) => balance.spoiled ?? 0],
  ['recalled', (balance) => balance.recalled ?? 0],
];

const names = PARTS.map(([column]) => column);
const SQL = `INSERT INTO lot_balance AS known (lot_id, version, ${names.join(', ')})
  VALUES ($1, $2, ${names.map((_, index) => `$${String(index + 3)}`).join(', ')})
  ON CONFLICT (lot_id) DO UPDATE
  SET (version, ${names.join(', ')}) = (excluded.version, ${names.map((column) => `excluded.${column}`).join(', ')})
  WHERE known.version < excluded.version`;

/** Keeps a lot's balance if it is newer than the one known: safe against repeats and any order of arrival. */
export async function keepBalance(tx: Pick<Tx, 'query'>, balance: LotBalance, version: number): Promise<void> {
  await tx.query(SQL, [balance.lotId, version, ...PARTS.map(([, value]) => value(balance))]);
}
