import type { DecisionContext } from './decision-context.js';
import { withEta, type Leg } from './legs.js';
import type { MarketState } from './market-state.js';
import type { Writable } from './writable.js';

/** Allocations of one order on their way together, over one or more legs; in a load perhaps with those of others. */
export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  /** The load that it is this order's part of; null: it left alone, and nobody said in what. */
  readonly loadId: string | null;
  readonly partner: string;
  readonly allocationIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly dispatchedAt: Date;
  readonly receivedAt: Date | null;
  /** Last day to pay what was accepted, at the origin; null until it is received. */
  readonly payBy: string | null;
  /** Moisture of the goods at arrival in hundredths of a percent, where it was measured. */
  readonly moisture: number | null;
  /** How often its receipt was corrected. */
  readonly corrections: number;
  readonly version: number;
}

/** Goods of an order leave. */
export function newShipment(
  { state, changes, at }: DecisionContext,
  { id, orderId, loadId, allocationIds, legs }: ShipmentSent,
): void {
  const shipment: Shipment = {
    id,
    orderId,
    loadId,
    partner: state.order(orderId).partner,
    allocationIds,
    legs: legs.map((leg) => ({ ...leg, arrivedAt: null })),
    dispatchedAt: at,
    receivedAt: null,
    payBy: null,
    moisture: null,
    corrections: 0,
    version: 0,
  };
  state.shipments.set(shipment.id, shipment);
  changes.shipments.set(shipment.id, shipment);
}

/** What is said of goods as they leave. */
type ShipmentSent = Pick<Shipment, 'id' | 'orderId' | 'loadId' | 'allocationIds'> & {
  readonly legs: readonly Omit<Leg, 'arrivedAt'>[];
};

/** An estimate that was changed, of one leg of a shipment. */
export interface EtaChange {
  readonly shipmentId: string;
  /** From 0. */
  readonly leg: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * The vehicle has come to the end of a leg, with all of its load that has not been received.
 *
 * @param index of a leg that the shipment has
 */
export function arriveLeg(context: DecisionContext, shipment: Shipment, index: number): void {
  const arrivedAt = context.at.toISOString();
  for (const each of together(context.state, shipment)) {
    writable(context, each).legs = each.legs.map((leg, at) => (at === index ? { ...leg, arrivedAt } : leg));
    context.changes.arrivals.add(each.id);
  }
}

/** The vehicle will come to the end of a leg on another day. */
export function changeEta(
  context: DecisionContext,
  shipment: Shipment,
  { leg, after, reason, by }: Omit<EtaChange, 'shipmentId' | 'before'>,
): void {
  for (const each of together(context.state, shipment)) {
    const before = each.legs[leg]?.eta ?? after;
    writable(context, each).legs = withEta(each.legs, leg, after);
    context.changes.etaChanges.push({ shipmentId: each.id, leg, before, after, reason, by });
  }
}

/** What is in the same vehicle and not received yet. */
function together({ shipments }: MarketState, { id, loadId }: Shipment): Shipment[] {
  return [...shipments.values()].filter((each) => each.id === id || (loadId !== null && each.loadId === loadId));
}

/** Counted by the partner, it leaves the market. */
export function closeShipment(
  context: DecisionContext,
  shipment: Shipment,
  found: Pick<Shipment, 'payBy' | 'moisture'>,
): void {
  const own = writable(context, shipment);
  own.receivedAt = context.at;
  own.payBy = found.payBy;
  own.moisture = found.moisture;
  context.state.shipments.delete(shipment.id);
}

/** Its receipt says something else now. */
export function correctShipment(
  context: DecisionContext,
  shipment: Shipment,
  found: Pick<Shipment, 'payBy' | 'moisture'>,
): void {
  const own = writable(context, shipment);
  own.payBy = found.payBy;
  own.moisture = found.moisture;
  own.corrections += 1;
}

function writable({ changes }: DecisionContext, shipment: Shipment): Writable<Shipment> {
  changes.shipments.set(shipment.id, shipment);
  return shipment;
}
