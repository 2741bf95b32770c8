import { DomainError, faultAt } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { says } from '#kernel/refusals/sentences.js';
import type { BaseUnit } from '#kernel/units.js';
import { deterministicUuid } from '#kernel/uuid.js';
import { splitAllocation, type Allocation } from '../ledger/allocation.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { refuseLegs, type Leg } from '../ledger/legs.js';
import { addLoad, type Load } from '../ledger/load.js';
import type { MarketState } from '../ledger/market-state.js';
import { paperRules } from '../ledger/office-policy.js';
import { updateOrderStatus } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { refusePapers } from '../ledger/paper-rules.js';
import { newShipment } from '../ledger/shipment.js';
import type { Decision } from './decision.js';
import { refuseToSend, send } from './leaving-goods.js';
import { openAllocation, openOrder } from './refusals.js';

/** So much of an allocation goes in a load. */
export interface LoadPart {
  readonly allocationId: string;
  /** Base units; null: all of it. */
  readonly quantity: number | null;
}

export interface LoadDispatched extends Pick<Load, 'vehicle' | 'carrier' | 'papers'> {
  readonly loadId: string;
  /** Of orders and sellers as many as there are, all for one place. */
  readonly parts: readonly LoadPart[];
  readonly capacity: { readonly quantity: number; readonly unit: BaseUnit } | null;
  readonly legs: readonly Omit<Leg, 'arrivedAt'>[];
}

/**
 * Goods of several orders leave in one vehicle. Each order has its part as a shipment of its own, which its buyer receives;
 * what does not go in stays confirmed, for the next one.
 */
export const dispatchLoad = {
  refuse(state, load, at) {
    const { parts, legs, papers } = load;
    const named = new Set(parts.map(({ allocationId }) => allocationId));
    if (named.size !== parts.length || parts.length === 0 || legs.length === 0) {
      throw new DomainError('INVALID.dispatch');
    }
    refuseLegs(legs);
    parts.forEach((part, index) => {
      refusePart(state, part, index);
    });
    refuseSeveralPlaces(state, load);
    refuseAboveCapacity(state, load);
    const lines = parts.map(({ allocationId }) => state.line(state.allocation(allocationId).lineId));
    refusePapers(papers, paperRules(state.policy), {
      destination: lines[0]?.deliverTo ?? '',
      commodities: lines.map(({ commodity }) => commodity),
      legs,
      on: localDateAt(at, state.origin),
    });
  },

  apply(context, { loadId, parts, legs, vehicle, capacity, carrier, papers }) {
    const { state } = context;
    const destination = placesOf(state, parts)[0] ?? '';
    const limit = { capacity: capacity?.quantity ?? null, capacityUnit: capacity?.unit ?? null };
    addLoad(context, { id: loadId, destination, vehicle, ...limit, carrier, papers, dispatchedAt: context.at });
    const byOrder = new Map<string, string[]>();
    for (const part of parts) {
      const allocation = leaving(context, loadId, part);
      send(context, allocation);
      byOrder.set(allocation.orderId, [...(byOrder.get(allocation.orderId) ?? []), allocation.id]);
    }
    for (const [orderId, allocationIds] of byOrder) {
      newShipment(context, { id: shipmentIdOf(loadId, orderId), orderId, loadId, allocationIds, legs });
      updateOrderStatus(context, orderId);
    }
    return 'nothing';
  },

  answer(state, { loadId }) {
    const own = [...state.shipments.values()].filter((shipment) => shipment.loadId === loadId);
    return { id: loadId, shipments: own.map(({ id, orderId }) => ({ id, order: orderId })) };
  },
} satisfies Decision<LoadDispatched>;

function refusePart(state: MarketState, { allocationId, quantity }: LoadPart, index: number): void {
  const allocation = openAllocation(state, allocationId);
  refuseOrderStep(openOrder(state, allocation.orderId), 'dispatch');
  refuseToSend(state, allocationId);
  if (quantity === null) return;
  const at = `/parts/${String(index)}/quantity`;
  if (quantity < 1 || quantity > allocation.quantity) {
    const most = { id: allocationId, n: allocation.quantity };
    throw new DomainError('INVALID.load-part', most, [faultAt(at, says('load-part', { n: allocation.quantity }))]);
  }
  const { sack } = state.lot(allocation.lotId);
  // What is not in whole sacks already has no whole ones to leave.
  if (allocation.quantity % sack !== 0 || quantity % sack === 0) return;
  throw new DomainError('INVALID.load-sack', { id: allocationId, n: sack }, [
    faultAt(at, says('load-sack', { n: sack })),
  ]);
}

function placesOf(state: MarketState, parts: readonly LoadPart[]): string[] {
  const places = parts.map(({ allocationId }) => state.line(state.allocation(allocationId).lineId).deliverTo);
  return [...new Set(places)];
}

function refuseSeveralPlaces(state: MarketState, { parts }: LoadDispatched): void {
  const places = placesOf(state, parts);
  if (places.length > 1) throw new DomainError('INVALID.load-places', { list: places.sort().join(', ') });
}

function refuseAboveCapacity(state: MarketState, { parts, capacity }: LoadDispatched): void {
  if (capacity === null) return;
  let sum = 0;
  for (const { allocationId, quantity } of parts) {
    const allocation = state.allocation(allocationId);
    if (state.lot(allocation.lotId).unit !== capacity.unit) {
      throw new DomainError('INVALID.load-unit', { id: allocationId });
    }
    sum += quantity ?? allocation.quantity;
  }
  if (sum <= capacity.quantity) return;
  throw new DomainError('INVALID.load-capacity', { n: sum, most: capacity.quantity }, [
    faultAt('/capacity/quantity', says('load-capacity', { n: sum })),
  ]);
}

/** What leaves of an allocation: all of it, or a part that is told apart from what stays. */
function leaving(context: DecisionContext, loadId: string, { allocationId, quantity }: LoadPart): Allocation {
  const whole = context.state.allocation(allocationId);
  if (quantity === null || quantity === whole.quantity) return whole;
  return splitAllocation(context, whole, quantity, {
    part: deterministicUuid('allocation-part', allocationId, loadId),
    rest: deterministicUuid('allocation-rest', allocationId, loadId),
  });
}

/** An order has one shipment in a load. */
function shipmentIdOf(loadId: string, orderId: string): string {
  return deterministicUuid('shipment', loadId, orderId);
}
