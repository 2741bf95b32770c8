import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { NUMBER_LOCALES, type NumberLocale } from '#kernel/localized-decimal.js';
import { IsText, MayBeAbsent } from '#platform/http/shapes.js';
import type { RowState } from './judge-rows.js';

export class UploadQuery {
  /** How the file writes numbers and dates. Without it, whatever can be read in two ways is refused. */
  @MayBeAbsent() @IsIn(NUMBER_LOCALES) locale?: NumberLocale;
  @MayBeAbsent() @IsText(200) fileName?: string;
  /** Name of the sheet to read. Without it the first one that can be seen and has the headings. */
  @MayBeAbsent() @IsText(200) sheet?: string;
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
