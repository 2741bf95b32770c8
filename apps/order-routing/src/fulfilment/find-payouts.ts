import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '#platform/http/validate.js';

export const PAYOUT_STATUSES = ['prepared', 'paid', 'rejected'] as const;

/** Of one contributor and order, in rupiah: earned = due + prepared + paid out. */
export interface DueView {
  readonly producer: string;
  readonly earned: number;
  readonly prepared: number;
  readonly paidOut: number;
  readonly due: number;
}

/** Money that went to contributors at once; `prepared` waits for a second officer. */
export interface PayoutView {
  readonly id: string;
  readonly reference: string;
  readonly amount: number;
  readonly producers: number;
  readonly status: (typeof PAYOUT_STATUSES)[number];
  readonly preparedBy: string;
  readonly preparedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export interface PayoutsView {
  readonly order: string;
  /** Rupiah that the buyer still owes; nothing is paid out before it is 0. */
  readonly unpaid: number;
  readonly producers: readonly DueView[];
  readonly payouts: readonly PayoutView[];
}

/** What of an order's earnings each contributor has had. @param $1 the order */
export const DUES = `
  SELECT e.producer_id AS producer, e.earned, coalesce(p.prepared, 0)::bigint AS prepared, coalesce(p.paid, 0)::bigint AS "paidOut",
    (e.earned - coalesce(p.prepared, 0) - coalesce(p.paid, 0))::bigint AS due
  FROM (SELECT producer_id, sum(amount)::bigint AS earned FROM settlement WHERE order_id = $1 GROUP BY producer_id) AS e
    LEFT JOIN (
      SELECT producer_id, sum(l.amount) FILTER (WHERE status = 'prepared') AS prepared,
        sum(l.amount) FILTER (WHERE status = 'paid') AS paid
      FROM payout JOIN payout_line l ON l.payout_id = payout.id WHERE order_id = $1 GROUP BY producer_id
    ) AS p USING (producer_id)
  ORDER BY producer`;

/** Whom an order's money belongs to, and what of it they have. */
@Injectable()
export class FindPayouts {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for an order of another region */
  async run(origin: string | null, order: string): Promise<PayoutsView> {
    const [found] = await this.dataSource.query<{ unpaid: number }[]>(
      'SELECT owed - paid AS unpaid FROM orders WHERE id = $1 AND ($2::text IS NULL OR market = $2)',
      [order, origin],
    );
    if (!found) throw notFound();
    const producers = await this.dataSource.query<DueView[]>(DUES, [order]);
    const payouts = await this.dataSource.query<PayoutView[]>(
      `SELECT id, reference, amount, (SELECT count(*)::int FROM payout_line WHERE payout_id = payout.id) AS producers, status,
         prepared_by AS "preparedBy", prepared_at AS "preparedAt", decided_by AS "decidedBy", decided_at AS "decidedAt"
       FROM payout WHERE order_id = $1 ORDER BY prepared_at, id`,
      [order],
    );
    return { order, unpaid: found.unpaid, producers, payouts };
  }
}
