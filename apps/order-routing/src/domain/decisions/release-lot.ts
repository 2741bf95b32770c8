import { clearLossReason } from '../engine/loss-reasons.js';
import { isOnHand } from '../ledger/lot.js';
import { setHold } from '../ledger/lot-goods.js';
import { nowOf } from '../ledger/merged.js';
import { REPROMISE, type Decision } from './decision.js';
import type { HoldChange } from './hold-change.js';

/** What was held for its quality, or for its producer, is for sale again. */
export const releaseLot = {
  apply(context, { lotId, cause, producerId }) {
    const lot = context.state.lots.get(lotId);
    if (!lot || !isOnHand(lot)) return REPROMISE;
    if (cause === 'QUALITY') {
      setHold(context, lot, { onHold: false });
    } else {
      const who = producerId === undefined ? lot.sellerId : nowOf(context.state, producerId);
      setHold(context, lot, { suspended: lot.suspended.filter((id) => id !== who) });
    }
    clearLossReason(context, cause === 'QUALITY' ? 'LOT_HELD' : 'PRODUCER_SUSPENDED');
    return REPROMISE;
  },
} satisfies Decision<HoldChange>;
