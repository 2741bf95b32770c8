import type { Unit } from '../api/types.js';
import type { OrderView, ShipmentView } from './data.js';

/** An allocation that was sent. Base units. */
export interface SentGoods {
  readonly id: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly quantity: number;
}

/** What of an order a shipment carries. */
export function goodsOf({ allocationIds }: ShipmentView, { lines }: OrderView): SentGoods[] {
  return lines.flatMap(({ commodity, unit, allocations }) =>
    allocations
      .filter(({ id }) => allocationIds.includes(id))
      .map(({ id, quantity }) => ({ id, commodity, unit: unit, quantity })),
  );
}
