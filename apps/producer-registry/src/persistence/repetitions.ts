import { addDays, daysBetween, startOfLocalDay } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { callContext } from '#platform/context/call-context.js';
import type { MemberFigures } from '../domain/statement.js';
import { REPETITION, REPETITION_LINE, type Repetition } from './tables.js';

interface Of {
  readonly sellerId: string;
  readonly productId: string;
}

/** Locks what repeats of this seller and product: a new statement takes its place. */
export async function lockRunning(tx: Tx, { sellerId, productId }: Of): Promise<void> {
  await tx.query(
    'SELECT id FROM repetition WHERE seller_id = $1 AND product_id = $2 AND stopped_at IS NULL FOR UPDATE',
    [sellerId, productId],
  );
}

/** A running repetition within the caller's data scope, locked. */
export async function lockRepetition(
  tx: Tx,
  { origin, aggregator }: DataScope,
  id: string,
): Promise<Repetition | undefined> {
  const [row] = await tx.query<RowOf<typeof REPETITION>>(
    `SELECT ${REPETITION.columns} FROM repetition WHERE id = $1 AND ($2::text IS NULL OR origin = $2) AND ($3::uuid IS NULL OR seller_id = $3)
       AND stopped_at IS NULL FOR UPDATE`,
    [id, origin, aggregator],
  );
  return row;
}

/** The repetition that is due longest, locked; one that another replica holds is passed over. */
export async function lockDue(tx: Tx, now: Date, except: readonly string[]): Promise<Repetition | undefined> {
  const [row] = await tx.query<RowOf<typeof REPETITION>>(
    `SELECT ${REPETITION.columns} FROM repetition WHERE stopped_at IS NULL AND next_at <= $1 AND id <> ALL($2::uuid[])
     ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now, except],
  );
  return row;
}

/** Lets a statement repeat from the next day on, in the place of what repeated of its seller and product. */
export async function replaceRepetition(
  tx: Tx,
  input: {
    readonly origin: string;
    readonly statement: Of & {
      readonly date: string;
      readonly bestBefore?: string | undefined;
      readonly floorPrice: number;
    };
    readonly lines: readonly MemberFigures[];
    readonly now: Date;
  },
): Promise<void> {
  const { origin, statement, lines, now } = input;
  const by = callContext().principal;
  await tx.query(
    `UPDATE repetition SET stopped_by = $3, stopped_at = $4
     WHERE seller_id = $1 AND product_id = $2 AND stopped_at IS NULL`,
    [statement.sellerId, statement.productId, by, now],
  );
  const id = uuidv7();
  const nextDay = addDays(statement.date, 1);
  const { sellerId, productId, date, bestBefore, floorPrice } = statement;
  const lifeDays = bestBefore === undefined ? null : daysBetween(date, bestBefore);
  await REPETITION.insert(tx, [{ id, origin, sellerId, productId, floorPrice, lifeDays, nextDay }], {
    next_at: startOfLocalDay(nextDay, origin),
    started_by: by,
  });
  await insertLines(tx, id, lines);
}

export async function insertLines(tx: Tx, id: string, lines: readonly MemberFigures[]): Promise<void> {
  const positions = new Map(lines.map((line, index) => [line, index + 1]));
  await REPETITION_LINE.insert(tx, lines, (line) => ({ repetition_id: id, position: positions.get(line) }));
}

export function loadLines(tx: Tx, id: string): Promise<MemberFigures[]> {
  return tx.query<RowOf<typeof REPETITION_LINE>>(
    `SELECT ${REPETITION_LINE.columns} FROM repetition_line WHERE repetition_id = $1 ORDER BY position`,
    [id],
  );
}

/** Notes what became of a day, and that the next one comes. */
export async function finishDay(
  tx: Tx,
  { id, origin, nextDay }: Repetition,
  outcome: { readonly statementId: string | null; readonly leftOut: number },
): Promise<void> {
  await tx.query('INSERT INTO repetition_day (repetition_id, day, statement_id, left_out) VALUES ($1, $2, $3, $4)', [
    id,
    nextDay,
    outcome.statementId,
    outcome.leftOut,
  ]);
  const following = addDays(nextDay, 1);
  await tx.query('UPDATE repetition SET next_day = $2, next_at = $3 WHERE id = $1', [
    id,
    following,
    startOfLocalDay(following, origin),
  ]);
}

export async function stop(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.query('UPDATE repetition SET stopped_by = $2, stopped_at = $3 WHERE id = $1', [id, by, now]);
}
