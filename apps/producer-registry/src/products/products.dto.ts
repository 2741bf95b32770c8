import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CERTIFICATE_KINDS, type CertificateKind, PACKS, type Packs } from '#kernel/states.js';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { IsCode, IsText, IsWhole, ListOf, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

export class PackagingDto {
  @IsText(60) name: string;
  /** Base units in one of it. */
  @IsWhole(1, 1_000_000_000) size: number;
}

export class ProductDto {
  @IsCode() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsText(200) name: string;
  /** Absent: does not spoil. */
  @MayBeAbsent() @IsWhole(1, 36_500) shelfLifeDays?: number;
  @ListOf(() => PackagingDto, { max: 20 }) packaging: PackagingDto[];
  /** Sold in whole packages only, of the smallest kind; the same for every product of a commodity. Absent: in any quantity. */
  @MayBeAbsent() @IsBoolean() soldInPackages?: boolean;
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(CERTIFICATE_KINDS, { each: true })
  lawAsksFor: CertificateKind[];
  /** retail: packs for final consumers; bulk: large ones that are not sold to them. Absent: retail. */
  @MayBeAbsent() @IsIn(PACKS) packs?: Packs;
}

export class ProductsQuery extends PageQuery {
  @MayBeAbsent() @IsCode() commodity?: string;
}
