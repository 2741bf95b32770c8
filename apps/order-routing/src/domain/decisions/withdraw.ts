import { uncommittedGoods } from '../engine/uncommitted.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { isOnHand, type Contribution, type Lot } from '../ledger/lot.js';
import { withdrawFrom } from '../ledger/lot-goods.js';
import { recordLotRequest, type LotRequestOutcome } from '../ledger/lot-request.js';
import { nowOf } from '../ledger/merged.js';
import { REPROMISE, type Consequence, type Decision } from './decision.js';

/** A producer wants stock back: of one contributor, or of all of them in proportion. */
export interface Withdrawal {
  readonly requestId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly producerId?: string;
  /** All of it or nothing: a statement that is put right says what it says, or stays. */
  readonly whole?: boolean;
}

/** A producer takes back what no promise needs: what is held first, for nobody waits for it; then what is free and uncommitted. */
export const withdraw = {
  apply(context, { requestId, lotId, quantity: asked, producerId, whole = false }) {
    const lot = context.state.lots.get(lotId);
    let granted = 0;
    if (lot && isOnHand(lot)) {
      const who = producerId === undefined ? undefined : nowOf(context.state, producerId);
      const parts = lot.contributions.filter((part) => who === undefined || part.producerId === who);
      const available = whole ? availableOf(context, lot, parts, asked) : asked;
      if (available < asked) return refuseWhole(context, { requestId, lotId, asked, available });
      for (const shelf of ['held', 'barred'] as const) {
        granted += withdrawFrom(context, lot, { shelf, quantity: asked - granted, parts });
      }
      for (const goods of uncommittedGoods(context, lot, parts, asked - granted)) {
        granted += withdrawFrom(context, lot, { shelf: 'free', ...goods });
      }
    } else if (whole) {
      return refuseWhole(context, { requestId, lotId, asked, available: 0 });
    }
    recordLotRequest(context, { requestId, lotId, asked, granted });
    return REPROMISE;
  },
} satisfies Decision<Withdrawal>;

/** All of it cannot be had: whoever asked is told what could be, of a lot that is gone nothing. */
function refuseWhole(context: DecisionContext, request: Omit<LotRequestOutcome, 'granted'>): Consequence {
  recordLotRequest(context, { ...request, granted: 0 });
  return 'nothing';
}

/** What could be given of it now. */
function availableOf(context: DecisionContext, lot: Lot, parts: readonly Contribution[], asked: number): number {
  const lying = parts.reduce((sum, part) => sum + part.held + part.barred, 0);
  if (lying >= asked) return asked;
  const spare = uncommittedGoods(context, lot, parts, asked - lying);
  return lying + spare.reduce((sum, { quantity }) => sum + quantity, 0);
}
