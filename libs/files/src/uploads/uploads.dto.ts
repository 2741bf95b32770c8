import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { NUMBER_LOCALES, type NumberLocale } from '#kernel/localized-decimal.js';
import { IsText, MayBeAbsent } from '#platform/http/shapes.js';
import type { RowState } from './judge-rows.js';

/** Characters; a server takes no longer addresses. */
const MOST_JSON = 6_000;

export class UploadQuery {
  /** How the file writes numbers and dates. Without it, whatever can be read in two ways is refused. */
  @MayBeAbsent() @IsIn(NUMBER_LOCALES) locale?: NumberLocale;
  @MayBeAbsent() @IsText(200) fileName?: string;
  /** Name of the sheet to read. Without it the first one that can be seen and has the headings. */
  @MayBeAbsent() @IsText(200) sheet?: string;
  /**
   * JSON object: what a column holds, by its heading; the name of a field as `/kinds` has it, or null to pass it over. It is
   * remembered, and holds for the sender's next file of this kind.
   */
  @MayBeAbsent() @IsText(MOST_JSON) columns?: string;
  /** JSON object: what every row says of a field that has no column, by the name of the field. */
  @MayBeAbsent() @IsText(MOST_JSON) values?: string;
}

export class RowsQueryDto {
  @Type(() => Number) @IsInt() @Min(1) @Max(1_000) limit = 100;
  /** Rows behind this one, as `next` of the page before says. */
  @Type(() => Number) @IsInt() @Min(0) @Max(2_000_000) after = 0;
  @MayBeAbsent() @IsIn(['green', 'amber', 'red']) state?: RowState;
}

export class PlacementDto {
  /** good: the green rows; all: the amber ones too. */
  @IsIn(['good', 'all']) rows: 'good' | 'all';
}
