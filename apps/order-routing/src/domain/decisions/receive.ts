import { setReceipt, stepAllocation, type Allocation } from '../ledger/allocation.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { receiveGoods } from '../ledger/line.js';
import { deliverGoods } from '../ledger/lot-goods.js';
import { updateOrderStatus } from '../ledger/order.js';
import { bindAgain, giveUpBroken, waiveLost } from '../ledger/promise.js';
import { settleShipment } from '../ledger/settlement.js';
import { closeShipment } from '../ledger/shipment.js';
import { toleratedLoss } from '../ledger/tolerance.js';
import { refuseShipmentStep } from '../ledger/shipment-steps.js';
import { REPROMISE, type Decision } from './decision.js';
import { refuseItems, type ReceivedItem } from '../ledger/receipt-items.js';
import { openAllocation, openShipment } from './refusals.js';

export interface Received {
  readonly shipmentId: string;
  /** Every allocation of the shipment once; what is neither accepted nor damaged is missing. */
  readonly items: readonly ReceivedItem[];
  readonly moisture: number | null;
}

/**
 * The partner has counted the goods. What it accepted is settled to its contributors; what is damaged or missing is
 * written off, and that part of the promise is bound again while its need-by lasts; within the tolerance it is not missed.
 */
export const receive = {
  refuse(state, { shipmentId, items }) {
    const shipment = openShipment(state, shipmentId);
    refuseShipmentStep(shipment, 'receive');
    refuseItems(items, shipment.allocationIds, (id) => {
      const { quantity, lotId } = openAllocation(state, id);
      return { quantity, sack: state.lot(lotId).sack };
    });
  },

  apply(context, { shipmentId, items, moisture }) {
    const shipment = context.state.shipment(shipmentId);
    const payBy = settleShipment(
      context,
      items.map((item) => receiveAllocation(context, item)),
    );
    closeShipment(context, shipment, { payBy, moisture });
    updateOrderStatus(context, shipment.orderId);
    return REPROMISE;
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<Received>;

function receiveAllocation(context: DecisionContext, { allocationId, ...counted }: ReceivedItem): Allocation {
  const { state } = context;
  const { accepted } = counted;
  const allocation = state.allocation(allocationId);
  const line = state.line(allocation.lineId);
  const lost = allocation.quantity - accepted;
  setReceipt(allocation, counted);
  const lot = state.lot(allocation.lotId);
  deliverGoods(context, lot, accepted, lost);
  receiveGoods(context, line, allocation, lost);
  if (lost <= toleratedLoss(allocation, lot, allocation.sacks)) waiveLost(context, line, allocation, lost);
  else giveUpBroken(context, line, allocation, { most: lost, sack: lot.sack });
  const status = lost === 0 ? 'accepted' : accepted === 0 ? 'refused-at-arrival' : 'short';
  stepAllocation(context, allocation, 'receive', status);
  bindAgain(context, line);
  return allocation;
}
