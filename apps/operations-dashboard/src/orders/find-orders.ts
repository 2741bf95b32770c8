import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataScope } from '#platform/access/data-scope.js';
import { notFound } from '#platform/http/validate.js';
import type { Reason, Unit } from '../domain/market-snapshot.js';
import { nowOf } from '../persistence/merged.js';
import { pageOf, type Page, type PageQuery } from '#platform/http/shapes.js';

const ORDER = `
  o.order_id AS id, o.origin, o.partner, o.status, o.placed_at AS "placedAt", o.changed_at AS "changedAt",
  (SELECT coalesce(json_agg(json_build_object('lineId', p.line_id, 'commodity', p.commodity, 'unit', p.unit,
     'wanted', p.wanted, 'promised', p.promised, 'bound', p.allocated, 'unfilled', p.unfilled) ORDER BY p.line_id), '[]')
   FROM promise p WHERE p.order_id = o.order_id) AS lines`;

/** Order `o` is of a party's region ($own, or a part of it), and served from a lot that the aggregator sells; null leaves out none. */
const within = (own: string, aggregator: string): string => `
  (${own}::text IS NULL OR o.origin = ${own} OR o.partner = ${own} OR o.partner LIKE ${own} || '.%')
  AND (${aggregator}::text IS NULL OR EXISTS (
    SELECT FROM allocation a JOIN lot l ON l.lot_id = a.lot_id
    WHERE a.order_id = o.order_id AND ${nowOf('l.seller_id')} = ${aggregator}))`;

const NEWEST = `
  SELECT ${ORDER} FROM placed_order o
  WHERE ($1::text IS NULL OR (o.placed_at, o.order_id) < ((SELECT placed_at FROM placed_order WHERE order_id = $1), $1))
    AND ${within('$4', '$3')} ORDER BY o.placed_at DESC, o.order_id DESC LIMIT $2`;

const ONE = `
  SELECT ${ORDER},
    (SELECT coalesce(json_agg(json_build_object('id', e.event_id, 'type', e.type, 'subject', e.subject,
       'sequence', e.sequence, 'at', e.happened_at, 'data', e.data) ORDER BY e.happened_at, e.event_id), '[]')
     FROM order_event e
     WHERE e.order_id = o.order_id
       AND ($2::text IS NULL OR e.data->>'lotId' IS NULL
            OR EXISTS (SELECT FROM lot l WHERE l.lot_id = e.data->>'lotId' AND ${nowOf('l.seller_id')} = $2))) AS timeline
  FROM placed_order o WHERE o.order_id = $1 AND ${within('$3', '$2')}`;

export interface OrderRow {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly status: string;
  readonly placedAt: Date;
  readonly changedAt: Date;
  readonly lines: readonly OrderLine[];
}

/** wanted = promised + Σ unfilled; base units. */
export interface OrderLine {
  readonly lineId: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unfilled: readonly Reason[];
}

export interface OrderTimeline extends OrderRow {
  readonly timeline: readonly {
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly sequence: number;
    readonly at: string;
    /** As the event's contract has it: asyncapi.json. */
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

/** Orders with what their lines came to, and all that happened to one of them. */
@Injectable()
export class FindOrders {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest placed first. */
  async newest({ origin, aggregator }: DataScope, { limit, cursor }: PageQuery): Promise<Page<OrderRow>> {
    return pageOf(
      await this.dataSource.query<OrderRow[]>(NEWEST, [cursor ?? null, limit + 1, aggregator, origin]),
      limit,
    );
  }

  /** @throws DomainError NOT_FOUND */
  async timeline({ origin, aggregator }: DataScope, id: string): Promise<OrderTimeline> {
    const [order] = await this.dataSource.query<OrderTimeline[]>(ONE, [id, aggregator, origin]);
    if (!order) throw notFound();
    return order;
  }
}
