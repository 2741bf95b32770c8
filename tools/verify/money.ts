import type { Audit } from './invariant.js';

/** What orders owe and have paid, beside what their entries add up to. */
const ORDERS = `
  SELECT o.id, o.owed, o.paid,
    (SELECT coalesce(sum(amount), 0)::bigint FROM settlement WHERE order_id = o.id) AS settled,
    (SELECT coalesce(sum(amount), 0)::bigint FROM payment WHERE order_id = o.id
       AND NOT EXISTS (SELECT FROM payment_reversal WHERE payment_id = payment.id)) AS received
  FROM orders o`;

/** Who was paid out more of an order than it has earned there. */
const PAYOUTS = `
  SELECT * FROM (
    SELECT p.order_id AS "order", l.producer_id AS producer, sum(l.amount)::bigint AS paid,
      (SELECT coalesce(sum(amount), 0)::bigint FROM settlement
       WHERE order_id = p.order_id AND producer_id = l.producer_id) AS earned
    FROM payout p JOIN payout_line l ON l.payout_id = p.id WHERE p.status <> 'rejected' GROUP BY 1, 2
  ) AS of WHERE paid > earned`;

/** A list that was prepared before two producers were merged comes to the same by the names that it had. */
const NAMED = `
  SELECT payout_id AS id FROM payout_line
  WHERE named IS NOT NULL AND amount <> (SELECT sum(value::bigint) FROM jsonb_each_text(named))`;

/** What was accepted, beside what its contributors are credited with. */
const ALLOCATIONS = `
  SELECT * FROM (
    SELECT a.id, a.accepted, (SELECT coalesce(sum(quantity), 0)::bigint FROM settlement WHERE allocation_id = a.id) AS credited
    FROM allocation a
  ) AS of WHERE accepted <> credited`;

/** What is owed is what was accepted came to, contributor by contributor; what is paid is the payments that stand. */
export const auditMoney: Audit = async ({ query }) => {
  const orders = await query<{ id: string; owed: number; paid: number; settled: number; received: number }>(
    'order-routing',
    `SELECT * FROM (${ORDERS}) AS of WHERE owed <> settled OR paid <> received OR paid > owed`,
  );
  const allocations = await query<{ id: string; accepted: number; credited: number }>('order-routing', ALLOCATIONS);
  const payouts = await query<{ order: string; producer: string; paid: number; earned: number }>(
    'order-routing',
    PAYOUTS,
  );
  const named = await query<{ id: string }>('order-routing', NAMED);
  return [
    ...named.map(({ id }) => `payout ${id}: what it was to pay by the names of before is another sum`),
    ...payouts.map(
      ({ order, producer, paid, earned }) =>
        `order ${order}: ${producer} was paid out ${String(paid)} of the ${String(earned)} that it has earned`,
    ),
    ...orders.map(
      ({ id, owed, paid, settled, received }) =>
        `order ${id} owes ${String(owed)} and has paid ${String(paid)}, its entries say ${String(settled)} and ${String(received)}`,
    ),
    ...allocations.map(
      ({ id, accepted, credited }) =>
        `allocation ${id}: ${String(accepted)} was accepted, its contributors are credited with ${String(credited)}`,
    ),
  ];
};
