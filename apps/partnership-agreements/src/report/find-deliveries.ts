import type { DataSource } from 'typeorm';
import type { BaseUnit } from '#kernel/units.js';
import { named } from '#platform/database/sql.js';

/** What went under one row of the quota table and arrived, or was on its way, within the report's days. Base units. */
export interface RowDeliveries {
  readonly termId: string;
  readonly destination: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly orders: number;
  readonly deliveries: number;
  /** On their way at the end of the days. */
  readonly underWay: number;
  readonly accepted: number;
  readonly damaged: number;
  readonly missing: number;
  /** Deliveries of which the partner took nothing. */
  readonly refused: number;
  /** Rupiah for what was accepted, without freight; rounded a delivery, half up, as it is settled. */
  readonly amount: number;
}

/** @param to the instant after the last day */
export function findDeliveries(
  dataSource: DataSource,
  id: string,
  days: { readonly from: Date; readonly to: Date },
): Promise<RowDeliveries[]> {
  return dataSource.query(
    ...named(
      `SELECT t.id::text AS "termId", t.destination, t.commodity, t.unit, count(DISTINCT d.order_id)::int AS orders,
              count(*)::int AS deliveries,
              coalesce(sum(d.quantity) FILTER (WHERE d.status = 'dispatched'), 0)::bigint AS "underWay",
              sum(d.accepted)::bigint AS accepted, sum(d.damaged)::bigint AS damaged, sum(d.missing)::bigint AS missing,
              count(*) FILTER (WHERE d.status = 'refused-at-arrival')::int AS refused,
              sum(div(d.accepted::numeric * d.unit_price * 2 + scale.units, 2 * scale.units))::bigint AS amount
       FROM (SELECT DISTINCT ON (id) id, destination, commodity, unit FROM edition_term
             WHERE agreement_id = :id ORDER BY id, edition DESC) t
       JOIN delivery d ON d.term_id = t.id::text AND d.at >= :from AND d.at < :to
       CROSS JOIN LATERAL (SELECT CASE t.unit WHEN 'GRAM' THEN 1000 ELSE 1 END AS units) scale
       GROUP BY t.id, t.destination, t.commodity, t.unit ORDER BY t.destination, t.commodity, t.id`,
      { id, ...days },
    ),
  );
}
