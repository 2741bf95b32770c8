import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { addDays } from '#kernel/local-date.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { ServiceLogger } from '#platform/context/logger.js';
import { finishDay, loadLines, lockDue, stop } from '../persistence/repetitions.js';
import type { Repetition } from '../persistence/tables.js';
import { lockContributors, statedBefore } from './find-contributors.js';
import { findProduct, findSeller } from './find-seller.js';
import { draftsAmong, storeStatement } from './store-statement.js';

/** States again, for each day that began at the origin, what repeats until changed. */
@Injectable()
export class RepeatStatements {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
    private readonly logger: ServiceLogger,
  ) {}

  /**
   * Every day once, in order, each in a transaction of its own: after days of downtime too, and with several replicas.
   *
   * @returns how many days were done
   */
  async run(stopping?: AbortSignal): Promise<number> {
    const failed: string[] = [];
    let days = 0;
    while (stopping?.aborted !== true && (await this.next(failed))) days += 1;
    return days;
  }

  private async next(failed: string[]): Promise<boolean> {
    const now = this.clock.now();
    let id: string | undefined;
    try {
      return await this.transactions.run(async (tx) => {
        const repetition = await lockDue(tx, now, failed);
        id = repetition?.id;
        if (repetition) await stateDay(tx, repetition, now);
        return repetition !== undefined;
      });
    } catch (error) {
      if (id === undefined) throw error;
      // One that fails does not hold up the others; the next look tries it again.
      failed.push(id);
      this.logger.warn(`Repetition ${id} waits and is tried again: ${String(error)}`, 'RepeatStatements');
      return true;
    }
  }
}

/** Whoever cannot be stated for (suspended, no member any more, stated by hand already) is left out of this day. */
async function stateDay(tx: Tx, repetition: Repetition, now: Date): Promise<void> {
  const { id, origin, sellerId, productId, floorPrice, lifeDays, nextDay: date } = repetition;
  const seller = await findSeller(tx, { origin, aggregator: null }, sellerId);
  if (seller.status === 'closed') {
    await stop(tx, id, 'clock', now);
    return;
  }
  const product = await findProduct(tx, origin, productId);
  const all = await loadLines(tx, id);
  const standing = await lockContributors(tx, seller, all);
  const before = await statedBefore(tx, { productId, date }, all);
  const able = (producerId: string): boolean =>
    ['draft', 'verified'].includes(standing.get(producerId) ?? '') && !before.has(producerId);
  const lines = seller.status === 'suspended' ? [] : all.filter(({ producerId }) => able(producerId));
  const leftOut = all.length - lines.length;
  if (lines.length === 0) {
    await finishDay(tx, repetition, { statementId: null, leftOut });
    return;
  }
  const bestBefore = lifeDays === null ? undefined : addDays(date, lifeDays);
  const statement = { sellerId, productId, date, bestBefore, floorPrice };
  const stating = new Set(lines.map(({ producerId }) => producerId));
  const drafts = draftsAmong(seller, new Map([...standing].filter(([id]) => stating.has(id))));
  const stored = await storeStatement(tx, { statement, seller, product, lines, drafts, now });
  await finishDay(tx, repetition, { statementId: stored.id, leftOut });
}
