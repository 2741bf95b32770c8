import type { Audit } from './invariant.js';

/** Loads that carry more than goes in, or goods of another place or unit than was said. */
const LOADS = `
  SELECT * FROM (
    SELECT l.id, l.capacity, sum(a.quantity)::bigint AS loaded,
      count(*) FILTER (WHERE line.deliver_to <> l.destination OR line.unit <> coalesce(l.capacity_unit, line.unit))::int AS strange
    FROM load l JOIN shipment s ON s.load_id = l.id JOIN allocation a ON a.id = ANY(s.allocation_ids)
      JOIN order_line line ON line.id = a.line_id
    GROUP BY l.id, l.capacity
  ) AS of WHERE loaded > capacity OR strange > 0`;

/** Allocations that left in parts, which are not what was bound. */
const PARTS = `
  SELECT * FROM (
    SELECT whole.id, whole.quantity, whole.status, sum(part.quantity)::bigint AS parts
    FROM allocation part JOIN allocation whole ON whole.id = part.split_from
    GROUP BY whole.id, whole.quantity, whole.status
  ) AS of WHERE parts <> quantity OR status <> 'released'`;

/** Goods that left in no shipment or in several, or of which more was received than was sent. */
const SENT = `
  SELECT * FROM (
    SELECT a.id, a.quantity, a.accepted + a.damaged AS received,
      (SELECT count(*)::int FROM shipment s WHERE s.order_id = a.order_id AND a.id = ANY(s.allocation_ids)) AS shipments
    FROM allocation a WHERE a.status IN ('dispatched', 'accepted', 'short', 'refused-at-arrival')
  ) AS of WHERE shipments <> 1 OR received > quantity`;

/** A load carries no more than goes in, its parts no more than was bound, and no more is received than was sent. */
export const auditLoads: Audit = async ({ query }) => {
  const loads = await query<{ id: string; capacity: number; loaded: number; strange: number }>('order-routing', LOADS);
  const parts = await query<{ id: string; quantity: number; parts: number }>('order-routing', PARTS);
  const sent = await query<{ id: string; quantity: number; received: number; shipments: number }>(
    'order-routing',
    SENT,
  );
  return [
    ...loads.map(
      ({ id, capacity, loaded, strange }) =>
        `load ${id}: ${String(loaded)} for ${String(capacity)}, ${String(strange)} of it for another place or in another unit`,
    ),
    ...parts.map(
      ({ id, quantity, parts: sum }) =>
        `allocation ${id} of ${String(quantity)} has left, or is to, in parts of ${String(sum)}`,
    ),
    ...sent.map(
      ({ id, quantity, received, shipments }) =>
        `allocation ${id}: ${String(received)} of ${String(quantity)} sent were received, in ${String(shipments)} shipments`,
    ),
  ];
};
