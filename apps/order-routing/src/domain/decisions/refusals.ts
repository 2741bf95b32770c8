import { DomainError } from '#kernel/domain-error.js';
import type { Allocation } from '../ledger/allocation.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import type { Order } from '../ledger/order.js';
import type { Shipment } from '../ledger/shipment.js';

/** Records that a caller names, which may not be there. */

/** @throws DomainError NOT_FOUND */
export function openAllocation(state: MarketState, id: string): Allocation {
  return found(state.allocations.get(id), `There is no open allocation ${id}.`);
}

/** @throws DomainError NOT_FOUND */
export function openLot(state: MarketState, id: string): Lot {
  return found(state.lots.get(id), 'There is no such open lot.');
}

/** @throws DomainError NOT_FOUND */
export function openOrder(state: MarketState, id: string): Order {
  return found(state.orders.get(id), 'There is no such open order.');
}

/** @throws DomainError NOT_FOUND */
export function openShipment(state: MarketState, id: string): Shipment {
  return found(state.shipments.get(id), 'There is no such shipment on its way.');
}

function found<Record>(record: Record | undefined, message: string): Record {
  if (record === undefined) throw new DomainError('NOT_FOUND', message);
  return record;
}
