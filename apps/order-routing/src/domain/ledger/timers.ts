import { addDays, endOfLocalDay, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { Allocation } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import type { Line } from './line.js';
import type { Lot } from './lot.js';
import type { MarketState } from './market-state.js';
import type { Edition } from './term.js';
import { timerKey, type TimerKind } from './timer-table.js';

/** How long a seller without standing consent has to answer an offer. */
const CONFIRM_WITHIN_MS = 24 * 3_600_000;

/** What is due in the past is due now. */
export function setTimer(
  { state, changes, at: now }: DecisionContext,
  kind: TimerKind,
  subject: string,
  at: Date,
): void {
  const timer = { kind, subject, at: later(at, now) };
  const key = timerKey(timer);
  state.timers.set(timer);
  changes.timersSet.set(key, timer);
  changes.timersDone.delete(key);
}

export function cancelTimer({ state, changes }: DecisionContext, kind: TimerKind, subject: string): void {
  if (!state.timers.delete(kind, subject)) return;
  const key = timerKey({ kind, subject });
  changes.timersSet.delete(key);
  changes.timersDone.add(key);
}

/** Local midnight at the origin: daily quotas start anew, and what is "today" changes for every date comparison. */
export function scheduleNextDay(context: DecisionContext): void {
  const { origin } = context.state;
  setTimer(context, 'day-begins', origin, endOfLocalDay(localDateAt(context.at, origin), origin));
}

/** The next cut-off after the instant of the decision. */
export function scheduleCutOff(context: DecisionContext): void {
  const { origin, policy } = context.state;
  if (policy.cutOff === null) {
    cancelTimer(context, 'cut-off', origin);
    return;
  }
  const [hours = 0, minutes = 0] = policy.cutOff.split(':').map(Number);
  const cutOffOn = (day: string): Date =>
    new Date(startOfLocalDay(day, origin).getTime() + (hours * 60 + minutes) * 60_000);
  const today = localDateAt(context.at, origin);
  const next = [today, addDays(today, 1)].map(cutOffOn).find((instant) => instant > context.at);
  if (next) setTimer(context, 'cut-off', origin, next);
}

export function scheduleExpiry(context: DecisionContext, lot: Lot): void {
  if (lot.bestBefore === null) return;
  setTimer(context, 'lot-expires', lot.id, endOfLocalDay(lot.bestBefore, context.state.origin));
}

/** Need-by ends with the destination's local day. */
export function scheduleNeedBy(context: DecisionContext, line: Line): void {
  setTimer(context, 'need-by-passed', line.id, endOfLocalDay(line.needBy, line.deliverTo));
}

/** Last day on which goods of a line may leave, at the origin, by the terms that they are promised under. */
export function latestShipDate(state: MarketState, { needBy }: Line, under: Edition): string {
  return addDays(needBy, -state.termUnder(under).transitDays);
}

/** When that day begins, what is promised under an edition is bound at the latest. */
export function bindByUnder(state: MarketState, line: Line, under: Edition): Date {
  return startOfLocalDay(latestShipDate(state, line, under), state.origin);
}

/** When the first of a promise is bound at the latest; undefined once all of it has its lots. */
export function bindBy(state: MarketState, line: Line): Date | undefined {
  const unbound = line.takes.filter(({ quantity, allocated }) => allocated < quantity);
  return unbound.map((take) => bindByUnder(state, line, take)).reduce<Date | undefined>(earlier, undefined);
}

function earlier(one: Date | undefined, other: Date): Date {
  return one !== undefined && one < other ? one : other;
}

export function scheduleBindBy(context: DecisionContext, line: Line): void {
  const at = bindBy(context.state, line);
  if (at) setTimer(context, 'bind-by', line.id, at);
}

export function scheduleConfirmBy(context: DecisionContext, { id }: Allocation): void {
  setTimer(context, 'confirm-by', id, new Date(context.at.getTime() + CONFIRM_WITHIN_MS));
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
