import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Packs } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { PRODUCT } from '../persistence/tables.js';

export interface ProductView {
  readonly id: string;
  readonly origin: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly name: string;
  /** Null: does not spoil. */
  readonly shelfLifeDays: number | null;
  /** `size` is base units in one of it. */
  readonly packaging: readonly { readonly name: string; readonly size: number }[];
  /** Sold in whole packages only, of the smallest kind. */
  readonly soldInPackages: boolean;
  /** Certificates that the law asks of who sells it. */
  readonly lawAsksFor: readonly string[];
  /** Packs for final consumers, or large ones that are not sold to them. */
  readonly packs: Packs;
}

/** Reads of products. `origin` null: of every region. */
@Injectable()
export class FindProducts {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    origin: string | null,
    filter: { readonly limit: number; readonly cursor?: string; readonly commodity?: string },
  ): Promise<Page<ProductView>> {
    const rows = await this.dataSource.query<RowOf<typeof PRODUCT>[]>(
      `SELECT ${PRODUCT.columns} FROM product WHERE ($1::text IS NULL OR origin = $1) AND ($2::uuid IS NULL OR id > $2)
         AND ($3::text IS NULL OR commodity = $3)
       ORDER BY id LIMIT $4`,
      [origin, filter.cursor ?? null, filter.commodity ?? null, filter.limit + 1],
    );
    return pageOf(rows, filter.limit);
  }
}
