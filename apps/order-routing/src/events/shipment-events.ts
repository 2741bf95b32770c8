import { CHUNK_SIZE, chunksOf } from '#kernel/chunk-size.js';
import { withoutNulls } from '#kernel/without-nulls.js';
import type { ChangeSet } from '../domain/ledger/change-set.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import type { Settlement } from '../domain/ledger/settlement.js';
import type { Shipment } from '../domain/ledger/shipment.js';
import { draft, type Draft } from './draft.js';

/** What left, arrived and was settled in a batch. */
export function shipmentEvents(state: MarketState, changes: ChangeSet): Draft[] {
  return [
    ...[...changes.shipments.values()].map((shipment) => shipmentEvent(state, shipment, changes)),
    ...changes.settlements.flatMap((settlement) => settlementEvents(state, settlement)),
  ];
}

/** What of a shipment is told: the last that happened to it. */
function typeOf({ id, version, receivedAt }: Shipment, { arrivals }: Pick<ChangeSet, 'arrivals'>) {
  if (receivedAt) return 'serap.shipment.delivered.v1';
  if (version === 0) return 'serap.shipment.dispatched.v1';
  return arrivals.has(id) ? 'serap.shipment.leg-arrived.v1' : 'serap.shipment.rescheduled.v1';
}

function shipmentEvent(state: MarketState, shipment: Shipment, changes: ChangeSet): Draft {
  return draft(shipment, {
    type: typeOf(shipment, changes),
    subject: `shipment:${shipment.id}`,
    key: state.origin,
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
      ...withoutNulls({
        loadId: shipment.loadId,
        receivedAt: shipment.receivedAt?.toISOString() ?? null,
        payBy: shipment.payBy,
        moisture: shipment.moisture,
      }),
      ...(shipment.corrections > 0 ? { corrections: shipment.corrections } : {}),
    },
  });
}

function settlementEvents(state: MarketState, settlement: Settlement): Draft[] {
  const chunks = chunksOf(settlement.lines.length);
  return Array.from({ length: chunks }, (_, index) =>
    draft((settlement.told ?? 0) + index + 1, {
      type: 'serap.shipment.settled.v1',
      subject: `settlement:${settlement.allocationId}`,
      key: state.origin,
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
