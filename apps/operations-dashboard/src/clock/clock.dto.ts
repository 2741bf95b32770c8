import { Matches } from 'class-validator';
import { saying } from '#platform/http/field-rules.js';
import { IsWhole, MayBeAbsent } from '#platform/http/shapes.js';

import { TEN_YEARS_MS } from '../domain/clock-advance.js';

/** Either an instant to go to, or how far to go. */
export class AdvanceClockDto {
  @MayBeAbsent()
  @Matches(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/, saying('instant'))
  to?: string;

  @MayBeAbsent()
  @IsWhole(1, TEN_YEARS_MS)
  advanceMs?: number;
}
