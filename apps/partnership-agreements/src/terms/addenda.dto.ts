import { IsCalendarDate, IsSha256, IsText, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { TermDto } from './terms.dto.js';

/** A signed addendum: a new quota table, a new last day, or both. */
export class AddendumDto {
  @IsText(100) number: string;
  /** Hash of the signed addendum. */
  @IsSha256() sha256: string;
  /** The whole new table: rows that are not in it are removed. */
  @MayBeAbsent()
  @ListOf(() => TermDto, { min: 1, max: 500 })
  terms?: TermDto[];
  /** New last day in force, inclusive. */
  @MayBeAbsent() @IsCalendarDate() effectiveTo?: string;
  @MayBeAbsent() @IsText(500) remark?: string;
}
