import { DomainError } from '#kernel/domain-error.js';
import type { Transactions, Tx } from '#platform/database/transactions.js';
import { ChangeSet } from '../domain/ledger/change-set.js';
import type { Market } from '../domain/market.js';
import type { Actor } from '../events/actor.js';
import { decisionEvents, type Actors } from '../events/decision-events.js';
import { numbered } from '../events/draft.js';
import { saveChanges } from '../persistence/save-changes.js';
import { claimKeys, keyOf, storeOutcomes } from './idempotency.js';
import { KeptAsTheyAre } from './kept-as-they-are.js';
import { readPending, refusePending, writeJournal, type Numbered } from './journal.js';
import { guard, type Lease } from './lease.js';
import { Meanings } from './meanings.js';
import { refusalOf, type MarketRequest, type Outcome } from './requests.js';

/** Inputs of others that one transaction takes in; it must stay far below the 5 s limit. */
const MOST_PENDING = 500;
const MOST_TIMERS = 50;
const TIME: Actor = { principal: 'system', correlationId: 'time' };

export interface BatchResult {
  /** Of each request, in order; `pending`: its outcome is stored by whoever decides it. */
  readonly outcomes: readonly (Outcome | 'pending')[];
  /** Runs of this batch whose result was not published. */
  readonly failedRuns: number;
  /** More of the same is waiting already. */
  readonly more: boolean;
  /** So much was due that none of the requests was looked at: they come after it. */
  readonly postponed: boolean;
}

/**
 * One decision pass: timers that are due first, then inputs that others wrote, then the requests of this batch; all of it
 * journalled, decided and committed together, each answered for itself. While more is due than one pass takes, nothing
 * else is decided: what lies behind a midnight is not decided before it.
 *
 * @param share of what one transaction takes in of others' inputs and of timers, above 0 and at most 1
 * @throws LeaseLost when the market was decided by another since; the memory of it is then worth nothing
 */
export function decideBatch(
  transactions: Transactions,
  { lease, market }: { readonly lease: Lease; readonly market: Market },
  requests: readonly MarketRequest[],
  { now, share }: { readonly now: Date; readonly share: number },
): Promise<BatchResult> {
  return transactions.run(async (tx) => {
    await guard(tx, lease);
    return new Batch(tx, market, market.instantFor(now), share).run(requests);
  });
}

class Batch {
  private readonly changes = new ChangeSet();
  private readonly numbered: Numbered[] = [];
  private readonly actors: Actors = new Map();
  private readonly mostPending: number;
  private readonly mostTimers: number;

  constructor(
    private readonly tx: Tx,
    private readonly market: Market,
    private readonly now: Date,
    share: number,
  ) {
    this.mostPending = Math.ceil(MOST_PENDING * share);
    this.mostTimers = Math.ceil(MOST_TIMERS * share);
  }

  async run(requests: readonly MarketRequest[]): Promise<BatchResult> {
    const { tx } = this;
    const { state } = this.market;
    const due = this.applyTimers();
    const postponed = due === this.mostTimers && state.timers.next(this.now) !== undefined;
    const answered = postponed ? [] : requests;
    const claims = answered.length > 0 ? await claimKeys(tx, answered) : new Map<MarketRequest, never>();
    const pending = postponed ? [] : await readPending(tx, state.origin, this.mostPending);
    const stored: { scope: string; key: string; outcome: Outcome }[] = [];
    const refused: { id: string; refusal: object }[] = [];
    const fresh = answered.filter((request) => claims.get(request) === 'fresh');
    const inputs = [...pending, ...fresh].map(({ input }) => input);
    const guards = [await Meanings.of(tx, state, inputs), await KeptAsTheyAre.of(tx, state, inputs)] as const;
    for (const entry of pending) {
      const outcome = this.apply(entry, guards);
      if ('refusal' in outcome) refused.push({ id: entry.id, refusal: outcome.refusal });
      if (entry.idempotency) stored.push({ ...entry.idempotency, outcome });
    }
    const decided = new Map<string, Outcome>();
    for (const request of fresh) {
      const outcome = this.apply(request, guards);
      decided.set(keyOf(request), outcome);
      stored.push({ scope: request.idempotency.scope, key: request.idempotency.key, outcome });
    }
    tx.publish(...numbered(decisionEvents(state, this.changes, this.actors)));
    await saveChanges(tx, state, this.changes, this.now);
    await writeJournal(tx, state.origin, state.journal, this.numbered);
    await refusePending(tx, refused);
    await storeOutcomes(tx, stored);
    this.market.forgetClosed(this.changes);
    return {
      outcomes: answered.map((request) => {
        const claim = claims.get(request);
        return typeof claim === 'object' ? claim.outcome : (decided.get(keyOf(request)) ?? 'pending');
      }),
      failedRuns: this.changes.runs.filter((run) => run.outcome === 'failed').length,
      more: pending.length === this.mostPending || due === this.mostTimers,
      postponed,
    };
  }

  private applyTimers(): number {
    let count = 0;
    for (; count < this.mostTimers; count += 1) {
      const timer = this.market.state.timers.next(this.now);
      if (!timer) break;
      const { kind, subject, at } = timer;
      this.number({ input: { kind: 'time', payload: { kind, subject } }, actor: TIME }, this.market.instantFor(at));
    }
    return count;
  }

  private apply(entry: Omit<Numbered, 'number' | 'at'>, [meanings, kept]: readonly [Meanings, KeptAsTheyAre]): Outcome {
    try {
      meanings.refuse(entry.input);
      kept.refuse(entry.input);
      const answer = this.number(entry, this.now);
      meanings.add(entry.input, this.now);
      return { answer };
    } catch (error) {
      if (error instanceof DomainError) return refusalOf(error);
      throw error;
    }
  }

  private number(entry: Omit<Numbered, 'number' | 'at'>, at: Date): unknown {
    const answer = this.market.apply(entry.input, at, this.changes);
    if (entry.input.kind === 'order-placed') this.actors.set(entry.input.payload.orderId, entry.actor);
    this.numbered.push({ ...entry, number: this.market.state.journal, at });
    return answer;
  }
}
