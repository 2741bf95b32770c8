import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { pageOf, type Page, type PageQuery } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import type { EventGroup } from './event-groups.js';

/** An endpoint without its secret. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly EventGroup[];
  readonly state: 'enabled' | 'disabled';
  /** Who or what disabled it. */
  readonly disabledBecause: string | null;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  /** Until when the former secret signs too. */
  readonly oldSecretUntil: Date | null;
  /** Deliveries that are still to be tried. */
  readonly waiting: number;
}

export interface DeliveryView {
  /** Also its `webhook-id`, in every attempt. */
  readonly id: string;
  readonly type: string;
  /** Null: it tells of no order, as a ping does. */
  readonly orderId: string | null;
  readonly attempts: number;
  /** What the receiver answered last. */
  readonly statusCode: number | null;
  /** Why the last attempt failed. */
  readonly error: string | null;
  readonly writtenAt: Date;
  /** Null: it is delivered or given up. */
  readonly nextTryAt: Date | null;
  readonly deliveredAt: Date | null;
}

@Injectable()
export class FindWebhooks {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of the caller's region, the latest first. */
  async all({ region }: Caller): Promise<{ items: WebhookView[] }> {
    const items = await this.dataSource.query<WebhookView[]>(
      `SELECT id, url, events, state, disabled_because AS "disabledBecause", registered_by AS "registeredBy",
              registered_at AS "registeredAt",
              CASE WHEN old_secret_until > now() THEN old_secret_until END AS "oldSecretUntil",
              (SELECT count(*)::int FROM webhook_delivery AS d
               WHERE d.endpoint_id = e.id AND d.next_try_at IS NOT NULL) AS waiting
       FROM webhook_endpoint AS e WHERE region = $1 AND state <> 'deleted' ORDER BY id DESC`,
      [region],
    );
    return { items };
  }

  /**
   * The latest first; kept for 30 days.
   *
   * @throws DomainError NOT_FOUND
   */
  async deliveries({ region }: Caller, id: string, { limit, cursor }: PageQuery): Promise<Page<DeliveryView>> {
    const found: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM webhook_endpoint WHERE id = $1 AND region = $2 AND state <> 'deleted'`,
      [id, region],
    );
    if (found.length === 0) throw notFound();
    const rows = await this.dataSource.query<DeliveryView[]>(
      `SELECT id, type, NULLIF(order_id, '') AS "orderId", attempts, status_code AS "statusCode", error, written_at AS "writtenAt",
              next_try_at AS "nextTryAt", delivered_at AS "deliveredAt"
       FROM webhook_delivery WHERE endpoint_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [id, cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit);
  }
}
