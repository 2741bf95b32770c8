import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BaseUnit } from '#kernel/units.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { earningsOf } from '../domain/ledger/settlement.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import { ALLOCATION } from '../persistence/tables.js';
import type { AllocationsQuery, SettlementLinesQuery } from './earnings.dto.js';
import { named } from '#platform/database/sql.js';

/** What a lot's goods were allocated to, and what they come to. Quantities in base units, rupiah. */
export interface AllocatedView extends Omit<Allocation, 'shares'> {
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Where it has to arrive. */
  readonly deliverTo: string;
  /** Base units that it is sold in multiples of; 1: in any quantity. */
  readonly sack: number;
  /** When the run bound it. */
  readonly boundAt: string;
  /** How many producers have a share in it. */
  readonly contributors: number;
  /** Of the contributor that was asked for; null: of nobody in particular. */
  readonly contributed: number | null;
  /** What was accepted earns this; before the receipt, what all of it would. */
  readonly earns: number;
}

/** What one contributor has earned by one allocation. */
export interface SettlementLine {
  /** Cursor of the line. */
  readonly id: string;
  readonly allocationId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly producer: string;
  readonly partner: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly amount: number;
  /** The buyer has paid all that is owed for the order. */
  readonly paid: boolean;
  /** All that the producer has earned by this order was paid out to it. */
  readonly paidOut: boolean;
}

/** Ids say nothing of time: the journal number of the run that bound it does. */
const NEWEST = 'r.journal, a.id';

/** What sellers' goods came to, newest first; an aggregator's are the lots that it sells. Each one statement. */
@Injectable()
export class FindEarnings {
  constructor(private readonly dataSource: DataSource) {}

  async allocations({ origin, aggregator }: DataScope, query: AllocationsQuery): Promise<Page<AllocatedView>> {
    const { limit, cursor, status, lot, order, contributor } = query;
    const rows = await this.dataSource.query<Omit<AllocatedView, 'earns'>[]>(
      ...named(
        `SELECT a.*, lot.commodity, lot.unit, lot.sack, line.deliver_to AS "deliverTo", r.at AS "boundAt",
         (SELECT count(DISTINCT producer_id)::int FROM allocation_share WHERE allocation_id = a.id) AS contributors,
         (SELECT sum(quantity)::bigint FROM allocation_share WHERE allocation_id = a.id AND producer_id = :contributor) AS contributed
       FROM run r
         CROSS JOIN LATERAL (SELECT ${ALLOCATION.columns} FROM allocation WHERE run_id = r.id) a
         JOIN lot ON lot.id = a."lotId" JOIN order_line line ON line.id = a."lineId"
       WHERE (:origin::text IS NULL OR r.market = :origin) AND (:aggregator::text IS NULL OR lot.seller_id = :aggregator)
         AND (:status::text IS NULL OR a.status = :status) AND (:lot::text IS NULL OR lot.id = :lot)
         AND (:order::text IS NULL OR a."orderId" = :order)
         AND (:cursor::text IS NULL OR (${NEWEST}) <
           (SELECT ${NEWEST} FROM allocation a JOIN run r ON r.id = a.run_id WHERE a.id = :cursor))
         AND (:contributor::text IS NULL OR a.id IN (SELECT allocation_id FROM allocation_share WHERE producer_id = :contributor))
       ORDER BY r.journal DESC, a.id DESC LIMIT :most`,
        { origin, aggregator, status, lot, order, cursor, contributor, most: limit + 1 },
      ),
    );
    const items = rows.map((row) => ({ ...row, earns: earningsOf(row, row.unit) }));
    return pageOf(items, limit);
  }

  async settlements({ origin, aggregator }: DataScope, query: SettlementLinesQuery): Promise<Page<SettlementLine>> {
    const { limit, cursor, producer } = query;
    const [afterAllocation, afterPosition] = cursor?.split('.') ?? [];
    const rows = await this.dataSource.query<SettlementLine[]>(
      ...named(
        `SELECT a.id || '.' || s.position AS id, a.id AS "allocationId", s.order_id AS "orderId", s.lot_id AS "lotId",
         s.producer_id AS producer, a.partner, lot.commodity, lot.unit, s.quantity, s.amount, o.paid >= o.owed AS paid,
         (SELECT coalesce(sum(l.amount), 0) FROM payout p JOIN payout_line l ON l.payout_id = p.id
          WHERE p.order_id = s.order_id AND l.producer_id = s.producer_id AND p.status = 'paid') >=
         (SELECT sum(amount) FROM settlement WHERE order_id = s.order_id AND producer_id = s.producer_id) AS "paidOut"
       FROM settlement s JOIN allocation a ON a.id = s.allocation_id JOIN run r ON r.id = a.run_id
         JOIN lot ON lot.id = s.lot_id JOIN orders o ON o.id = s.order_id
       WHERE (:origin::text IS NULL OR s.market = :origin) AND (:aggregator::text IS NULL OR lot.seller_id = :aggregator)
         AND (:producer::text IS NULL OR s.producer_id = :producer)
         AND (:afterAllocation::text IS NULL OR (${NEWEST}, s.position) <
           (SELECT ${NEWEST}, :afterPosition::int FROM allocation a JOIN run r ON r.id = a.run_id WHERE a.id = :afterAllocation))
       ORDER BY r.journal DESC, a.id DESC, s.position DESC LIMIT :most`,
        { origin, aggregator, producer, afterAllocation, afterPosition, most: limit + 1 },
      ),
    );
    return pageOf(rows, limit);
  }
}
