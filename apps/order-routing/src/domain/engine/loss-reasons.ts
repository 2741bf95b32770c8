import type { DecisionContext } from '../ledger/decision-context.js';
import { setUnfilled, type Line } from '../ledger/line.js';
import type { AnyReason, StateReason } from '../ledger/reason.js';

/** Why stock that was promised once is no longer there. The engine cannot know it: it only sees that there is too little. */
const DISAPPEARED: ReadonlySet<string> = new Set(['CERTIFICATE_MISSING', 'LOT_HELD', 'PRODUCER_SUSPENDED']);

function isLossReason(reason: AnyReason): reason is StateReason {
  return reason.kind === 'state' && reason.heldNow !== true && DISAPPEARED.has(reason.code);
}

/**
 * The engine's reasons for what a line lacks, in which the part that disappeared keeps its own.
 *
 * @returns reasons that add up to what `found` adds up to
 */
export function withLossReasons(line: Line, found: readonly AnyReason[]): AnyReason[] {
  const kept: AnyReason[] = [];
  let left = total(found);
  for (const reason of line.unfilled.filter(isLossReason)) {
    const quantity = Math.min(reason.quantity, left);
    if (quantity > 0) kept.push({ ...reason, quantity });
    left -= quantity;
  }
  if (kept.length === 0) return [...found];
  return [...kept, ...cutTo(found, left)];
}

/** What was held for this cause is back: what is still missing has other reasons. */
export function clearLossReason(context: DecisionContext, code: StateReason['code']): void {
  const isCleared = (reason: AnyReason): boolean => isLossReason(reason) && reason.code === code;
  for (const line of context.state.lines.values()) {
    if (line.status !== 'open' || !line.unfilled.some(isCleared)) continue;
    const reasons = line.unfilled.map((reason) =>
      isLossReason(reason) && reason.code === code ? { ...reason, code: 'NO_SURPLUS' as const } : reason,
    );
    setUnfilled(context, line, reasons);
  }
}

/** Shortages first: it is among them that the engine counts what disappeared. */
function cutTo(reasons: readonly AnyReason[], quantity: number): AnyReason[] {
  let surplus = total(reasons) - quantity;
  const parts = reasons.map((reason) => reason.quantity);
  const order = reasons.map((_, index) => index).sort((a, b) => rank(reasons[a]) - rank(reasons[b]) || a - b);
  for (const index of order) {
    const cut = Math.min(surplus, parts[index] ?? 0);
    parts[index] = (parts[index] ?? 0) - cut;
    surplus -= cut;
  }
  return reasons.flatMap((reason, index) => {
    const part = parts[index] ?? 0;
    return part === 0 ? [] : [{ ...reason, quantity: part, gain: Math.min(reason.gain, part) }];
  });
}

function rank(reason: AnyReason | undefined): number {
  return reason?.code === 'NO_SURPLUS' ? 0 : reason?.code === 'CERTIFICATE_MISSING' ? 1 : 2;
}

function total(reasons: readonly AnyReason[]): number {
  return reasons.reduce((sum, { quantity }) => sum + quantity, 0);
}
