import { acting } from '#platform/context/acting.js';
import type { Tx } from '#platform/database/transactions.js';
import { contributionsHash } from '../domain/contributions-hash.js';
import type { Lot } from '../domain/lot.js';
import type { MemberFigures } from '../domain/statement.js';
import { LOT, LOT_CONTRIBUTION, STATEMENT_LINE } from './tables.js';

interface StatementRow {
  readonly id: string;
  readonly origin: string;
  readonly statement: {
    readonly sellerId: string;
    readonly productId: string;
    readonly date: string;
    readonly floorPrice: number;
  };
  readonly bestBefore: string | undefined;
  readonly lines: readonly MemberFigures[];
  readonly now: Date;
}

/** Stores a statement with its lines in two statements of SQL, however many lines. */
export async function insertStatement(tx: Tx, row: StatementRow): Promise<void> {
  const { id, origin, statement, bestBefore, lines, now } = row;
  await tx.query(
    `INSERT INTO statement (id, origin, seller_id, product_id, stated_for, best_before, floor_price, stated_by, stated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      origin,
      statement.sellerId,
      statement.productId,
      statement.date,
      bestBefore ?? null,
      statement.floorPrice,
      acting().principal,
      now,
    ],
  );
  const beside = { statement_id: id, product_id: statement.productId, stated_for: statement.date };
  await STATEMENT_LINE.insert(tx, lines, beside);
}

/**
 * Stores a lot with its contributions; their positions keep the order that the hash was taken over.
 *
 * @param version of the last event that declares it
 */
export async function insertLot(tx: Tx, lot: Lot, version: number): Promise<void> {
  const { bestBefore = null, contributions } = lot;
  const counted = { contributionsCount: contributions.length, contributionsHash: contributionsHash(contributions) };
  await LOT.insert(tx, [{ ...lot, bestBefore, ...counted, onHold: false, version }], {});
  const placed = contributions.map((part, index) => ({ ...part, position: index + 1 }));
  await LOT_CONTRIBUTION.insert(tx, placed, { lot_id: lot.id });
}
