import type { LotBalance } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';

/** Keeps a lot's balance if it is newer than the one known: safe against repeats and any order of arrival. */
export async function keepBalance(tx: Pick<Tx, 'query'>, balance: LotBalance, version: number): Promise<void> {
  await tx.query(
    `INSERT INTO lot_balance AS known (lot_id, version, declared, free, held, offered, confirmed, in_transit, delivered,
                                       withdrawn, written_off)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (lot_id) DO UPDATE
     SET (version, declared, free, held, offered, confirmed, in_transit, delivered, withdrawn, written_off) =
         (excluded.version, excluded.declared, excluded.free, excluded.held, excluded.offered, excluded.confirmed,
          excluded.in_transit, excluded.delivered, excluded.withdrawn, excluded.written_off)
     WHERE known.version < excluded.version`,
    [
      balance.lotId,
      version,
      balance.declared,
      balance.free,
      balance.held,
      balance.offered,
      balance.confirmed,
      balance.inTransit,
      balance.delivered,
      balance.withdrawn,
      balance.writtenOff,
    ],
  );
}
