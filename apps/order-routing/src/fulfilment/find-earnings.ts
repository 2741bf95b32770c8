import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BaseUnit } from '#kernel/quantity.js';
import type { Reach } from '#platform/access/reach.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { earningsOf } from '../domain/ledger/settlement.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import { ALLOCATION } from '../persistence/tables.js';
import type { AllocationsQuery, SettlementLinesQuery } from './earnings.dto.js';

/** What a lot's goods were allocated to, and what they come to. Quantities in base units, rupiah. */
export interface AllocatedView extends Omit<Allocation, 'shares'> {
  readonly commodity: string;
  readonly unit: BaseUnit;
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
}

/** Ids say nothing of time: the journal number of the run that bound it does. */
const NEWEST = 'r.journal, a.id';

/** What sellers' goods came to, newest first; an aggregator's are the lots that it sells. Each one statement. */
@Injectable()
export class FindEarnings {
  constructor(private readonly dataSource: DataSource) {}

  async allocations({ origin, aggregator }: Reach, query: AllocationsQuery): Promise<Page<AllocatedView>> {
    const { limit, cursor = null, status = null, lot = null, contributor = null } = query;
    const rows = await this.dataSource.query<Omit<AllocatedView, 'earns'>[]>(
      `SELECT a.*, lot.commodity, lot.unit, r.at AS "boundAt",
         (SELECT count(*)::int FROM allocation_share WHERE allocation_id = a.id) AS contributors,
         (SELECT sum(quantity)::bigint FROM allocation_share WHERE allocation_id = a.id AND producer_id = $6) AS contributed
       FROM run r
         CROSS JOIN LATERAL (SELECT ${ALLOCATION.columns} FROM allocation WHERE run_id = r.id) a
         JOIN lot ON lot.id = a."lotId"
       WHERE ($1::text IS NULL OR r.market = $1) AND ($2::text IS NULL OR lot.seller_id = $2)
         AND ($3::text IS NULL OR a.status = $3) AND ($4::text IS NULL OR lot.id = $4)
         AND ($5::text IS NULL OR (${NEWEST}) <
           (SELECT ${NEWEST} FROM allocation a JOIN run r ON r.id = a.run_id WHERE a.id = $5))
         AND ($6::text IS NULL OR a.id IN (SELECT allocation_id FROM allocation_share WHERE producer_id = $6))
       ORDER BY r.journal DESC, a.id DESC LIMIT $7`,
      [origin, aggregator, status, lot, cursor, contributor, limit + 1],
    );
    const items = rows.map((row) => ({ ...row, earns: earningsOf(row, row.unit) }));
    return pageOf(items, limit);
  }

  async settlements({ origin, aggregator }: Reach, query: SettlementLinesQuery): Promise<Page<SettlementLine>> {
    const { limit, cursor, producer = null } = query;
    const [afterAllocation = null, afterPosition = null] = cursor?.split('.') ?? [];
    const rows = await this.dataSource.query<SettlementLine[]>(
      `SELECT a.id || '.' || s.position AS id, a.id AS "allocationId", s.order_id AS "orderId", s.lot_id AS "lotId",
         s.producer_id AS producer, a.partner, lot.commodity, lot.unit, s.quantity, s.amount, o.paid >= o.owed AS paid
       FROM settlement s JOIN allocation a ON a.id = s.allocation_id JOIN run r ON r.id = a.run_id
         JOIN lot ON lot.id = s.lot_id JOIN orders o ON o.id = s.order_id
       WHERE ($1::text IS NULL OR s.market = $1) AND ($2::text IS NULL OR lot.seller_id = $2)
         AND ($3::text IS NULL OR s.producer_id = $3)
         AND ($4::text IS NULL OR (${NEWEST}, s.position) <
           (SELECT ${NEWEST}, $5::int FROM allocation a JOIN run r ON r.id = a.run_id WHERE a.id = $4))
       ORDER BY r.journal DESC, a.id DESC, s.position DESC LIMIT $6`,
      [origin, aggregator, producer, afterAllocation, afterPosition, limit + 1],
    );
    return pageOf(rows, limit);
  }
}
