import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import type { MemberFigures } from '../domain/statement.js';
import { insertLines, loadLines, stop } from '../persistence/repetitions.js';
import { REPETITION, type Repetition } from '../persistence/tables.js';

/** What repeats of either, or with them, locked before the producers are: as the timer does it. */
export function lockRepetitions(tx: Tx, producers: readonly string[]): Promise<Repetition[]> {
  return tx.query<RowOf<typeof REPETITION>>(
    `SELECT ${REPETITION.columns} FROM repetition
     WHERE stopped_at IS NULL AND (seller_id = ANY($1::uuid[])
       OR id IN (SELECT repetition_id FROM repetition_line WHERE producer_id = ANY($1::uuid[])))
     ORDER BY id FOR UPDATE`,
    [producers],
  );
}

/** What a duplicate states daily goes on as the other's; where both state a product, as one statement of both. */
export async function moveRepetitions(
  tx: Tx,
  running: readonly Repetition[],
  { duplicateId, keepId, now }: { readonly duplicateId: string; readonly keepId: string; readonly now: Date },
): Promise<void> {
  for (const { id, productId } of running.filter(({ sellerId }) => sellerId === duplicateId)) {
    const other = running.find((each) => each.sellerId === keepId && each.productId === productId);
    if (!other) continue;
    const lines = [...(await loadLines(tx, other.id)), ...(await loadLines(tx, id))];
    await tx.query('DELETE FROM repetition_line WHERE repetition_id = $1', [other.id]);
    await insertLines(tx, other.id, sumsOf(lines));
    await stop(tx, id, 'merge', now);
  }
  await tx.query('UPDATE repetition SET seller_id = $2 WHERE seller_id = $1', [duplicateId, keepId]);
}

/** Each producer once. */
function sumsOf(lines: readonly MemberFigures[]): MemberFigures[] {
  const sums = new Map<string, MemberFigures>();
  for (const line of lines) {
    const known = sums.get(line.producerId);
    sums.set(line.producerId, known ? sumOf(known, line) : line);
  }
  return [...sums.values()];
}

function sumOf(one: MemberFigures, other: MemberFigures): MemberFigures {
  return {
    producerId: one.producerId,
    produced: one.produced + other.produced,
    committedToExport: one.committedToExport + other.committedToExport,
    committedAtHome: one.committedAtHome + other.committedAtHome,
    held: one.held + other.held,
  };
}
