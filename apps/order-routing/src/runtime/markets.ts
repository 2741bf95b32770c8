import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { runAsSystem } from '#platform/context/call-context.js';
import { Metrics } from '#platform/context/metrics.js';
import { Shutdown } from '#platform/context/shutdown.js';
import type { AnswerOf, InputKind } from '../domain/decisions/index.js';
import { DEFAULT_POLICY } from '../domain/ledger/office-policy.js';
import { claimKeys } from './idempotency.js';
import { appendPending } from './journal.js';
import { mayBeLeft } from './later-kinds.js';
import { acquireLease, releaseLease } from './lease.js';
import { MarketOwner } from './market-owner.js';
import { OwnerNotifier } from './owner-notifier.js';
import { answerOf, LeaseLost, type MarketRequest, type Outcome } from './requests.js';

const LOOK_FOR_FREE_MARKETS_MS = 1_000;
/** What is said when markets have been given back: no market has such a name. */
const FREED = '*';
/** How long a replica that does not own the market waits for the outcome before it answers 202. */
const WAIT_FOR_OUTCOME_MS = 2_000;

/** The answer, or `pending` when the owner did not answer in time. */
type Submitted<Kind extends InputKind> = { readonly answer: AnswerOf<Kind> } | 'pending';

/** The markets that this replica decides, and the way to the others. */
@Injectable()
export class Markets implements OnApplicationBootstrap {
  private readonly logger = new Logger(Markets.name);
  private readonly owners = new Map<string, MarketOwner>();
  private readonly taking = new Set<Promise<unknown>>();
  private readonly replica = uuidv7();
  private timer: NodeJS.Timeout | undefined;
  private closing = false;
  private readonly runsFailed: ReturnType<Metrics['counter']>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
    private readonly notifier: OwnerNotifier,
    private readonly shutdown: Shutdown,
    metrics: Metrics,
  ) {
    this.runsFailed = metrics.counter('serap_runs_failed_total', 'Routing runs whose result was not published', []);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.notifier.onNotice((word) => {
      if (word === FREED) void this.takeFreeMarkets();
      else this.owners.get(word)?.wake();
    });
    // Before anything is taken: the end may be announced meanwhile.
    this.shutdown.on('leases', () => this.giveBack());
    this.shutdown.on('background', () => this.notifier.close());
    await this.takeFreeMarkets();
    if (!this.isClosing()) this.timer = setInterval(() => void this.takeFreeMarkets(), LOOK_FOR_FREE_MARKETS_MS);
  }

  /** There are new inputs in the journal of `market`, committed by this process. */
  wake(market: string): void {
    const owner = this.owners.get(market);
    if (owner) owner.wake();
    else void this.takeFreeMarkets();
  }

  /**
   * Decides `request` in its market and gives its stored answer, here or through the replica that owns the market.
   *
   * @returns `pending` when the owner did not answer in time: the outcome will be stored under the idempotency key
   * @throws DomainError for a refusal
   */
  async submit<Kind extends InputKind>(market: string, request: MarketRequest<Kind>): Promise<Submitted<Kind>> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const owner = this.owners.get(market) ?? (await this.take(market));
      if (!owner) break;
      try {
        const outcome = await owner.submit(request);
        return outcome === 'pending' ? await this.awaitOutcome(request) : { answer: answerOf<Kind>(outcome) };
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error;
      }
    }
    return this.forward(market, request);
  }

  /** Leaves the request to the market's owner: written and committed, then the owner is woken. */
  private async forward<Kind extends InputKind>(
    market: string,
    request: MarketRequest<Kind>,
  ): Promise<Submitted<Kind>> {
    const { input, actor, idempotency } = request;
    if (!(await mayBeLeft(this.dataSource, market, input.kind))) throw new DomainError('UNAVAILABLE');
    const claim = await this.transactions.run(async (tx) => {
      const claimed = (await claimKeys(tx, [request])).get(request);
      if (claimed === 'fresh') await appendPending(tx, market, DEFAULT_POLICY, [{ input, actor, idempotency }]);
      return claimed;
    });
    if (typeof claim === 'object') return { answer: answerOf<Kind>(claim.outcome) };
    this.notifier.notify(market);
    return this.awaitOutcome(request);
  }

  private async awaitOutcome<Kind extends InputKind>({ idempotency }: MarketRequest<Kind>): Promise<Submitted<Kind>> {
    const deadline = Date.now() + WAIT_FOR_OUTCOME_MS;
    for (;;) {
      const rows: { outcome: Outcome | null }[] = await this.dataSource.query(
        'SELECT outcome FROM idempotency WHERE scope = $1 AND key = $2',
        [idempotency.scope, idempotency.key],
      );
      const outcome = rows[0]?.outcome;
      if (outcome) return { answer: answerOf<Kind>(outcome) };
      if (Date.now() > deadline) return 'pending';
      await sleep(25);
    }
  }

  private take(market: string): Promise<MarketOwner | undefined> {
    const taking = this.takeIfFree(market).finally(() => this.taking.delete(taking));
    this.taking.add(taking);
    return taking;
  }

  private async takeIfFree(market: string): Promise<MarketOwner | undefined> {
    if (this.isClosing()) return undefined;
    await this.dataSource.query('INSERT INTO market (id, policy) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      market,
      DEFAULT_POLICY,
    ]);
    const lease = await acquireLease(this.dataSource, market, this.replica);
    if (!lease) return this.owners.get(market);
    if (this.isClosing()) {
      await releaseLease(this.dataSource, lease);
      return undefined;
    }
    // It decides for many callers; whose call makes it start does not matter.
    const owner = runAsSystem(
      () =>
        new MarketOwner(lease, {
          dataSource: this.dataSource,
          transactions: this.transactions,
          clock: this.clock,
          ended: () => {
            if (this.owners.get(market) === owner) this.owners.delete(market);
          },
          failed: (error) => {
            this.logger.error(error);
          },
          runsFailed: (count) => {
            this.runsFailed.inc(count);
            this.logger.error(`${String(count)} runs of market ${market} were not published; see GET /api/orders/runs`);
          },
        }),
    );
    this.owners.set(market, owner);
    return owner;
  }

  private isClosing(): boolean {
    return this.closing || this.shutdown.leaving;
  }

  private async takeFreeMarkets(): Promise<void> {
    try {
      const rows: { id: string }[] = await this.dataSource.query(
        'SELECT id FROM market WHERE lease_owner IS NULL OR lease_until < now()',
      );
      for (const { id } of rows) if (!this.owners.has(id)) await this.take(id);
    } catch (error) {
      // Without the database there is nothing to decide; the next round looks again.
      this.logger.warn(error);
    }
  }

  /** From now on this replica takes no market: what it is asked is left to another, or waits for one. */
  private async giveBack(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    const closed = [...this.owners.values()].map((owner) => owner.close());
    // A lease that is granted just now is given back by whoever asked for it.
    await Promise.all([...closed, Promise.allSettled(this.taking)]);
    this.notifier.notify(FREED);
  }
}
