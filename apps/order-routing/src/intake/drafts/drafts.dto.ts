import { IsObject } from 'class-validator';
import { IsText, MayBeAbsent } from '#platform/http/shapes.js';

export class DraftDto {
  /** What its writer calls it. */
  @MayBeAbsent() @IsText(200) title?: string;
  /** As POST /api/orders takes it, as far as it is written: it is judged when it is placed. */
  @IsObject() order: object;
}
