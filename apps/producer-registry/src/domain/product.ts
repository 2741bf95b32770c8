import type { CertificateKind, Packs } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';

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
  /** It is sold in whole packages only, of the smallest kind. Absent: in any quantity. */
  readonly soldInPackages?: boolean;
  /** Certificates that the law asks for when it is sold. */
  readonly lawAsksFor: readonly CertificateKind[];
  /** Absent: for final consumers. */
  readonly packs?: Packs;
}

/**
 * Base units that the product is sold in multiples of: its smallest package of more than one, which is the least that a
 * buyer of whole packages can ask for. 1 where any quantity is sold.
 */
export function sackOf({ packaging, soldInPackages }: Pick<ProductDetails, 'packaging' | 'soldInPackages'>): number {
  const sizes = packaging.map(({ size }) => size).filter((size) => size > 1);
  return soldInPackages === true && sizes.length > 0 ? Math.min(...sizes) : 1;
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
  readonly soldInPackages: boolean;
  readonly lawAsksFor: CertificateKind[];
  readonly packs: Packs;

  static of(id: string, origin: string, details: ProductDetails): Product {
    return Object.assign(Object.create(Product.prototype) as Product, {
      ...details,
      id,
      origin,
      shelfLifeDays: details.shelfLifeDays ?? null,
      soldInPackages: details.soldInPackages ?? false,
      packs: details.packs ?? 'retail',
    });
  }
}
