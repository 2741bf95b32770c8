import { acting } from '#platform/runtime/acting.js';
import type { Tx } from '#platform/database/transactions.js';
import { contributionsHash } from '../domain/contributions-hash.js';
import type { Lot } from '../domain/lot.js';
import type { MemberFigures } from '../domain/statement.js';

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
  await tx.query(
    `INSERT INTO statement_line (statement_id, product_id, stated_for, producer_id, produced, committed_to_export,
                                 committed_at_home, held)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])`,
    [
      id,
      statement.productId,
      statement.date,
      lines.map((line) => line.producerId),
      lines.map((line) => line.produced),
      lines.map((line) => line.committedToExport),
      lines.map((line) => line.committedAtHome),
      lines.map((line) => line.held),
    ],
  );
}

/**
 * Stores a lot with its contributions; their positions keep the order that the hash was taken over.
 *
 * @param version of the last event that declares it
 */
export async function insertLot(tx: Tx, lot: Lot, version: number): Promise<void> {
  const { contributions } = lot;
  await tx.query(
    `INSERT INTO lot (id, statement_id, origin, seller_id, pooled, product_id, commodity, unit, quantity, produced_on,
                      best_before, floor_price, certificates, verified, standing_consent, contributions_count,
                      contributions_hash, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      lot.id,
      lot.statementId,
      lot.origin,
      lot.sellerId,
      lot.pooled,
      lot.productId,
      lot.commodity,
      lot.unit,
      lot.quantity,
      lot.producedOn,
      lot.bestBefore ?? null,
      lot.floorPrice,
      JSON.stringify(lot.certificates),
      lot.verified,
      lot.standingConsent,
      contributions.length,
      contributionsHash(contributions),
      version,
    ],
  );
  await tx.query(
    `INSERT INTO lot_contribution (lot_id, position, producer_id, quantity)
     SELECT $1, position, producer_id, quantity
     FROM unnest($2::uuid[], $3::bigint[]) WITH ORDINALITY AS c (producer_id, quantity, position)`,
    [lot.id, contributions.map(({ producerId }) => producerId), contributions.map(({ quantity }) => quantity)],
  );
}
