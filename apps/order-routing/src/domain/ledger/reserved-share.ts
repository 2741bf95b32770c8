import { localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { DecisionContext } from './decision-context.js';
import type { MarketState } from './market-state.js';
import type { Term } from './term.js';
import { cancelTimer, setTimer } from './timers.js';

const HOUR_MS = 3_600_000;

/**
 * A reserved share: part of each day's surplus is kept back for a partner until the release hour of the origin's day, so
 * that a faster interface does not always win. What the partner is promised in the day draws on it first.
 *
 * @returns base units still kept back at `at`; 0 from the release hour on
 */
export function shareLeft(state: MarketState, term: Term, at: Date): number {
  if (term.reserved === 0 || at >= releaseOf(state, term, at)) return 0;
  const day = localDateAt(at, state.origin);
  let drawn = 0;
  for (const { takes } of state.lines.values()) {
    for (const take of takes) if (take.termId === term.id && take.day === day) drawn += take.quantity;
  }
  return Math.max(0, term.reserved - drawn);
}

/** At the release hour the backlog is looked at again: others are promised from what the partner left. */
export function scheduleShareRelease(context: DecisionContext, term: Term): void {
  const release = releaseOf(context.state, term, context.at);
  if (term.reserved > 0 && !term.removed && release > context.at) {
    setTimer(context, 'share-released', term.id, release);
  } else {
    cancelTimer(context, 'share-released', term.id);
  }
}

/** Each day has its shares. */
export function scheduleShareReleases(context: DecisionContext): void {
  for (const term of context.state.terms.values()) if (term.reserved > 0) scheduleShareRelease(context, term);
}

function releaseOf(state: MarketState, term: Term, at: Date): Date {
  const midnight = startOfLocalDay(localDateAt(at, state.origin), state.origin);
  return new Date(midnight.getTime() + term.releaseHour * HOUR_MS);
}
