import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import { validate } from '#platform/http/validate.js';
import { callContext } from '#platform/context/call-context.js';
import type { OrderView } from '../../domain/views/order-view.js';
import { PlaceOrderDto } from '../../orders/order.dto.js';
import { PlaceOrder } from '../../orders/place-order.js';
import { Drafts } from './drafts.js';

/** Places what a draft says. */
@Injectable()
export class PlaceDraft {
  constructor(
    private readonly drafts: Drafts,
    private readonly placeOrder: PlaceOrder,
  ) {}

  /**
   * Its key is the draft's own: however often it is placed, it is one order.
   *
   * @throws DomainError NOT_FOUND; INVALID with pointers into the order; whatever placing it is refused for
   */
  async run(caller: Caller, id: string): Promise<{ order: OrderView } | { pending: string }> {
    const draft = await this.drafts.one(caller, id);
    const { principal, correlationId } = callContext();
    const outcome = await this.placeOrder.run(caller, await validate(PlaceOrderDto, draft.order), {
      scope: `${caller.region} draft`,
      key: id,
      actor: { principal, correlationId },
    });
    await this.drafts.placed(id, 'order' in outcome ? outcome.order.id : outcome.pending);
    return outcome;
  }
}
