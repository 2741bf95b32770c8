import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, type Fault } from '#kernel/domain-error.js';
import { localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { Every } from '../../domain/recurrence.js';
import { orderOfDay } from './order-of-day.js';
import type { StandingOrderDto } from './standing-orders.dto.js';
import { insertInto } from '#platform/database/sql.js';

/** What became of the latest day on which it was due. */
export interface LastPlacing {
  readonly day: string;
  /** The order that it became; null: it was refused. */
  readonly order: string | null;
  readonly refusal: { readonly code: string; readonly detail: string; readonly errors: readonly Fault[] } | null;
}

export interface StandingOrderView {
  readonly id: string;
  readonly every: Every;
  readonly startsOn: string;
  readonly until: string | null;
  readonly needWithinDays: number;
  readonly order: object;
  /** The next day on which it is placed; null: it has ended or was stopped. */
  readonly nextOn: string | null;
  readonly last: LastPlacing | null;
  readonly stoppedAt: Date | null;
}

const SELECT = `SELECT id, every, starts_on::text AS "startsOn", until::text, need_within_days AS "needWithinDays",
  body AS "order", next_on::text AS "nextOn", last, stopped_at AS "stoppedAt" FROM standing_order`;

/** Opens, shows and stops standing orders of the caller's region. */
@Injectable()
export class StandingOrders {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError INVALID with pointers, also into what it will place */
  async open({ region, subject }: Caller, body: StandingOrderDto): Promise<{ id: string; nextOn: string }> {
    const { every, startsOn, until, needWithinDays, order } = body;
    if (startsOn < localDateAt(this.clock.now(), region)) throw refused('/startsOn', 'must not have passed');
    if (until !== undefined && until < startsOn) throw refused('/until', 'is before its start');
    await orderOfDay(order, startsOn, needWithinDays);
    return this.transactions.runOnce(async (tx) => {
      const id = uuidv7();
      const days = { starts_on: startsOn, until, need_within_days: needWithinDays, next_on: startsOn };
      await tx.query(
        ...insertInto('standing_order', {
          ...{ id, region, opened_by: subject, every, body: JSON.stringify(order), ...days },
          next_at: startOfLocalDay(startsOn, region),
        }),
      );
      return { id, nextOn: startsOn };
    });
  }

  /**
   * What it has placed stays. Stopping it again changes nothing.
   *
   * @throws DomainError NOT_FOUND
   */
  stop({ region }: Caller, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query(
        `UPDATE standing_order SET next_on = NULL, next_at = NULL, stopped_at = coalesce(stopped_at, now())
         WHERE id = $1 AND region = $2 RETURNING id`,
        [id, region],
      );
      if (rows.length === 0) throw notFound();
    });
  }

  /** The latest first, at most 200. */
  async all({ region }: Caller): Promise<{ items: StandingOrderView[] }> {
    const items = await this.dataSource.query<StandingOrderView[]>(
      `${SELECT} WHERE region = $1 ORDER BY id DESC LIMIT 200`,
      [region],
    );
    return { items };
  }

  /** @throws DomainError NOT_FOUND */
  async one({ region }: Caller, id: string): Promise<StandingOrderView> {
    const [found] = await this.dataSource.query<StandingOrderView[]>(`${SELECT} WHERE id = $1 AND region = $2`, [
      id,
      region,
    ]);
    if (!found) throw notFound();
    return found;
  }
}

function refused(pointer: string, message: string): DomainError {
  return new DomainError('INVALID', 'One field is not acceptable; see errors.', [{ pointer, message }]);
}
