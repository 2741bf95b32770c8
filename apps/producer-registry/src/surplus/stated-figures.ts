import type { Tx } from '#platform/database/transactions.js';
import type { Figures, MemberFigures } from '../domain/statement.js';
import { STATEMENT_DELIVERY } from '../persistence/tables.js';

/** One producer's stock of one product and day: it is stated once; or one delivery of it, by its number. */
export interface StatedLine {
  readonly producerId: string;
  readonly productId: string;
  readonly date: string;
  readonly delivery?: string | null;
}

const FIGURES = ['produced', 'committedToExport', 'committedAtHome', 'held'] as const;
const LINE = 'said.producer_id AS "producerId", said.product_id AS "productId", said.stated_for::text AS date';

export function lineOf({ producerId, productId, date, delivery }: StatedLine): string {
  return [producerId, productId, date, ...(delivery === null || delivery === undefined ? [] : [delivery])].join(' ');
}

/** What is stated already of these lines, by `lineOf`; base units. The day's stock is without its numbered deliveries. */
export async function statedFigures(
  tx: Pick<Tx, 'query'>,
  lines: readonly StatedLine[],
): Promise<ReadonlyMap<string, Figures>> {
  if (lines.length === 0) return new Map();
  const rows = await tx.query<StatedLine & Figures>(
    `WITH asked AS (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[])
       AS line (producer_id, product_id, stated_for, number))
     SELECT ${LINE}, NULL AS delivery, ${lessDeliveries('produced')} AS produced,
       ${lessDeliveries('committed_to_export')} AS "committedToExport",
       ${lessDeliveries('committed_at_home')} AS "committedAtHome", ${lessDeliveries('held')} AS held
     FROM statement_line said JOIN asked USING (producer_id, product_id, stated_for) WHERE asked.number IS NULL
     UNION ALL
     SELECT ${LINE}, said.number, said.produced, said.committed_to_export, said.committed_at_home, said.held
     FROM statement_delivery said JOIN asked USING (producer_id, product_id, stated_for, number)`,
    [
      lines.map(({ producerId }) => producerId),
      lines.map(({ productId }) => productId),
      lines.map(({ date }) => date),
      lines.map(({ delivery }) => delivery ?? null),
    ],
  );
  return new Map(rows.map((row) => [lineOf(row), row]));
}

function lessDeliveries(figure: string): string {
  return `(said.${figure} - coalesce((SELECT sum(more.${figure}) FROM statement_delivery more
    WHERE (more.producer_id, more.product_id, more.stated_for)
      = (said.producer_id, said.product_id, said.stated_for)), 0))::bigint`;
}

/** Keeps the number of a delivery, so that the same file sent again does not count it twice. */
export async function keepDelivery(
  tx: Tx,
  statementId: string,
  { productId, date, delivery }: Omit<StatedLine, 'producerId'>,
  lines: readonly MemberFigures[],
): Promise<void> {
  if (delivery === undefined || delivery === null) return;
  const beside = { statement_id: statementId, product_id: productId, stated_for: date, number: delivery };
  await STATEMENT_DELIVERY.insert(tx, lines, beside);
}

/** Deliveries of one day count together. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = { produced: 0, committedToExport: 0, committedAtHome: 0, held: 0 };
  for (const figures of all) for (const name of FIGURES) sum[name] += figures[name];
  return sum;
}

export function areSame(one: Figures, other: Figures): boolean {
  return FIGURES.every((name) => one[name] === other[name]);
}
