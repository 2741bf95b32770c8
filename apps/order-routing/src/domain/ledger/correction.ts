import { setReceipt, stepAllocation, type Allocation, type Counted } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import { openQuantity, recountGoods, setUnfilled, waive, type Line } from './line.js';
import { recountDelivered } from './lot-goods.js';
import type { MarketState } from './market-state.js';
import { bindAgain, giveBack, giveUpBroken, raiseUnder, waiveLost } from './promise.js';
import { isUnder, unboundUnder } from './promise-parts.js';
import { stateReason, type AnyReason } from './reason.js';
import { toleratedLoss } from './tolerance.js';

/** What a receipt says of an allocation. */
export type Figures = Counted;

/** What a corrected receipt said, and says now. */
export interface Correction {
  readonly shipmentId: string;
  readonly by: string;
  readonly reason: string;
  readonly moisture: { readonly before: number | null; readonly after: number | null };
  readonly items: readonly {
    readonly allocationId: string;
    readonly before: Figures;
    readonly after: Figures;
    /** Events that have told what it earns whom, this correction's with them. */
    readonly told: number;
  }[];
}

/** How long after a receipt its figures may be corrected: docs/decisions/0045-corrections.md. */
export const CORRECTABLE_MS = 72 * 3_600_000;

/** So much more was accepted of an allocation; negative: less. */
export function moreAccepted({ accepted }: Allocation, after: Figures): number {
  return after.accepted - accepted;
}

/**
 * Where more of a line's goods were accepted, its promise has to hold them: it stands there still, bound anew or not; or
 * what was taken back of it is promised again.
 *
 * @param more accepted of goods under the edition of `allocation`, > 0
 * @returns what of it has to be promised again
 */
export function lackingPromise(state: MarketState, line: Line, allocation: Allocation, more: number): number {
  const rebound = reboundUnder(state, line, allocation).reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, more - unboundUnder(line.takes, allocation) - rebound);
}

/** Goods that take the place of what was lost, and have not left. */
function reboundUnder(state: MarketState, line: Line, under: Allocation): Allocation[] {
  return [...state.allocations.values()].filter(
    (other) => other.lineId === line.id && other.status !== 'dispatched' && isUnder(other, under),
  );
}

/** Counts an allocation anew, with all that follows: its lot, its line, its promise and what the buyer waits for. */
export function recount(context: DecisionContext, allocation: Allocation, after: Figures): void {
  const { state } = context;
  const [line, lot] = [state.line(allocation.lineId), state.lot(allocation.lotId)];
  const more = moreAccepted(allocation, after);
  if (more > 0) makeRoom(context, line, allocation, more);
  recountDelivered(context, lot, more);
  recountGoods(context, line, allocation, more);
  const waivedOf = ({ accepted, sacks = null }: Figures): number => {
    const lost = allocation.quantity - accepted;
    return lost <= toleratedLoss(allocation, lot, sacks) ? lost : 0;
  };
  const waived = waivedOf(after) - waivedOf(allocation);
  if (waived > 0) waiveMore(context, line, allocation, { lost: waived, sack: lot.sack });
  unwaive(context, line, -waived);
  giveUpBroken(context, line, allocation, { most: allocation.quantity, sack: lot.sack });
  setReceipt(allocation, after);
  stepAllocation(context, allocation, 'correct', statusOf(allocation));
  explain(context, line);
  bindAgain(context, line);
}

/** What filled no package was given up before it was known to be within the tolerance: of that nothing is open, either. */
function waiveMore(
  context: DecisionContext,
  line: Line,
  allocation: Allocation,
  { lost, sack }: { readonly lost: number; readonly sack: number },
): void {
  const promised = Math.min(lost, unboundUnder(line.takes, allocation));
  waiveLost(context, line, allocation, promised);
  const broken = Math.min(lost - promised, openQuantity(line), sack - 1);
  if (broken > 0) waive(context, line, broken);
}

function statusOf({ quantity, accepted }: Allocation): 'accepted' | 'short' | 'refused-at-arrival' {
  if (accepted === quantity) return 'accepted';
  return accepted === 0 ? 'refused-at-arrival' : 'short';
}

/** What was bound in the place of goods that had come after all goes back; what was no longer promised is so again. */
function makeRoom(context: DecisionContext, line: Line, allocation: Allocation, more: number): void {
  for (const other of reboundUnder(context.state, line, allocation).reverse()) {
    if (unboundUnder(line.takes, allocation) >= more) break;
    giveBack(context, other, 'released');
  }
  const lacking = more - unboundUnder(line.takes, allocation);
  if (lacking > 0) raiseUnder(context, line, allocation, lacking);
}

/** @param quantity that was waived, and is not any more; what is promised again is waived no longer either */
function unwaive(context: DecisionContext, line: Line, quantity: number): void {
  const most = line.wanted - line.promised;
  const left = Math.min(line.waived - Math.max(0, quantity), most);
  if (left !== line.waived) waive(context, line, Math.max(0, left) - line.waived);
}

/** Reasons that add up to what is not promised now; of an open line the next look at the backlog says the rest. */
function explain(context: DecisionContext, line: Line): void {
  const code = { open: 'NO_SURPLUS', cancelled: 'CANCELLED', expired: 'NEED_BY_PASSED' } as const;
  let left = openQuantity(line);
  const reasons: AnyReason[] = [];
  for (const reason of line.unfilled.filter((each) => each.code !== 'LOST_IN_TRANSIT')) {
    const quantity = Math.min(reason.quantity, left);
    if (quantity > 0) reasons.push({ ...reason, quantity, gain: Math.min(reason.gain, quantity) });
    left -= quantity;
  }
  if (left > 0) reasons.push(stateReason(code[line.status], left));
  if (line.waived > 0) reasons.push(stateReason('LOST_IN_TRANSIT', line.waived));
  setUnfilled(context, line, reasons);
}
