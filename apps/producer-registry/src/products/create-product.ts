import { Injectable } from '@nestjs/common';
import type { BaseUnit } from '#kernel/units.js';
import { SOLD_WORDS, UNIT_WORDS } from '#kernel/refusals/state-words.js';
import { fill } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { originFault } from '#platform/regions/region-list.js';
import { throwIfInvalid } from '../domain/faults.js';
import { Product, sackOf, type ProductDetails } from '../domain/product.js';
import { PRODUCT } from '../persistence/tables.js';

/** Adds a product to the region's list. */
@Injectable()
export class CreateProduct {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError INVALID for an origin that sells nothing; ALREADY_EXISTS; UNIT_MISMATCH when the commodity is counted or packed otherwise here */
  run(origin: string, details: ProductDetails): Promise<{ id: string }> {
    const noMarket = originFault(origin);
    throwIfInvalid(noMarket ? [faultAt('/origin', noMarket)] : []);
    return this.transactions.runOnce(async (tx) => {
      // One commodity has one unit, or lots and orders of it could not be compared; two officers wait for each other.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `product ${origin} ${details.commodity}`,
      ]);
      const [other] = await tx.query<{ unit: BaseUnit }>(
        'SELECT unit FROM product WHERE origin = $1 AND commodity = $2 AND unit <> $3 LIMIT 1',
        [origin, details.commodity, details.unit],
      );
      if (other) {
        throw new DomainError(
          'UNIT_MISMATCH.commodity',
          { commodity: details.commodity, unit: UNIT_WORDS[other.unit] },
          [faultAt('/unit', says('unit-is', { unit: other.unit }))],
        );
      }
      await refuseOtherSack(tx, origin, details);
      const product = Product.of(uuidv7(), origin, details);
      const [stored] = await PRODUCT.insert(tx, [product], {}, ['origin', 'commodity', 'name']);
      if (stored === undefined) {
        throw new DomainError('ALREADY_EXISTS.product', {}, [faultAt('/name', says('name-taken'))]);
      }
      return { id: product.id };
    });
  }
}

/** A promise names no lot, so any lot of a commodity must come in the packages that its buyers were promised. */
async function refuseOtherSack(tx: Tx, origin: string, details: ProductDetails): Promise<void> {
  const sack = sackOf(details);
  if (details.soldInPackages === true && sack === 1) {
    throw new DomainError('UNIT_MISMATCH.package', {}, [faultAt('/packaging', says('packaging'))]);
  }
  const others = await tx.query<ProductDetails>(
    'SELECT packaging, sold_in_packages AS "soldInPackages" FROM product WHERE origin = $1 AND commodity = $2',
    [origin, details.commodity],
  );
  const other = others.map(sackOf).find((size) => size !== sack);
  if (other === undefined) return;
  const { commodity } = details;
  const rule = fill(other === 1 ? SOLD_WORDS.loose : SOLD_WORDS.packages, { n: other });
  throw new DomainError('UNIT_MISMATCH.sold', { commodity, rule }, [
    faultAt('/soldInPackages', says('sold-as', { commodity, rule })),
  ]);
}
