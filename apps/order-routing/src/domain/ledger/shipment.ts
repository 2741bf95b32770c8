import type { DecisionContext } from './decision-context.js';
import type { Writable } from './writable.js';

/** Allocations of one order on their way together, over one or more legs. */
export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  readonly partner: string;
  readonly allocationIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly dispatchedAt: Date;
  readonly receivedAt: Date | null;
  /** Last day to pay what was accepted, at the origin; null until it is received. */
  readonly payBy: string | null;
  /** Moisture of the goods at arrival in hundredths of a percent, where it was measured. */
  readonly moisture: number | null;
  readonly version: number;
}

export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: 'road' | 'sea' | 'air' | 'rail';
  /** Estimated arrival, a date at the destination. */
  readonly eta: string;
  readonly arrivedAt: string | null;
}

export function addShipment({ state, changes }: DecisionContext, shipment: Shipment): void {
  state.shipments.set(shipment.id, shipment);
  changes.shipments.set(shipment.id, shipment);
}

/** @param index of a leg that the shipment has */
export function arriveLeg(context: DecisionContext, shipment: Shipment, index: number): void {
  const own = writable(context, shipment);
  own.legs = shipment.legs.map((leg, at) => (at === index ? { ...leg, arrivedAt: context.at.toISOString() } : leg));
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

function writable({ changes }: DecisionContext, shipment: Shipment): Writable<Shipment> {
  changes.shipments.set(shipment.id, shipment);
  return shipment;
}
