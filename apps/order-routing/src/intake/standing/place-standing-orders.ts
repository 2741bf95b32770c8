import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { startOfLocalDay } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { nextDay, type Every } from '../../domain/recurrence.js';
import { orderIdOf, PlaceOrder, type OrderCall } from '../../orders/place-order.js';
import { orderOfDay } from './order-of-day.js';
import type { KeptPlacing } from './standing-orders.js';

interface Due {
  readonly id: string;
  readonly region: string;
  readonly openedBy: string;
  readonly every: Every;
  readonly startsOn: string;
  readonly until: string | null;
  readonly needWithinDays: number;
  readonly order: object;
  readonly nextOn: string;
}

/** Places standing orders on their days, each day once, by whichever replica looks first. */
@Injectable()
export class PlaceStandingOrders {
  constructor(
    private readonly transactions: Transactions,
    private readonly placeOrder: PlaceOrder,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many days were done: after days of downtime each of them, in order */
  async run(stopping: AbortSignal): Promise<number> {
    let days = 0;
    while (!stopping.aborted && (await this.next())) days += 1;
    return days;
  }

  private next(): Promise<boolean> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const due = await lockDue(tx, now);
      if (!due) return false;
      const last = await this.place(tx, due);
      const next = nextDay(due.every, due.startsOn, due.nextOn);
      const goesOn = due.until === null || next <= due.until;
      await tx.query('UPDATE standing_order SET next_on = $2, next_at = $3, last = $4 WHERE id = $1', [
        due.id,
        goesOn ? next : null,
        goesOn ? startOfLocalDay(next, due.region) : null,
        JSON.stringify(last),
      ]);
      return true;
    });
  }

  private async place(tx: Tx, due: Due): Promise<KeptPlacing> {
    const { id, region, openedBy: subject, nextOn: day } = due;
    const call: OrderCall = {
      scope: `${region} standing`,
      key: `${id} ${day}`,
      actor: { principal: subject, correlationId: uuidv7() },
    };
    try {
      const order = await orderOfDay(due.order, day, due.needWithinDays);
      await this.placeOrder.leave(tx, { subject, region, roles: ['partner-intake'], scope: 'own' }, order, call);
      return { day, order: orderIdOf(call.scope, call.key), refusal: null };
    } catch (error) {
      // A refusal is this day's outcome; the next day may find terms again.
      if (!(error instanceof DomainError)) throw error;
      return { day, order: null, refusal: keptRefusal(error) };
    }
  }
}

function keptRefusal({ code, message, said, faults }: DomainError): NonNullable<KeptPlacing['refusal']> {
  return { code, detail: message, said, errors: faults };
}

/** The one that has been due longest; what another replica holds is passed over. */
async function lockDue(tx: Tx, now: Date): Promise<Due | undefined> {
  const [due] = await tx.query<Due>(
    `SELECT id, region, opened_by AS "openedBy", every, starts_on::text AS "startsOn", until::text,
            need_within_days AS "needWithinDays", body AS "order", next_on::text AS "nextOn"
     FROM standing_order WHERE next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return due;
}
