import type { BaseUnit } from '#kernel/quantity.js';

export interface Packaging {
  readonly name: string;
  /** Base units in one of it. */
  readonly size: number;
}

export interface ProductDetails {
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly name: string;
  /** Days from production to best before; absent: does not spoil. */
  readonly shelfLifeDays?: number;
  readonly packaging: readonly Packaging[];
  /** Certificates that the law asks for when it is sold. */
  readonly lawAsksFor: readonly string[];
}

/** A product of a region. Guards nothing that its shape does not: it never changes. */
export class Product {
  readonly id: string;
  readonly origin: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly name: string;
  readonly shelfLifeDays: number | null;
  readonly packaging: readonly Packaging[];
  readonly lawAsksFor: string[];

  static of(id: string, origin: string, details: ProductDetails): Product {
    return Object.assign(Object.create(Product.prototype) as Product, {
      ...details,
      id,
      origin,
      shelfLifeDays: details.shelfLifeDays ?? null,
    });
  }
}
