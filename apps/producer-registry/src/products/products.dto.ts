import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsCode, IsText, IsWhole, ListOf, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

export class PackagingDto {
  @IsText(60) name: string;
  /** Base units in one of it. */
  @IsWhole(1, 1_000_000_000) size: number;
}

export class ProductDto {
  @IsCode() commodity: string;
  @IsIn(['GRAM', 'PAIR', 'PIECE']) unit: 'GRAM' | 'PAIR' | 'PIECE';
  @IsText(200) name: string;
  /** Absent: does not spoil. */
  @MayBeAbsent() @IsWhole(1, 36_500) shelfLifeDays?: number;
  @ListOf(() => PackagingDto, { max: 20 }) packaging: PackagingDto[];
  /** Sold in whole packages only, of the smallest kind; the same for every product of a commodity. Absent: in any quantity. */
  @MayBeAbsent() @IsBoolean() soldInPackages?: boolean;
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(['P-IRT', 'HALAL', 'SNI', 'ORGANIC', 'MD'], { each: true })
  lawAsksFor: string[];
}

export class ProductsQuery extends PageQuery {
  @MayBeAbsent() @IsCode() commodity?: string;
}
