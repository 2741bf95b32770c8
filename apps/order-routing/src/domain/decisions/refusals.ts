import { DomainError } from '#kernel/domain-error.js';
import type { Allocation } from '../ledger/allocation.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import type { Order } from '../ledger/order.js';
import type { Shipment } from '../ledger/shipment.js';

/** Records that a caller names, which may not be there. */

/** @throws DomainError NOT_FOUND */
export function openAllocation(state: MarketState, id: string): Allocation {
  const allocation = state.allocations.get(id);
  if (!allocation) throw new DomainError('NOT_FOUND.allocation', { id });
  return allocation;
}

/** @throws DomainError NOT_FOUND */
export function openLot(state: MarketState, id: string): Lot {
  return found(state.lots.get(id), 'NOT_FOUND.lot');
}

/** @throws DomainError NOT_FOUND */
export function openOrder(state: MarketState, id: string): Order {
  return found(state.orders.get(id), 'NOT_FOUND.order');
}

/** @throws DomainError NOT_FOUND */
export function openShipment(state: MarketState, id: string): Shipment {
  return found(state.shipments.get(id), 'NOT_FOUND.shipment');
}

function found<Record>(
  record: Record | undefined,
  refusal: 'NOT_FOUND.lot' | 'NOT_FOUND.order' | 'NOT_FOUND.shipment',
): Record {
  if (record === undefined) throw new DomainError(refusal);
  return record;
}
