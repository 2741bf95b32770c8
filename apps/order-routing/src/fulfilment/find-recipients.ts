import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AllocationStatus } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { named } from '#platform/database/sql.js';
import { notFound } from '#platform/http/validate.js';
import type { Order } from '../domain/ledger/order.js';

/** Who got goods of a lot, or will: one allocation. Base units. */
export interface RecipientView {
  readonly allocation: string;
  readonly order: string;
  readonly partner: string;
  readonly deliverTo: string;
  readonly buyer: Order['buyer'];
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly status: AllocationStatus;
  /** What the buyer took; 0 before the receipt. */
  readonly accepted: number;
  readonly shipment: string | null;
  readonly dispatchedAt: string | null;
  readonly receivedAt: string | null;
}

export interface RecipientsView {
  readonly lot: string;
  /** When it was recalled; null: it was not. */
  readonly recalledAt: string | null;
  readonly items: readonly RecipientView[];
}

/** Where the goods of a lot are, down to the last buyer: whoever recalls it has to call them. */
@Injectable()
export class FindRecipients {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for a lot of another region or aggregator */
  async run({ origin, aggregator }: DataScope, lot: string): Promise<RecipientsView> {
    const [found] = await this.dataSource.query<{ recalledAt: string | null }[]>(
      ...named(
        `SELECT recalled_at AS "recalledAt" FROM lot LEFT JOIN lot_recall ON lot_id = lot.id
         WHERE lot.id = :lot AND (:origin::text IS NULL OR lot.market = :origin)
           AND (:aggregator::text IS NULL OR seller_id = :aggregator)`,
        { lot, origin, aggregator },
      ),
    );
    if (!found) throw notFound();
    const items = await this.dataSource.query<RecipientView[]>(
      `SELECT a.id AS allocation, a.order_id AS "order", a.partner, l.deliver_to AS "deliverTo", o.buyer, l.commodity, l.unit,
         a.quantity, a.status, a.accepted, s.id AS shipment, s.dispatched_at AS "dispatchedAt", s.received_at AS "receivedAt"
       FROM allocation a JOIN orders o ON o.id = a.order_id JOIN order_line l ON l.id = a.line_id
         LEFT JOIN shipment s ON s.order_id = a.order_id AND a.id = ANY(s.allocation_ids)
       WHERE a.lot_id = $1 AND a.status IN ('offered', 'confirmed', 'dispatched', 'accepted', 'short', 'refused-at-arrival')
       ORDER BY s.dispatched_at, a.id LIMIT 10000`,
      [lot],
    );
    return { lot, recalledAt: found.recalledAt, items };
  }
}
