import type { DataSource } from 'typeorm';
import type { BusinessClock } from '#kernel/business-clock.js';
import { tookTooLong } from '#postgres/outage.js';
import type { Transactions } from '#platform/database/transactions.js';
import { Market } from '../domain/market.js';
import { loadMarket } from '../persistence/load-market.js';
import { decideBatch } from './decide.js';
import { takeOver } from './take-over.js';
import { releaseLease, renewLease, type Lease } from './lease.js';
import { LeaseLost, type MarketRequest, type Outcome } from './requests.js';

/** Requests that one transaction decides together: its 12 statements are then less than 0.05 an order in a stream. */
const BATCH = 256;
/** Fallback for a wake-up that was lost. */
const POLL_MS = 200;
const RENEW_MS = 2_000;
/** One input of others a transaction. */
const SMALLEST_SHARE = 1 / 500;

interface Waiting {
  readonly request: MarketRequest;
  readonly resolve: (outcome: Outcome | 'pending') => void;
  readonly reject: (error: unknown) => void;
}

export interface OwnerPorts {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly clock: BusinessClock;
  /** The owner has ended: its lease is lost or given back. */
  readonly ended: (market: string) => void;
  readonly failed: (error: unknown) => void;
  /** Results that their proof did not bear out: somebody has to look. */
  readonly runsFailed: (count: number) => void;
}

/** Decides for one market while this replica holds its lease: one batch in flight, the market in memory between batches. */
export class MarketOwner {
  private readonly queue: Waiting[] = [];
  private market: Market | undefined;
  private closing = false;
  private woken = true;
  private wakeSleeper: (() => void) | undefined;
  /** Of a whole batch: a quarter of it after one that took longer than a transaction may, twice it after one that did not. */
  private share = 1;
  private renewAt = Date.now() + RENEW_MS;
  private readonly loop: Promise<void>;

  constructor(
    private readonly lease: Lease,
    private readonly ports: OwnerPorts,
  ) {
    this.loop = this.work();
  }

  /** @throws LeaseLost when the market was lost before this was decided: ask again */
  submit(request: MarketRequest): Promise<Outcome | 'pending'> {
    if (this.closing) return Promise.reject(new LeaseLost('This replica is giving the market up.'));
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.wake();
    });
  }

  /** Something is waiting: a request, or an input in the journal. */
  wake(): void {
    this.woken = true;
    this.wakeSleeper?.();
  }

  /** Finishes the batch under way and gives the lease back. */
  async close(): Promise<void> {
    this.closing = true;
    this.wake();
    await this.loop;
  }

  private async work(): Promise<void> {
    try {
      while (!this.closing) {
        await this.sleep();
        // A closing replica still answers whom it has let in.
        await this.step();
      }
      await releaseLease(this.ports.dataSource, this.lease);
    } catch (error) {
      if (!(error instanceof LeaseLost)) this.ports.failed(error);
    } finally {
      this.closing = true;
      const lost = new LeaseLost(`Market ${this.lease.market} is no longer decided here.`);
      for (const { reject } of this.queue.splice(0)) reject(lost);
      this.ports.ended(this.lease.market);
    }
  }

  private async step(): Promise<void> {
    const waiting = this.queue.splice(0, Math.ceil(BATCH * this.share));
    try {
      if (waiting.length === 0 && !(await this.hasWork())) {
        await this.renew();
        return;
      }
      const market = await this.loaded();
      const { transactions, clock } = this.ports;
      const requests = waiting.map(({ request }) => request);
      const result = await decideBatch(transactions, { lease: this.lease, market }, requests, {
        now: clock.now(),
        share: this.share,
      });
      this.share = Math.min(1, this.share * 2);
      this.renewAt = Date.now() + RENEW_MS;
      if (result.failedRuns > 0) this.ports.runsFailed(result.failedRuns);
      if (result.postponed) this.queue.unshift(...waiting.splice(0));
      waiting.forEach(({ resolve }, index) => {
        resolve(result.outcomes[index] ?? 'pending');
      });
      if (result.more || this.queue.length > 0) this.woken = true;
    } catch (error) {
      // Whether it committed may be unknown: the memory of the market and its version are read anew.
      this.market = undefined;
      for (const { reject } of waiting) reject(error);
      if (error instanceof LeaseLost) throw error;
      if (tookTooLong(error)) this.share = Math.max(SMALLEST_SHARE, this.share / 4);
      this.ports.failed(error);
      await this.reloadVersion();
    }
  }

  private async hasWork(): Promise<boolean> {
    const { dataSource, clock } = this.ports;
    const pending: unknown[] = await dataSource.query(
      'SELECT 1 FROM input WHERE market = $1 AND number IS NULL AND refusal IS NULL LIMIT 1',
      [this.lease.market],
    );
    return pending.length > 0 || (await this.loaded()).state.timers.next(clock.now()) !== undefined;
  }

  private async loaded(): Promise<Market> {
    const { dataSource, transactions } = this.ports;
    if (!this.market) {
      const state = await loadMarket(dataSource, this.lease.market);
      await takeOver(transactions, this.lease, state);
      this.market = new Market(state);
    }
    return this.market;
  }

  private async renew(): Promise<void> {
    if (Date.now() < this.renewAt) return;
    if (!(await renewLease(this.ports.dataSource, this.lease))) throw new LeaseLost('The lease ran out.');
    this.renewAt = Date.now() + RENEW_MS;
  }

  /** After an error: is the market still ours, and at which version? */
  private async reloadVersion(): Promise<void> {
    const { dataSource, failed } = this.ports;
    const rows: { version: number }[] | undefined = await dataSource
      .query<{ version: number }[]>('SELECT version FROM market WHERE id = $1 AND epoch = $2', [
        this.lease.market,
        this.lease.epoch,
      ])
      .catch((error: unknown) => {
        failed(error);
        return undefined;
      });
    if (rows === undefined) {
      // The database does not answer: keep trying; the guard protects the market meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (!this.closing) await this.reloadVersion();
      return;
    }
    const [row] = rows;
    if (!row) throw new LeaseLost('Another replica took the market over.');
    this.lease.version = row.version;
  }

  private sleep(): Promise<void> {
    if (this.woken) {
      this.woken = false;
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => {
      const timer = setTimeout(done, POLL_MS);
      this.wakeSleeper = done;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    }).then(() => {
      this.wakeSleeper = undefined;
      this.woken = false;
    });
  }
}
