import type { ProducerStatus } from '#kernel/states.js';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { PRODUCT } from '../persistence/tables.js';

export interface SellerRow {
  readonly id: string;
  readonly origin: string;
  readonly kind: 'producer' | 'aggregator';
  readonly status: ProducerStatus;
  readonly standingConsent: boolean;
}

export type ProductRow = RowOf<typeof PRODUCT>;

/**
 * The seller of a statement, where it is within the scope of who states, locked until the statement is stored: a suspension, and another statement of the same
 * stock, come before or after.
 *
 * @throws DomainError NOT_FOUND
 */
export async function findSeller(tx: Tx, { origin, aggregator }: DataScope, id: string): Promise<SellerRow> {
  const [seller] = await tx.query<SellerRow>(
    `SELECT id, origin, kind, status, standing_consent AS "standingConsent"
     FROM producer
     WHERE id = $1 AND ($2::text IS NULL OR origin = $2) AND ($3::uuid IS NULL OR id = $3) FOR NO KEY UPDATE`,
    [id, origin, aggregator],
  );
  if (!seller) throw notFound('/sellerId');
  return seller;
}

/** @throws DomainError NOT_FOUND */
export async function findProduct(tx: Tx, origin: string, id: string): Promise<ProductRow> {
  const [product] = await tx.query<ProductRow>(`SELECT ${PRODUCT.columns} FROM product WHERE id = $1 AND origin = $2`, [
    id,
    origin,
  ]);
  if (!product) throw notFound('/productId');
  return product;
}
