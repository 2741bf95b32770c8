import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { IsCalendarDate, IsSha256, IsText, MayBeAbsent } from '#platform/http/shapes.js';
import { TermDto } from './terms.dto.js';

/** A signed addendum: a new quota table, a new last day, or both. */
export class AddendumDto {
  @IsText(100) number: string;
  /** Hash of the signed addendum. */
  @IsSha256() sha256: string;
  /** The whole new table: rows that are not in it are removed. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TermDto)
  terms?: TermDto[];
  /** New last day in force, inclusive. */
  @MayBeAbsent() @IsCalendarDate() effectiveTo?: string;
  @MayBeAbsent() @IsText(500) remark?: string;
}
