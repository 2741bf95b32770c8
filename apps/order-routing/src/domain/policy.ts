import { addDays, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { Decision } from './changes.js';
import { dropDue, scheduleDue } from './dues.js';
import type { OfficePolicy } from './office-policy.js';

export function changePolicy(decision: Decision, policy: OfficePolicy): void {
  decision.state.policy = policy;
  decision.changes.policy = true;
  scheduleCutOff(decision);
}

/** The next cut-off after the instant of the decision. */
export function scheduleCutOff({ state, changes, at }: Decision): void {
  const { cutOff } = state.policy;
  if (cutOff === null) {
    dropDue(state, changes, 'cut-off', state.origin);
    return;
  }
  const today = localDateAt(at, state.origin);
  const [next] = [today, addDays(today, 1)]
    .map((day) => instantOf(day, cutOff, state.origin))
    .filter((instant) => instant > at);
  if (next) scheduleDue(state, changes, { at: next, kind: 'cut-off', subject: state.origin });
}

function instantOf(day: string, time: string, region: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfLocalDay(day, region).getTime() + (hours * 60 + minutes) * 60_000);
}
