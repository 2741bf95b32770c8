import type { Tx } from '#platform/database/transactions.js';
import type { Figures } from '../domain/statement.js';

/** One producer's stock of one product and day: it is stated once. */
export interface StatedLine {
  readonly producerId: string;
  readonly productId: string;
  readonly date: string;
}

const FIGURES = ['produced', 'committedToExport', 'committedAtHome', 'held'] as const;

export function lineOf({ producerId, productId, date }: StatedLine): string {
  return [producerId, productId, date].join(' ');
}

/** What is stated already of these lines, by `lineOf`; base units. */
export async function statedFigures(
  tx: Pick<Tx, 'query'>,
  lines: readonly StatedLine[],
): Promise<ReadonlyMap<string, Figures>> {
  if (lines.length === 0) return new Map();
  const rows = await tx.query<StatedLine & Figures>(
    `SELECT l.producer_id AS "producerId", l.product_id AS "productId", l.stated_for::text AS date,
            l.produced, l.committed_to_export AS "committedToExport", l.committed_at_home AS "committedAtHome", l.held
     FROM statement_line l JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $3::date[])) AS asked (producer, product, day)
       ON l.producer_id = asked.producer AND l.product_id = asked.product AND l.stated_for = asked.day`,
    [lines.map(({ producerId }) => producerId), lines.map(({ productId }) => productId), lines.map(({ date }) => date)],
  );
  return new Map(rows.map((row) => [lineOf(row), row]));
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
