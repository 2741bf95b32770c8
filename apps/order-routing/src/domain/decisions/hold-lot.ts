import { isOnHand } from '../ledger/lot.js';
import { setHold } from '../ledger/lot-goods.js';
import { nowOf } from '../ledger/merged.js';
import { unbindAllocation } from '../ledger/promise.js';
import { boundFrom } from './bound-goods.js';
import type { Decision } from './decision.js';
import type { HoldChange } from './hold-change.js';

/** Nothing new is bound from it. What is bound stays with a lot on hold, and leaves with a producer who is suspended. */
export const holdLot = {
  apply(context, { lotId, cause, producerId }) {
    const consequence = { repromise: cause === 'QUALITY' ? 'LOT_HELD' : 'PRODUCER_SUSPENDED' } as const;
    const lot = context.state.lots.get(lotId);
    if (!lot || !isOnHand(lot)) return consequence;
    if (cause === 'QUALITY') {
      setHold(context, lot, { onHold: true });
      return consequence;
    }
    const who = producerId === undefined ? lot.sellerId : nowOf(context.state, producerId);
    setHold(context, lot, { suspended: [...new Set([...lot.suspended, who])].sort() });
    for (const allocation of boundFrom(context.state, lot)) {
      const concerned = who === lot.sellerId || allocation.shares.some((share) => share.producerId === who);
      if (concerned) unbindAllocation(context, allocation, 'released');
    }
    return consequence;
  },
} satisfies Decision<HoldChange>;
