import { deterministicUuid } from '#kernel/uuid.js';
import { runMarket } from '../engine/run.js';
import type { PromisePlan } from '../engine/promise-plan.js';
import { releaseEndedAgreement } from '../ledger/agreement-end.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { isSuspended } from '../ledger/in-force.js';
import { writeOffFrom } from '../ledger/lot-goods.js';
import { updateOrderStatus } from '../ledger/order.js';
import { closeLine, reduceUnbound, unbindAllocation } from '../ledger/promise.js';
import { scheduleShareReleases } from '../ledger/reserved-share.js';
import type { Edition } from '../ledger/term.js';
import { bindBy, bindByUnder, cancelTimer, scheduleBindBy, scheduleCutOff, scheduleNextDay } from '../ledger/timers.js';
import type { TimerKind } from '../ledger/timer-table.js';
import { REPROMISE, type Decision } from './decision.js';

type When = (context: DecisionContext, subject: string, plan: PromisePlan) => void;

/** Dates and hours are read from the record that they stand in; what is due is to look again. */
const lookAgain: When = () => undefined;

const WHEN: Readonly<Record<TimerKind, When>> = {
  'day-begins': (context) => {
    scheduleNextDay(context);
    scheduleShareReleases(context);
  },
  'cut-off': (context, _subject, plan) => {
    scheduleCutOff(context);
    runMarket(context, plan, runIdOf(context));
  },
  'share-released': lookAgain,
  'agreement-starts': lookAgain,
  'agreement-ends': releaseEndedAgreement,
  'lot-expires': expireLot,
  'need-by-passed': (context, lineId) => {
    const line = context.state.lines.get(lineId);
    if (line) closeLine(context, line, 'expired');
  },
  'confirm-by': (context, allocationId) => {
    unbindAllocation(context, context.state.allocation(allocationId), 'lapsed');
  },
  'bind-by': (context, lineId, plan) => {
    runMarket(context, plan, runIdOf(context));
    releaseIfSuspended(context, lineId);
  },
};

/** Time is an input: what was due at an instant happens under its own journal number. */
export const passTime = {
  apply(context, { kind, subject }, plan) {
    cancelTimer(context, kind, subject);
    WHEN[kind](context, subject, plan);
    return REPROMISE;
  },
} satisfies Decision<{ readonly kind: TimerKind; readonly subject: string }>;

/** A run that nobody asked for is named after the input that led to it. */
function runIdOf({ state, number }: DecisionContext): string {
  return deterministicUuid('run', state.origin, String(number));
}

/** Expired stock is written off: nobody can be promised it any more. */
function expireLot(context: DecisionContext, lotId: string): void {
  const lot = context.state.lots.get(lotId);
  if (!lot || lot.free + lot.held === 0) return;
  for (const shelf of ['free', 'held', 'barred'] as const) {
    writeOffFrom(context, lot, { shelf, quantity: lot.free + lot.held }, 'expired');
  }
}

/**
 * A suspended agreement keeps its promises until they would have to leave; then they are released. What another row has
 * made due says nothing of them.
 */
function releaseIfSuspended(context: DecisionContext, lineId: string): void {
  const { state, at } = context;
  const line = state.lines.get(lineId);
  if (!line) return;
  const isUnderSuspended = (under: Edition): boolean => {
    const agreement = state.agreements.get(state.term(under.termId).agreementId);
    return agreement !== undefined && isSuspended(agreement, at) && bindByUnder(state, line, under) <= at;
  };
  reduceUnbound(context, line, { code: 'AGREEMENT_SUSPENDED', of: isUnderSuspended });
  const next = bindBy(state, line);
  if (next !== undefined && next > at) scheduleBindBy(context, line);
  updateOrderStatus(context, line.orderId);
}
