import { IsIn } from 'class-validator';
import { ORDER_STATUSES, type OrderStatus } from '#kernel/states.js';
import { IsText, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

const ORDERS = ['newest', 'open-first'] as const;

export class OrdersQuery extends PageQuery {
  @MayBeAbsent() @IsIn(ORDER_STATUSES) status?: OrderStatus;
  /** The end of its id, or part of its buyer's name or of the partner's own number. */
  @MayBeAbsent() @IsText(100) search?: string;
  /** `open-first`: what is settled, cancelled or expired comes last. */
  @MayBeAbsent() @IsIn(ORDERS) order?: (typeof ORDERS)[number];
}
