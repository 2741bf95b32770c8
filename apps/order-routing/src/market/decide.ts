import { DomainError } from '#kernel/domain-error.js';
import type { Transactions, Tx } from '#platform/database/transactions.js';
import { Changes } from '../domain/changes.js';
import { nextDue } from '../domain/dues.js';
import type { Market } from '../domain/market.js';
import { saveChanges } from '../persistence/save-changes.js';
import { decisionEvents, type Actors } from './decision-events.js';
import { claimKeys, keyOf, storeOutcomes } from './idempotency.js';
import { readPending, refusePending, writeJournal, type Numbered } from './journal.js';
import { GUARD, type Lease } from './lease.js';
import { LeaseLost, refusalOf, type Actor, type Answer, type MarketRequest, type Outcome } from './requests.js';

/** Inputs of others that one transaction takes in; it must stay far below the 5 s limit. */
const MOST_PENDING = 500;
const MOST_DUES = 50;
const TIME: Actor = { principal: 'system', correlationId: 'time' };

export interface BatchResult {
  /** Of each request, in order; `pending`: its outcome is stored by whoever decides it. */
  readonly outcomes: readonly (Outcome | 'pending')[];
  /** Runs of this batch whose result was not published. */
  readonly failedRuns: number;
  /** More of the same is waiting already. */
  readonly more: boolean;
}

/**
 * One decision pass: due rows first, then inputs that others wrote, then the requests of this batch; all of it journalled,
 * decided and committed together, each answered for itself.
 *
 * @param share of what one transaction takes in of others' inputs and of due rows, above 0 and at most 1
 * @throws LeaseLost when the market was decided by another since; the memory of it is then worth nothing
 */
export function decideBatch(
  transactions: Transactions,
  lease: Lease,
  market: Market,
  requests: readonly MarketRequest[],
  now: Date,
  answer: Answer,
  share: number,
): Promise<BatchResult> {
  return transactions.run(async (tx) => {
    const guard = await tx.query<{ version: number }>(GUARD, [lease.market, lease.epoch, lease.version]);
    if (guard.length === 0) throw new LeaseLost(`Market ${lease.market} is no longer ours.`);
    lease.version += 1;
    return new Batch(tx, market, now, answer, share).run(requests);
  });
}

class Batch {
  private readonly changes = new Changes();
  private readonly numbered: Numbered[] = [];
  private readonly actors: Actors = new Map();
  private readonly mostPending: number;
  private readonly mostDues: number;

  constructor(
    private readonly tx: Tx,
    private readonly market: Market,
    private readonly now: Date,
    private readonly answer: Answer,
    share: number,
  ) {
    this.mostPending = Math.ceil(MOST_PENDING * share);
    this.mostDues = Math.ceil(MOST_DUES * share);
  }

  async run(requests: readonly MarketRequest[]): Promise<BatchResult> {
    const { tx } = this;
    const { state } = this.market;
    const claims = requests.length > 0 ? await claimKeys(tx, requests) : new Map<MarketRequest, never>();
    const dues = this.applyDues();
    const pending = await readPending(tx, state.origin, this.mostPending);
    const stored: { scope: string; key: string; outcome: Outcome }[] = [];
    const refused: { id: string; refusal: object }[] = [];
    for (const entry of pending) {
      const outcome = this.apply(entry);
      if ('refusal' in outcome) refused.push({ id: entry.id, refusal: outcome.refusal });
      if (entry.idempotency) stored.push({ ...entry.idempotency, outcome });
    }
    const decided = new Map<string, Outcome>();
    for (const request of requests) {
      if (claims.get(request) !== 'fresh') continue;
      const outcome = this.apply(request);
      decided.set(keyOf(request), outcome);
      stored.push({ scope: request.idempotency.scope, key: request.idempotency.key, outcome });
    }
    tx.publish(...decisionEvents(state, this.changes, this.actors));
    await saveChanges(tx, state, this.changes, this.now);
    await writeJournal(tx, state.origin, state.journal, this.numbered);
    await refusePending(tx, refused);
    await storeOutcomes(tx, stored);
    this.market.forgetClosed(this.changes);
    return {
      outcomes: requests.map((request) => {
        const claim = claims.get(request);
        return typeof claim === 'object' ? claim.outcome : (decided.get(keyOf(request)) ?? 'pending');
      }),
      failedRuns: this.changes.runs.filter((run) => run.outcome === 'failed').length,
      more: pending.length === this.mostPending || dues === this.mostDues,
    };
  }

  private applyDues(): number {
    let count = 0;
    for (; count < this.mostDues; count += 1) {
      const due = nextDue(this.market.state, this.now);
      if (!due) break;
      this.number({ input: { kind: 'time', payload: { kind: due.kind, subject: due.subject } }, actor: TIME }, due.at);
    }
    return count;
  }

  private apply(entry: Omit<Numbered, 'number' | 'at'>): Outcome {
    try {
      this.number(entry, this.now);
      return { answer: this.answer(entry.input, this.market.state) };
    } catch (error) {
      if (error instanceof DomainError) return refusalOf(error);
      throw error;
    }
  }

  private number(entry: Omit<Numbered, 'number' | 'at'>, at: Date): void {
    this.market.apply(entry.input, at, this.changes);
    if (entry.input.kind === 'order-placed') this.actors.set(entry.input.payload.orderId, entry.actor);
    this.numbered.push({ ...entry, number: this.market.state.journal, at });
  }
}
