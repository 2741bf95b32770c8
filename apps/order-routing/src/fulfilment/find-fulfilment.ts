import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ShipmentStatus } from '#kernel/states.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { localDateAt } from '#kernel/local-date.js';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { notFound } from '#platform/http/validate.js';
import { shipmentStatus } from '../domain/ledger/shipment-steps.js';
import { type BuyerShare, buyerShares, lastDayToPay } from '../domain/ledger/settlement.js';
import type { JointPart } from '../domain/ledger/line.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Shipment } from '../domain/ledger/shipment.js';
import { ALLOCATION, SHIPMENT } from '../persistence/tables.js';

/** An offered allocation, with the instant by which it lapses. */
export interface OfferView extends Omit<Allocation, 'shares'> {
  readonly answerBy: string | null;
}

export type ShipmentView = Omit<Shipment, 'dispatchedAt' | 'receivedAt'> & {
  readonly dispatchedAt: string;
  readonly receivedAt: string | null;
  readonly status: ShipmentStatus;
};

/** What was accepted of an order, what it earns whom, and what of it is paid. Quantities in base units, rupiah. */
export interface SettlementView {
  readonly order: string;
  readonly owed: number;
  readonly paid: number;
  /** Last day to pay what is owed, at the origin; null: nothing was received yet. */
  readonly dueOn: string | null;
  /** That day has passed and not all is paid. */
  readonly overdue: boolean;
  readonly payments: readonly { readonly amount: number; readonly reference: string; readonly recordedAt: string }[];
  /** Of a joint order: each buyer's part of what was accepted and is owed. */
  readonly buyers: readonly BuyerShare[];
  readonly producers: readonly { readonly producer: string; readonly quantity: number; readonly amount: number }[];
}

interface SettlementRow extends Omit<SettlementView, 'dueOn' | 'overdue' | 'buyers'> {
  readonly joint: readonly {
    readonly parts: readonly JointPart[];
    readonly accepted: number;
    readonly amount: number;
  }[];
  readonly origin: string;
  readonly receipts: readonly { readonly receivedAt: string; readonly payBy: string | null }[];
}

/** Reads of fulfilment, each one statement. */
@Injectable()
export class FindFulfilment {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /** Offers that wait for the answer of the caller's region or aggregator, oldest first, at most 500. */
  async offers(caller: Caller): Promise<{ items: OfferView[] }> {
    const { origin, aggregator } = dataScopeOf(caller);
    const items = await this.dataSource.query<OfferView[]>(
      `SELECT ${ALLOCATION.columns}, (SELECT at FROM due WHERE kind = 'confirm-by' AND subject = allocation.id) AS "answerBy"
       FROM allocation WHERE status = 'offered' AND ($1::text IS NULL OR market = $1)
         AND ($2::text IS NULL OR lot_id IN (SELECT id FROM lot WHERE seller_id = $2))
       ORDER BY id LIMIT 500`,
      [origin, aggregator],
    );
    return { items };
  }

  async shipments(caller: Caller, orderId: string): Promise<{ items: ShipmentView[] }> {
    await this.own(caller, orderId);
    const shipments = await this.dataSource.query<Omit<ShipmentView, 'status'>[]>(
      `SELECT ${SHIPMENT.columns} FROM shipment WHERE order_id = $1 ORDER BY dispatched_at, id`,
      [orderId],
    );
    return { items: shipments.map((shipment) => ({ ...shipment, status: shipmentStatus(shipment) })) };
  }

  async settlement(caller: Caller, orderId: string): Promise<SettlementView> {
    await this.own(caller, orderId);
    const [row] = await this.dataSource.query<SettlementRow[]>(
      `SELECT id AS "order", market AS origin, owed, paid,
         coalesce((SELECT json_agg(json_build_object('parts', l.parts, 'accepted', l.accepted, 'amount',
                      (SELECT coalesce(sum(s.amount), 0) FROM settlement s JOIN allocation a ON a.id = s.allocation_id
                       WHERE a.line_id = l.id)) ORDER BY l.position)
                   FROM order_line l WHERE l.order_id = orders.id AND l.parts <> '[]'), '[]') AS joint,
         coalesce((SELECT json_agg(json_build_object('receivedAt', received_at, 'payBy', pay_by))
                   FROM shipment WHERE order_id = orders.id AND received_at IS NOT NULL), '[]') AS receipts,
         coalesce((SELECT json_agg(json_build_object('amount', amount, 'reference', reference, 'recordedAt', recorded_at) ORDER BY payment.id)
                   FROM payment WHERE order_id = orders.id), '[]') AS payments,
         coalesce((SELECT json_agg(json_build_object('producer', producer_id, 'quantity', quantity, 'amount', amount) ORDER BY producer_id)
                   FROM (SELECT producer_id, sum(quantity)::bigint AS quantity, sum(amount)::bigint AS amount
                         FROM settlement WHERE order_id = orders.id GROUP BY producer_id) AS parts), '[]') AS producers
       FROM orders WHERE id = $1`,
      [orderId],
    );
    if (!row) throw notFound();
    const { origin, receipts, joint, ...view } = row;
    const buyers = joint.flatMap(({ parts, accepted, amount }) => buyerShares(parts, accepted, amount));
    const received = receipts.map(({ receivedAt, payBy }) => ({ receivedAt: new Date(receivedAt), payBy }));
    const dueOn = lastDayToPay(received, origin);
    const overdue = dueOn !== null && view.paid < view.owed && localDateAt(this.clock.now(), origin) > dueOn;
    return { ...view, buyers, dueOn, overdue };
  }

  private async own(caller: Caller, orderId: string): Promise<void> {
    const [order] = await this.dataSource.query<{ market: string; partner: string }[]>(
      'SELECT market, partner FROM orders WHERE id = $1',
      [orderId],
    );
    const visible =
      order && (caller.scope === 'any' || caller.region === order.market || covers(caller.region, order.partner));
    if (!visible) throw notFound();
  }
}
