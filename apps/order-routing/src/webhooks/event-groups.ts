import type { EventType } from '#contracts/events.js';
import type { NewEvent } from '#platform/database/outbox.js';

/** What a partner can choose to hear of. */
export const EVENT_GROUPS = ['order', 'promise', 'allocation', 'shipment', 'settlement'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Events that tell what became of an order. Its lines are not told one by one as they come: their sender knows them. */
const GROUP_OF: Partial<Record<EventType, EventGroup>> = {
  'serap.order.received.v1': 'order',
  'serap.order.status-changed.v1': 'order',
  'serap.order.cancelled.v1': 'order',
  'serap.order.expired.v1': 'order',
  'serap.order.rejected.v1': 'order',
  'serap.allocation.line-promised.v1': 'promise',
  'serap.allocation.promise-reduced.v1': 'promise',
  'serap.allocation.offered.v1': 'allocation',
  'serap.allocation.confirmed.v1': 'allocation',
  'serap.allocation.released.v1': 'allocation',
  'serap.allocation.refused.v1': 'allocation',
  'serap.allocation.lapsed.v1': 'allocation',
  'serap.allocation.status-changed.v1': 'allocation',
  'serap.shipment.dispatched.v1': 'shipment',
  'serap.shipment.leg-arrived.v1': 'shipment',
  'serap.shipment.rescheduled.v1': 'shipment',
  'serap.shipment.delivered.v1': 'shipment',
  'serap.shipment.settled.v1': 'settlement',
};

/** Names of what an event is about; a partner reads the rest with its own key, as it then is. */
const IDS: ReadonlySet<string> = new Set(['orderId', 'lineId', 'allocationId', 'shipmentId']);
type Ids = Readonly<Record<string, string>>;

/** An event of an order as a partner hears of it. */
export interface OrderNews {
  readonly type: EventType;
  readonly group: EventGroup;
  readonly orderId: string;
  /** Region of the order's buyer; null: the order alone says it. */
  readonly partner: string | null;
  readonly ids: Ids;
}

/** @returns undefined when it tells a partner nothing, or only the following part of what it has heard */
export function orderNewsOf({ type, data }: NewEvent): OrderNews | undefined {
  const group = GROUP_OF[type];
  if (group === undefined || !('orderId' in data) || ('chunk' in data && data.chunk > 1)) return undefined;
  return {
    type,
    group,
    orderId: data.orderId,
    partner: 'partner' in data ? data.partner : null,
    ids: Object.fromEntries(Object.entries(data).filter(([name]) => IDS.has(name))),
  };
}
