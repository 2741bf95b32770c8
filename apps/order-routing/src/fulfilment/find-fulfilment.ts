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
import type { Correction, Figures } from '../domain/ledger/correction.js';
import { discrepanciesOf, type Discrepancy } from '../domain/ledger/discrepancies.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Load } from '../domain/ledger/load.js';
import type { Shipment } from '../domain/ledger/shipment.js';
import { ALLOCATION } from '../persistence/tables.js';
import { SHIPMENT } from '../persistence/shipment-tables.js';

/** An offered allocation, with the instant by which it lapses. */
export interface OfferView extends Omit<Allocation, 'shares'> {
  readonly answerBy: string | null;
}

/** What a receipt said before it was corrected, and says since. */
export interface CorrectionView {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** Hundredths of a percent. */
  readonly moisture: Correction['moisture'];
  readonly items: readonly { readonly allocation: string; readonly before: Figures; readonly after: Figures }[];
}

/** What a shipment left in, perhaps with goods of other orders. */
export type LoadOf = Omit<Load, 'dispatchedAt' | 'destination'> & {
  /** How many orders have goods in it. */
  readonly orders: number;
};

/** An estimate that was changed. */
export interface EtaChangeView {
  /** From 1, as people count. */
  readonly leg: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export type ShipmentView = Omit<Shipment, 'dispatchedAt' | 'receivedAt' | 'corrections' | 'loadId'> & {
  /** The load that it is this order's part of; null: it left alone, and nobody said in what. */
  readonly load: LoadOf | null;
  /** Of its estimated arrivals, the earliest first. */
  readonly etaChanges: readonly EtaChangeView[];
  readonly dispatchedAt: string;
  readonly receivedAt: string | null;
  readonly status: ShipmentStatus;
  /** What was damaged or missing, or wetter than the standard allows; none before the receipt. */
  readonly discrepancies: readonly Discrepancy[];
  /** Of its goods in whole sacks. */
  readonly sacks: readonly SacksView[];
  /** Of its receipt, the earliest first. */
  readonly corrections: readonly CorrectionView[];
  /** Its goods that were recalled, on their way or after: do not sell them on. */
  readonly recalls: readonly RecallView[];
};

/** Sacks of an allocation: sent, and counted at arrival. */
export interface SacksView {
  readonly allocation: string;
  /** Base units in one. */
  readonly size: number;
  readonly sent: number;
  /** null: not received yet, or nobody counted them. */
  readonly counted: number | null;
}

/** Goods of a lot that was recalled. */
export interface RecallView {
  readonly lot: string;
  readonly allocation: string;
  readonly at: string;
}

export interface PaymentView {
  readonly id: number;
  readonly amount: number;
  readonly reference: string;
  readonly recordedAt: string;
  /** It did not come in after all, or was recorded wrongly: it has paid nothing. */
  readonly reversal: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** What was accepted of an order, what it earns whom, and what of it is paid. Quantities in base units, rupiah. */
export interface SettlementView {
  readonly order: string;
  readonly owed: number;
  readonly paid: number;
  /** Last day to pay what is owed, at the origin; null: nothing was received yet. */
  readonly dueOn: string | null;
  /** That day has passed and not all is paid. */
  readonly overdue: boolean;
  readonly payments: readonly PaymentView[];
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

const CORRECTIONS = `coalesce((SELECT json_agg(json_build_object('at', corrected_at, 'by', corrected_by, 'reason', reason,
    'moisture', c.moisture, 'items', (SELECT json_agg(json_build_object('allocation', item->>'allocationId',
       'before', item->'before', 'after', item->'after')) FROM jsonb_array_elements(items) AS item)) ORDER BY c.id)
  FROM receipt_correction c WHERE c.shipment_id = shipment.id), '[]')`;

const LOAD_OF = `(SELECT json_build_object('id', l.id, 'vehicle', l.vehicle, 'capacity', l.capacity, 'capacityUnit', l.capacity_unit,
    'carrier', l.carrier, 'papers', l.papers, 'orders', (SELECT count(*)::int FROM shipment s WHERE s.load_id = l.id))
  FROM load l WHERE l.id = shipment.load_id)`;

const ETA_CHANGES = `coalesce((SELECT json_agg(json_build_object('leg', e.leg + 1, 'before', e.eta_before, 'after', e.eta_after,
    'reason', e.reason, 'by', e.changed_by, 'at', e.changed_at) ORDER BY e.id)
  FROM eta_change e WHERE e.shipment_id = shipment.id), '[]')`;

const RECALLS = `coalesce((SELECT json_agg(json_build_object('lot', r.lot_id, 'allocation', a.id, 'at', r.recalled_at) ORDER BY a.id)
  FROM allocation a JOIN lot_recall r ON r.lot_id = a.lot_id WHERE a.id = ANY(shipment.allocation_ids)), '[]')`;

const SACKS = `coalesce((SELECT json_agg(json_build_object('allocation', a.id, 'size', lot.sack, 'sent', a.quantity / lot.sack,
    'counted', a.sacks) ORDER BY a.id)
  FROM allocation a JOIN lot ON lot.id = a.lot_id
  WHERE a.id = ANY(shipment.allocation_ids) AND lot.sack > 1 AND a.quantity % lot.sack = 0), '[]')`;

const GOODS = `(SELECT json_agg(json_build_object('id', a.id, 'accepted', a.accepted, 'damaged', a.damaged, 'missing', a.missing,
    'commodity', l.commodity) ORDER BY a.id)
  FROM allocation a JOIN order_line l ON l.id = a.line_id WHERE a.id = ANY(shipment.allocation_ids))`;

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
    const shipments = await this.dataSource.query<
      (Omit<ShipmentView, 'status' | 'discrepancies'> & {
        goods: Parameters<typeof discrepanciesOf>[0];
        loadId: string | null;
      })[]
    >(
      `SELECT ${SHIPMENT.columns}, ${CORRECTIONS} AS corrections, ${RECALLS} AS recalls, ${GOODS} AS goods,
         ${SACKS} AS sacks, ${LOAD_OF} AS load, ${ETA_CHANGES} AS "etaChanges" FROM shipment WHERE order_id = $1 ORDER BY dispatched_at, id`,
      [orderId],
    );
    return {
      items: shipments.map(({ goods, loadId: _, ...shipment }) => ({
        ...shipment,
        status: shipmentStatus(shipment),
        discrepancies: discrepanciesOf(goods, shipment.moisture),
      })),
    };
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
         coalesce((SELECT json_agg(json_build_object('id', payment.id, 'amount', amount, 'reference', reference, 'recordedAt', recorded_at,
                      'reversal', CASE WHEN payment_id IS NOT NULL THEN json_build_object('at', reversed_at, 'by', reversed_by, 'reason', reason) END)
                      ORDER BY payment.id)
                   FROM payment LEFT JOIN payment_reversal ON payment_id = payment.id WHERE payment.order_id = orders.id), '[]') AS payments,
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
