import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { Product, type ProductDetails } from '../domain/product.js';

/** Adds a product to the region's list. */
@Injectable()
export class CreateProduct {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError ALREADY_EXISTS; UNIT_MISMATCH when the commodity is counted otherwise here */
  run(origin: string, details: ProductDetails): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      // One commodity has one unit, or lots and orders of it could not be compared; two officers wait for each other.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `product ${origin} ${details.commodity}`,
      ]);
      const [other] = await tx.query<{ unit: string }>(
        'SELECT unit FROM product WHERE origin = $1 AND commodity = $2 AND unit <> $3 LIMIT 1',
        [origin, details.commodity, details.unit],
      );
      if (other) {
        throw new DomainError('UNIT_MISMATCH', `${details.commodity} is counted in ${other.unit} here.`, [
          { pointer: '/unit', message: `must be ${other.unit}` },
        ]);
      }
      const product = Product.of(uuidv7(), origin, details);
      const stored = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Product)
        .values(product)
        .orIgnore()
        .returning('id')
        .execute();
      if ((stored.raw as unknown[]).length === 0) {
        throw new DomainError('ALREADY_EXISTS', 'A product of this commodity has this name already.', [
          { pointer: '/name', message: 'is taken' },
        ]);
      }
      return { id: product.id };
    });
  }
}
