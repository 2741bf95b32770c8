import type { TaskKind } from '../domain/tasks.js';
import { nowOf } from './merged.js';

const SELLER = nowOf('l.seller_id');

/**
 * The tasks of each kind, as a SELECT over the read models at business time `:now`. Each names the same columns:
 * subject_type, subject_id, order_id, origin, partner, seller, calendar, deadline, commodity, unit, quantity, amount, count, detail.
 */
export const TASK_QUERIES: Readonly<Record<TaskKind, string>> = {
  'certificate-ends': certificates(
    `c.ends_at > :now::timestamptz AND c.ends_at <= :now::timestamptz + interval '90 days'`,
  ),
  'certificate-lapsed': certificates('c.ends_at <= :now::timestamptz'),
  'lot-held': lots('b.held - b.suspended', 'b.held > b.suspended'),
  'lot-expires': lots(
    'coalesce(b.free, l.quantity)',
    `coalesce(b.free, l.quantity) > 0 AND l.expires_at > :now::timestamptz AND l.expires_at <= :now::timestamptz + interval '30 days'`,
  ),
  'offer-to-answer': `
    SELECT 'allocation' AS subject_type, a.allocation_id AS subject_id, a.order_id AS order_id, a.origin, a.partner, ${SELLER} AS seller,
           a.origin AS calendar, a.answer_by AS deadline, a.commodity, a.unit, a.quantity, NULL::bigint AS amount,
           1 AS count, NULL AS detail
    FROM allocation a LEFT JOIN lot l USING (lot_id) WHERE a.status = 'offered'`,
  // One for each order, seller and commodity: what a seller has for an order leaves together.
  'order-to-send': `
    SELECT 'order' AS subject_type, a.order_id AS subject_id, a.order_id AS order_id, a.origin, a.partner, ${SELLER} AS seller,
           a.origin AS calendar, min(a.leave_by) AS deadline, a.commodity, a.unit, sum(a.quantity)::bigint AS quantity,
           NULL::bigint AS amount, count(*)::int AS count, NULL AS detail
    FROM allocation a LEFT JOIN lot l USING (lot_id) WHERE a.status = 'confirmed'
    GROUP BY a.order_id, a.origin, a.partner, seller, a.commodity, a.unit`,
  'payment-overdue': payments('p.pay_by <= :now::timestamptz'),
  // Nobody can say that the last buyer was reached: it stands for 30 days, and is late after a day.
  'goods-recalled': `
    SELECT 'order' AS subject_type, a.order_id AS subject_id, a.order_id AS order_id, a.origin, a.partner, ${SELLER} AS seller,
           a.origin AS calendar, min(l.recalled_at) + interval '1 day' AS deadline, a.commodity, a.unit, sum(a.quantity)::bigint AS quantity,
           NULL::bigint AS amount, count(*)::int AS count, NULL AS detail
    FROM allocation a JOIN lot l USING (lot_id)
    WHERE a.status IN ('dispatched', 'accepted', 'short') AND l.recalled_at > :now::timestamptz - interval '30 days'
    GROUP BY a.order_id, a.origin, a.partner, seller, a.commodity, a.unit`,
  'agreement-next-step': agreements(
    'NULL::timestamptz',
    `stage IN ('joint-agreement-signed', 'council-submitted', 'council-approved', 'council-rejected', 'pks-drafting')`,
  ),
  'agreement-ends': agreements(
    'effective_to',
    `stage = 'in-force' AND effective_to > :now::timestamptz AND effective_to <= :now::timestamptz + interval '90 days'`,
  ),
  // Its promises stand until they have to be bound: then they are released.
  'agreement-suspended': agreements(
    `(SELECT min(p.bind_by) FROM promise p JOIN term t USING (term_id)
      WHERE t.agreement_id = agreement.agreement_id AND p.promised > p.allocated)`,
    `stage = 'suspended'`,
  ),
  'report-due': agreements('report_by', `report_by <= :now::timestamptz + interval '30 days'`),
  'receipt-to-record': `
    SELECT 'shipment' AS subject_type, shipment_id AS subject_id, order_id AS order_id, origin, partner, NULL AS seller, partner AS calendar,
           expected_by AS deadline, NULL AS commodity, NULL AS unit, NULL::bigint AS quantity, NULL::bigint AS amount,
           1 AS count, NULL AS detail
    FROM shipment WHERE received_at IS NULL AND (legs_arrived >= legs OR expected_by <= :now::timestamptz)`,
  'payment-due': payments('true'),
  'line-short': `
    SELECT 'line' AS subject_type, p.line_id AS subject_id, p.order_id AS order_id, p.origin, p.partner, NULL AS seller, l.deliver_to AS calendar,
           l.need_by_ends AS deadline, p.commodity, p.unit, p.short AS quantity, NULL::bigint AS amount, 1 AS count,
           NULL AS detail
    FROM order_line l JOIN promise p USING (line_id)
    WHERE p.short > 0 AND l.need_by_ends > :now::timestamptz AND l.need_by_ends <= :now::timestamptz + interval '14 days'`,
  'promise-to-bind': `
    SELECT 'line' AS subject_type, line_id AS subject_id, order_id AS order_id, origin, partner, NULL AS seller, origin AS calendar, bind_by AS deadline,
           commodity, unit, promised - allocated AS quantity, NULL::bigint AS amount, 1 AS count, NULL AS detail
    FROM promise WHERE promised > allocated AND bind_by <= :now::timestamptz + interval '3 days'`,
  // One for each cause of a service: a broken sender may leave thousands.
  'dead-letters': ofService('code', 'dead_letter_seen WHERE NOT settled'),
  // Of its own partitions this service knows without the log, by which others tell of theirs.
  'events-stopped': ofService(
    'topic',
    `(SELECT group_name, topic FROM checkpoint WHERE still_id IS NOT NULL
      UNION ALL
      SELECT group_name, source_topic FROM standstill_seen
      WHERE NOT resumed AND group_name <> 'operations-dashboard') AS still`,
  ),
  // Written at wall time, whatever the business clock says.
  'events-unsent': ofService(
    'topic',
    `(SELECT 'operations-dashboard' AS group_name, topic FROM outbox
      WHERE published_at IS NULL AND written_at < clock_timestamp() - interval '2 minutes') AS late`,
  ),
};

/** What waits for somebody in a service, without a deadline: one for each service and `detail`. */
function ofService(detail: string, from: string): string {
  return `
    SELECT 'service' AS subject_type, group_name AS subject_id, NULL::text AS order_id, NULL AS origin, NULL AS partner, NULL AS seller, '33' AS calendar,
           NULL::timestamptz AS deadline, NULL AS commodity, NULL AS unit, NULL::bigint AS quantity,
           NULL::bigint AS amount, count(*)::int AS count, ${detail} AS detail
    FROM ${from} GROUP BY group_name, ${detail}`;
}

/** Whoever has a later certificate of the same kind, or has closed, needs nothing more. */
function certificates(when: string): string {
  return `
    SELECT 'certificate' AS subject_type, c.certificate_id AS subject_id, NULL::text AS order_id, c.origin, NULL AS partner, NULL AS seller,
           c.origin AS calendar, c.ends_at AS deadline, NULL AS commodity, NULL AS unit, NULL::bigint AS quantity,
           NULL::bigint AS amount, 1 AS count, c.kind AS detail
    FROM certificate c
    WHERE NOT c.revoked AND ${when}
      AND NOT EXISTS (SELECT FROM certificate later
                      WHERE later.producer_id = c.producer_id AND later.kind = c.kind AND NOT later.revoked
                        AND coalesce(later.ends_at, 'infinity') > c.ends_at)
      AND NOT EXISTS (SELECT FROM producer p WHERE p.producer_id = c.producer_id AND p.status = 'closed')`;
}

function lots(quantity: string, when: string): string {
  return `
    SELECT 'lot' AS subject_type, l.lot_id AS subject_id, NULL::text AS order_id, l.origin, NULL AS partner, ${SELLER} AS seller, l.origin AS calendar,
           l.expires_at AS deadline, l.commodity, l.unit, ${quantity} AS quantity, NULL::bigint AS amount, 1 AS count,
           NULL AS detail
    FROM lot l LEFT JOIN lot_balance b USING (lot_id) WHERE l.version >= l.chunks AND ${when}`;
}

function agreements(deadline: string, when: string): string {
  return `
    SELECT 'agreement' AS subject_type, agreement_id AS subject_id, NULL::text AS order_id, origin, partner, NULL AS seller, origin AS calendar,
           ${deadline} AS deadline, NULL AS commodity, NULL AS unit, NULL::bigint AS quantity, NULL::bigint AS amount,
           1 AS count, stage AS detail
    FROM agreement WHERE ${when}`;
}

/** What is owed of an order is due some days after its last receipt. */
function payments(when: string): string {
  return `
    SELECT 'order' AS subject_type, o.order_id AS subject_id, o.order_id AS order_id, o.origin, o.partner, NULL AS seller, o.origin AS calendar,
           p.pay_by AS deadline, NULL AS commodity, NULL AS unit, NULL::bigint AS quantity, o.owed - o.paid AS amount,
           1 AS count, NULL AS detail
    FROM placed_order o, LATERAL (SELECT max(s.pay_by) AS pay_by FROM shipment s WHERE s.order_id = o.order_id) p
    WHERE o.owed > o.paid AND ${when}`;
}
