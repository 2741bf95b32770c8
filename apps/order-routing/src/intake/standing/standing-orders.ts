import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Words, Language } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt, told, type SaidFault, type Fault } from '#kernel/domain-error.js';
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
  readonly refusal: {
    readonly code: ErrorCode;
    readonly detail: string;
    readonly errors: readonly Fault[];
  } | null;
}

/** The same as it is kept: for readers of each language. */
export interface KeptPlacing extends LastPlacing {
  readonly refusal:
    (NonNullable<LastPlacing['refusal']> & { readonly said?: Words; readonly errors: readonly SaidFault[] }) | null;
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

interface KeptView extends StandingOrderView {
  readonly last: KeptPlacing | null;
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
    if (startsOn < localDateAt(this.clock.now(), region)) throw refused('/startsOn', says('not-past'));
    if (until !== undefined && until < startsOn) throw refused('/until', says('before-start'));
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
  async all({ region }: Caller, language: Language): Promise<{ items: StandingOrderView[] }> {
    const items = await this.dataSource.query<KeptView[]>(`${SELECT} WHERE region = $1 ORDER BY id DESC LIMIT 200`, [
      region,
    ]);
    return { items: items.map((item) => toldView(item, language)) };
  }

  /** @throws DomainError NOT_FOUND */
  async one({ region }: Caller, id: string, language: Language): Promise<StandingOrderView> {
    const [found] = await this.dataSource.query<KeptView[]>(`${SELECT} WHERE id = $1 AND region = $2`, [id, region]);
    if (!found) throw notFound();
    return toldView(found, language);
  }
}

function toldView({ last, ...view }: KeptView, language: Language): StandingOrderView {
  if (!last?.refusal) return { ...view, last };
  const { code, detail, said, errors } = last.refusal;
  const refusal = { code, detail: said?.[language] ?? detail, errors: told(errors, language) };
  return { ...view, last: { day: last.day, order: last.order, refusal } };
}

function refused(pointer: string, said: Words): DomainError {
  return new DomainError('INVALID', {}, [faultAt(pointer, said)]);
}
