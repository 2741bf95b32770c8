import { uncommittedGoods } from '../engine/uncommitted.js';
import { isOnHand } from '../ledger/lot.js';
import { withdrawFrom } from '../ledger/lot-goods.js';
import { recordLotRequest } from '../ledger/lot-request.js';
import { REPROMISE, type Decision } from './decision.js';

/** A producer wants stock back: of one contributor, or of all of them in proportion. */
export interface Withdrawal {
  readonly requestId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly producerId?: string;
}

/** A producer takes back what no promise needs: what is held first, for nobody waits for it; then what is free and uncommitted. */
export const withdraw = {
  apply(context, { requestId, lotId, quantity: asked, producerId }) {
    const lot = context.state.lots.get(lotId);
    let granted = 0;
    if (lot && isOnHand(lot)) {
      const parts = lot.contributions.filter((part) => producerId === undefined || part.producerId === producerId);
      for (const shelf of ['held', 'barred'] as const) {
        granted += withdrawFrom(context, lot, { shelf, quantity: asked - granted, parts });
      }
      for (const goods of uncommittedGoods(context, lot, parts, asked - granted)) {
        granted += withdrawFrom(context, lot, { shelf: 'free', ...goods });
      }
    }
    recordLotRequest(context, { requestId, lotId, asked, granted });
    return REPROMISE;
  },
} satisfies Decision<Withdrawal>;
