import { SHIPMENT_WORDS } from '#kernel/refusals/state-words.js';
import type { ShipmentStatus } from '#kernel/states.js';
import type { Shipment } from './shipment.js';
import { refuseIllegal, type Steps } from './steps.js';

export type ShipmentStep = 'arrive' | 'reschedule' | 'receive';

/** Every legal step of a shipment: legs arrive one by one, and the partner may count the goods before all are recorded. */
export const SHIPMENT_STEPS: Steps<ShipmentStatus, ShipmentStep> = {
  'under-way': { arrive: ['under-way', 'arrived'], reschedule: ['under-way'], receive: ['received'] },
  arrived: { receive: ['received'] },
  received: {},
};

/** Its state follows from its legs and its receipt. */
export function shipmentStatus({
  receivedAt,
  legs,
}: Pick<Shipment, 'legs'> & { readonly receivedAt: Date | string | null }): ShipmentStatus {
  if (receivedAt !== null) return 'received';
  return legs.every((leg) => leg.arrivedAt !== null) ? 'arrived' : 'under-way';
}

/** A load is received once every order has received its part; it has arrived when all that is left of it has. */
export function loadStatus(shipments: readonly ShipmentStatus[]): ShipmentStatus {
  if (shipments.every((status) => status === 'received')) return 'received';
  return shipments.includes('under-way') ? 'under-way' : 'arrived';
}

/** @throws DomainError ILLEGAL_TRANSITION, before anything has changed */
export function refuseShipmentStep(shipment: Shipment, step: ShipmentStep): void {
  const named = { what: 'shipment', id: shipment.id, states: SHIPMENT_WORDS } as const;
  refuseIllegal(SHIPMENT_STEPS, named, shipmentStatus(shipment), step);
}
