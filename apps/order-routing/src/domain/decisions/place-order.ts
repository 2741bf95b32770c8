import type { Use } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { DomainError } from '#kernel/domain-error.js';
import { shared } from '#kernel/shared.js';
import { promiseNewLine } from '../engine/backlog.js';
import { newLine, type JointPart } from '../ledger/line.js';
import { addOrder, updateOrderStatus, type Order } from '../ledger/order.js';
import { scheduleNeedBy } from '../ledger/timers.js';
import { newOrderView } from '../views/order-view.js';
import type { Decision } from './decision.js';

export interface OrderPlaced {
  readonly orderId: string;
  readonly partner: string;
  readonly placedBy: string;
  readonly buyer: Order['buyer'];
  readonly reference: string | null;
  /** Of a row of a file, absent of all else: what stands under it is not ordered again. */
  readonly meaning?: string;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
  readonly lineId: string;
  readonly deliverTo: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly minimum: number;
  readonly partial: boolean;
  /** What the buyer does with the goods; absent: sells them again. */
  readonly use?: Use;
  /** Of a joint order. */
  readonly parts?: readonly JointPart[];
}

/** Takes an order in and promises each of its lines at once, in the order in which they stand. */
export const placeOrder = {
  refuse(state, { orderId }) {
    if (state.orders.has(orderId)) {
      throw new DomainError('ALREADY_EXISTS.order', { id: orderId });
    }
  },

  apply(context, placed, plan) {
    addOrder(context, {
      id: placed.orderId,
      partner: placed.partner,
      placedBy: placed.placedBy,
      buyer: shared(placed.buyer),
      reference: placed.reference,
      meaning: placed.meaning ?? null,
      placedAt: context.at,
      lineIds: placed.lines.map((line) => line.lineId),
      status: 'open',
      owed: 0,
      paid: 0,
      version: 0,
    });
    placed.lines.forEach((asked, position) => {
      const line = newLine({
        id: asked.lineId,
        orderId: placed.orderId,
        journal: context.number,
        position,
        partner: placed.partner,
        deliverTo: asked.deliverTo,
        commodity: asked.commodity,
        unit: asked.unit,
        wanted: asked.quantity,
        maxLandedPrice: asked.maxLandedPrice,
        certificates: asked.certificates,
        needBy: asked.needBy,
        minLifeDays: asked.minLifeDays,
        minimum: asked.minimum,
        partial: asked.partial,
        use: asked.use ?? 'resale',
        parts: asked.parts ?? [],
      });
      promiseNewLine(context, plan, line);
      scheduleNeedBy(context, line);
    });
    updateOrderStatus(context, placed.orderId);
    return 'nothing';
  },

  answer: (state, { orderId }) => newOrderView(state, orderId),
} satisfies Decision<OrderPlaced>;
