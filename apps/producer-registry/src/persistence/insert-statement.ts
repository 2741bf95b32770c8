import { callContext } from '#platform/context/call-context.js';
import type { Tx } from '#platform/database/transactions.js';
import { contributionsHash } from '#kernel/contributions-hash.js';
import type { Lot } from '../domain/lot.js';
import type { MemberFigures } from '../domain/statement.js';
import { LOT, LOT_CONTRIBUTION, STATEMENT_LINE } from './tables.js';
import { insertInto } from '#platform/database/sql.js';

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
  const { sellerId, productId, date, floorPrice } = statement;
  await tx.query(
    ...insertInto('statement', {
      ...{ id, origin, seller_id: sellerId, product_id: productId, stated_for: date, best_before: bestBefore },
      ...{ floor_price: floorPrice, stated_by: callContext().principal, stated_at: now },
    }),
  );
  const beside = { statement_id: id, product_id: productId, stated_for: date };
  const known = new Set(await STATEMENT_LINE.insert(tx, lines, beside, ['producer_id', 'product_id', 'stated_for']));
  await addToLines(
    tx,
    { productId, date },
    lines.filter(({ producerId }) => !known.has(producerId)),
  );
}

/** One more delivery of a day: what was stated grows by it. Who states it has looked whether it may. */
async function addToLines(
  tx: Tx,
  { productId, date }: { readonly productId: string; readonly date: string },
  lines: readonly MemberFigures[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `UPDATE statement_line AS line SET
       produced = line.produced + more.produced, held = line.held + more.held,
       committed_to_export = line.committed_to_export + more."committedToExport",
       committed_at_home = line.committed_at_home + more."committedAtHome"
     FROM json_to_recordset($3::json) AS more ("producerId" uuid, produced bigint, "committedToExport" bigint,
       "committedAtHome" bigint, held bigint)
     WHERE line.producer_id = more."producerId" AND line.product_id = $1 AND line.stated_for = $2`,
    [productId, date, JSON.stringify(lines)],
  );
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
  const placed = contributions.map((part, index) => ({ certificates: null, ...part, position: index + 1 }));
  await LOT_CONTRIBUTION.insert(tx, placed, { lot_id: lot.id });
}
