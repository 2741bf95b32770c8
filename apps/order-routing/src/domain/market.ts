import { decisionFor, type AnswerOf, type Input, type InputKind } from './decisions/index.js';
import { promiseBacklog } from './engine/backlog.js';
import { PromisePlan } from './engine/promise-plan.js';
import { repromise } from './engine/repromise.js';
import { ChangeSet } from './ledger/change-set.js';
import type { DecisionContext } from './ledger/decision-context.js';
import type { MarketState } from './ledger/market-state.js';
import { isClosed } from './ledger/order.js';
import type { StateReason } from './ledger/reason.js';
import { later, scheduleCutOff, scheduleNextDay } from './ledger/timers.js';

/**
 * One origin regency with all its commodities: it decides alone. The state is a fold over the journal; every decision
 * here is a function of the state and one input, with time as part of the input.
 */
export class Market {
  private readonly plan: PromisePlan;

  constructor(readonly state: MarketState) {
    this.plan = new PromisePlan(state);
  }

  /**
   * Applies the next input of the journal.
   *
   * @param changes collects what has to be saved; shared by the inputs of one batch
   * @param at business time of the input, no earlier than any before it: see `instantFor`
   * @returns what its caller is told
   * @throws DomainError for a refusal, before anything has changed; the journal number is then not used up
   */
  apply<Kind extends InputKind>({ kind, payload }: Input<Kind>, at: Date, changes: ChangeSet): AnswerOf<Kind> {
    const { state, plan } = this;
    if (at < state.time) throw new Error(`Market ${state.origin} is asked to decide before its own time.`);
    const decision = decisionFor(kind);
    decision.refuse?.(state, payload, at);
    const context = this.next(at, changes);
    if (state.journal === 1) {
      scheduleNextDay(context);
      scheduleCutOff(context);
    }
    const consequence = decision.apply(context, payload, plan);
    if (consequence !== 'nothing') this.lookAgain(context, consequence.repromise);
    return (decision.answer?.(state, payload) ?? null) as AnswerOf<Kind>;
  }

  /**
   * Supposes that something were so, of which nothing has come as an input: every promise is looked at again, as after one.
   * For a copy of a market that nobody keeps.
   *
   * @param act changes the ledger; what it throws leaves the copy worthless
   */
  suppose(act: (context: DecisionContext) => void, at: Date): void {
    const context = this.next(at, new ChangeSet());
    act(context);
    this.lookAgain(context, 'NO_SURPLUS');
  }

  private next(at: Date, changes: ChangeSet): DecisionContext {
    const { state } = this;
    state.journal += 1;
    state.time = at;
    return { state, changes, at, number: state.journal };
  }

  /** Stock, terms or time have moved. */
  private lookAgain(context: DecisionContext, lost: StateReason['code']): void {
    repromise(context, this.plan, lost);
    promiseBacklog(context, this.plan);
  }

  /**
   * When an input is decided that is due, or comes, at `at`: then, or now where the market is past it. What speaks of the
   * past (a late receipt, a backdated paper, another replica's slower clock) is decided by today's terms and quota.
   */
  instantFor(at: Date): Date {
    return later(at, this.state.time);
  }

  /** Lets go of orders that can never change again, once what became of them is saved: the tables keep them. */
  forgetClosed({ orders, lines, recalled }: ChangeSet): void {
    // A line that comes to its need-by may close an order whose own record stays as it is.
    const ofLines = [...lines].flatMap((id) => this.state.lines.get(id)?.orderId ?? []);
    for (const id of new Set([...orders, ...ofLines, ...recalled])) {
      const order = this.state.orders.get(id);
      if (!order || !isClosed(this.state, order)) continue;
      for (const lineId of order.lineIds) {
        this.state.lines.delete(lineId);
        this.state.refusals.delete(lineId);
      }
      this.state.orders.delete(id);
    }
  }
}
