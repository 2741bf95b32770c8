import { IsIn } from 'class-validator';
import { MayBeAbsent } from '#platform/http/shapes.js';
import { UploadQuery } from '#files/uploads/uploads.dto.js';

export class OrderFileQuery extends UploadQuery {
  /** What its rows are, as every route that takes files asks; here it can only be one thing. */
  @MayBeAbsent() @IsIn(['orders']) kind?: 'orders';
}
