import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Allocation } from '../ledger/allocation.js';
import { CORRECTABLE_MS, lackingPromise, moreAccepted, recount, type Figures } from '../ledger/correction.js';
import { receiptOf, recall, takesOf, type KeptReceipt, type KeptRecords } from '../ledger/kept-records.js';
import type { Line } from '../ledger/line.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { updateOrderStatus } from '../ledger/order.js';
import { quotaLeft } from '../ledger/quota-cell.js';
import { paymentDueOn, settle, settleAgain } from '../ledger/settlement.js';
import { correctShipment } from '../ledger/shipment.js';
import { REPROMISE, type Decision } from './decision.js';
import { refuseItems, type ReceivedItem } from '../ledger/receipt-items.js';

/** A receipt said something wrong; what it says now is said of every allocation, as in the receipt itself. */
export interface ReceiptCorrected {
  readonly shipmentId: string;
  readonly items: readonly ReceivedItem[];
  readonly moisture: number | null;
  readonly reason: string;
  readonly by: string;
  /** What the market has let go of: the shipment and its goods; its order and lots where they are closed. */
  readonly kept: KeptRecords & KeptReceipt;
}

/**
 * The partner counted wrongly, and says so within three days: allocations, lots, lines, promises, and what is owed and
 * earned follow. What was paid is not more than what is owed: a payment that is too much is reversed first.
 */
export const correctReceipt = {
  refuse(state, { shipmentId, items, moisture, kept }, at) {
    if (state.shipments.has(shipmentId)) throw new DomainError('NOT_RECEIVED');
    const { shipment } = kept;
    if (at.getTime() - new Date(shipment.receivedAt).getTime() > CORRECTABLE_MS) {
      throw new DomainError('ILLEGAL_TRANSITION.receipt-final');
    }
    const { allocations } = receiptOf(state, kept);
    const byId = new Map(allocations.map((allocation) => [allocation.id, allocation]));
    refuseItems(items, shipment.allocationIds, (id) => {
      const { quantity = 0, lotId } = byId.get(id) ?? {};
      return { quantity, sack: (state.lots.get(lotId ?? '') ?? kept.lots.find((lot) => lot.id === lotId))?.sack ?? 1 };
    });
    const changes = items.some(({ allocationId, ...after }) => {
      const before = byId.get(allocationId);
      return !before || !sameFigures(before, after);
    });
    if (!changes && moisture === shipment.moisture) throw new DomainError('INVALID.correction-none');
    refuseWithoutRoom(state, { items, byId, kept, at });
    refuseBelowPaid(state, { items, byId, kept });
  },

  apply(context, { shipmentId, items, moisture, reason, by, kept }) {
    recall(context, kept);
    const { shipment, allocations } = receiptOf(context.state, kept);
    // What is given back makes room for what is taken.
    const counted = allocations
      .map((allocation) => ({ allocation, after: items.find(({ allocationId }) => allocationId === allocation.id) }))
      .flatMap(({ allocation, after }) => (after ? [{ allocation, after }] : []))
      .sort((a, b) => moreAccepted(a.allocation, a.after) - moreAccepted(b.allocation, b.after));
    const corrected = counted.map(({ allocation, after: said }) => {
      const [before, after] = [figuresOf(allocation), figuresOf(said)];
      const earned = settle(allocation, context.state.lot(allocation.lotId).unit);
      const told = kept.told[allocation.id] ?? 0;
      if (sameFigures(before, after)) return { allocation, before, after, told };
      recount(context, allocation, after);
      const again = before.accepted === after.accepted ? told : settleAgain(context, allocation, earned, told);
      return { allocation, before, after, told: again };
    });
    context.changes.corrections.push({
      shipmentId,
      by,
      reason,
      moisture: { before: shipment.moisture, after: moisture },
      items: corrected.map(({ allocation: { id }, ...rest }) => ({ allocationId: id, ...rest })),
    });
    const accepted = allocations.filter((allocation) => allocation.accepted > 0);
    const payBy = paymentDueOn(shipment.receivedAt ?? context.at, context.state.origin, accepted);
    correctShipment(context, shipment, { payBy, moisture });
    updateOrderStatus(context, shipment.orderId);
    return REPROMISE;
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<ReceiptCorrected>;

/** Of sacks only where they were counted. */
function figuresOf({ accepted, damaged, sacks = null }: Figures): Figures {
  return { accepted, damaged, ...(sacks === null ? {} : { sacks }) };
}

function sameFigures(one: Figures, other: Figures): boolean {
  return JSON.stringify(figuresOf(one)) === JSON.stringify(figuresOf(other));
}

interface Recounted {
  readonly items: readonly ReceivedItem[];
  readonly byId: ReadonlyMap<string, Allocation>;
  readonly kept: KeptRecords & Pick<KeptReceipt, 'paidOut'>;
}

/** What was taken back and promised, or sent, again cannot be there twice. */
function refuseWithoutRoom(state: MarketState, { items, byId, kept, at }: Recounted & { readonly at: Date }): void {
  const lines = new Map(
    kept.lines.map((line) => [line.id, state.lines.get(line.id) ?? { ...line, takes: takesOf(state, line) }]),
  );
  const more = new Map<string, { line: Line; allocation: Allocation; index: number; quantity: number }>();
  for (const [index, item] of items.entries()) {
    const allocation = byId.get(item.allocationId);
    const line = allocation && lines.get(allocation.lineId);
    if (!line) throw new DomainError('INVALID.receipt');
    const key = `${line.id} ${allocation.termId} ${String(allocation.edition)}`;
    const found = more.get(key) ?? { line, allocation, index, quantity: 0 };
    more.set(key, { ...found, quantity: found.quantity + moreAccepted(allocation, item) });
  }
  const left = new Map<string, number>();
  const take = (key: string, room: number, quantity: number): number => {
    const before = left.get(key) ?? room;
    left.set(key, before - quantity);
    return Math.max(0, quantity - before);
  };
  for (const { line, allocation, index, quantity } of more.values()) {
    const lacking = quantity > 0 ? lackingPromise(state, line, allocation, quantity) : 0;
    const { termId } = allocation;
    const over = Math.max(
      take(`line ${line.id}`, line.wanted - line.promised, lacking),
      take(`term ${termId}`, quotaLeft(state, state.term(termId), at), lacking),
    );
    if (over === 0) continue;
    const most = allocation.accepted + quantity - over;
    throw new DomainError('INVALID.correction-room', { id: allocation.id, n: most }, [
      faultAt(`/items/${String(index)}`, says('receipt-sum', { n: most })),
    ]);
  }
}

/** What is paid is owed: a payment that is too much by the right figures is reversed first. */
function refuseBelowPaid(state: MarketState, { items, byId, kept }: Recounted): void {
  const order = state.orders.get(kept.order.id) ?? kept.order;
  const units = new Map(kept.lots.map(({ id, unit }): readonly [string, Lot['unit']] => [id, unit]));
  let owed = order.owed;
  for (const { allocationId, accepted } of items) {
    const allocation = byId.get(allocationId);
    const unit = allocation && units.get(allocation.lotId);
    if (!unit) throw new DomainError('INVALID.receipt');
    owed += settle({ ...allocation, accepted }, unit).amount - settle(allocation, unit).amount;
  }
  if (kept.paidOut > 0 && owed < order.owed) {
    throw new DomainError('ILLEGAL_TRANSITION.paid-out', { amount: kept.paidOut });
  }
  if (order.paid > owed) throw new DomainError('ILLEGAL_TRANSITION.paid-more', { amount: order.paid - owed });
}
