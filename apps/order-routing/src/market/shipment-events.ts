import { CHUNK_SIZE } from '#contracts/shapes.js';
import { localDateAt } from '#kernel/local-date.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { Changes } from '../domain/changes.js';
import { paymentDueOn, type Settlement } from '../domain/settlement.js';
import type { MarketState, Shipment } from '../domain/state.js';

/** Events of what left, arrived and was settled in a batch; counts the shipments' versions up. */
export function shipmentEvents(state: MarketState, changes: Changes): NewEvent[] {
  return [
    ...[...changes.shipments.values()].map((shipment) => shipmentEvent(state, shipment)),
    ...changes.settlements.flatMap((settlement) => settlementEvents(state, settlement)),
  ];
}

function shipmentEvent(state: MarketState, shipment: Shipment): NewEvent {
  const isNew = shipment.version === 0;
  shipment.version += 1;
  return newEvent({
    type: shipment.receivedAt
      ? 'serap.shipment.delivered.v1'
      : isNew
        ? 'serap.shipment.dispatched.v1'
        : 'serap.shipment.leg-arrived.v1',
    subject: `shipment:${shipment.id}`,
    key: state.origin,
    sequence: shipment.version,
    data: {
      shipmentId: shipment.id,
      orderId: shipment.orderId,
      origin: state.origin,
      partner: shipment.partner,
      allocations: shipment.allocationIds.length,
      legs: shipment.legs.length,
      legsArrived: shipment.legs.filter((leg) => leg.arrivedAt !== null).length,
      eta: shipment.legs.at(-1)?.eta ?? '',
      dispatchedAt: shipment.dispatchedAt.toISOString(),
      ...(shipment.receivedAt
        ? {
            receivedAt: shipment.receivedAt.toISOString(),
            payBy: paymentDueOn(localDateAt(shipment.receivedAt, state.origin)),
          }
        : {}),
      ...(shipment.moisture === null ? {} : { moisture: shipment.moisture }),
    },
  });
}

function settlementEvents(state: MarketState, settlement: Settlement): NewEvent[] {
  const chunks = Math.max(1, Math.ceil(settlement.lines.length / CHUNK_SIZE));
  return Array.from({ length: chunks }, (_, index) =>
    newEvent({
      type: 'serap.shipment.settled.v1',
      subject: `settlement:${settlement.allocationId}`,
      key: state.origin,
      sequence: index + 1,
      data: {
        allocationId: settlement.allocationId,
        orderId: settlement.orderId,
        lotId: settlement.lotId,
        origin: state.origin,
        quantity: settlement.quantity,
        amount: settlement.amount,
        chunk: index + 1,
        chunks,
        contributors: settlement.lines.length,
        lines: settlement.lines.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE).map((line) => ({ ...line })),
      },
    }),
  );
}
