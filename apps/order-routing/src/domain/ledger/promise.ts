import { localDateAt } from '#kernel/local-date.js';
import { shared } from '#kernel/shared.js';
import { stepAllocation, type Allocation } from './allocation.js';
import { hasEnded } from './in-force.js';
import type { DecisionContext } from './decision-context.js';
import {
  addAllocated,
  growPromise,
  setLineStatus,
  openQuantity,
  setUnfilled,
  shrinkPromise,
  waive,
  type Line,
} from './line.js';
import { unbindGoods } from './lot-goods.js';
import { updateOrderStatus } from './order.js';
import { isUnder, unboundUnder, withoutTakes, type QuotaTake } from './promise-parts.js';
import { giveBackQuota, spendQuota } from './quota-cell.js';
import { stateReason, withReason, type StateReason } from './reason.js';
import type { Edition } from './term.js';
import { cancelTimer, scheduleBindBy } from './timers.js';

/** Promises more under the present edition of a terms row, and spends the quota there. */
export function raisePromise(context: DecisionContext, line: Line, termId: string | null, quantity: number): void {
  if (termId === null) throw new Error(`Line ${line.id} was promised ${String(quantity)} under no terms row.`);
  const { state, at } = context;
  const term = state.term(termId);
  const period = spendQuota(context, term, quantity);
  const day = shared(localDateAt(at, state.origin));
  growPromise(context, line, { termId, edition: term.edition, period, day, quantity, allocated: 0 });
  scheduleBindBy(context, line);
}

/**
 * Promises more under an edition that may have been followed by others: goods that are there already were sold by it. The
 * quota is today's.
 */
export function raiseUnder(context: DecisionContext, line: Line, { termId, edition }: Edition, quantity: number): void {
  const { state, at } = context;
  const period = spendQuota(context, state.term(termId), quantity);
  const day = shared(localDateAt(at, state.origin));
  growPromise(context, line, { termId, edition, period, day, quantity, allocated: 0 });
}

/** Takes of a promise that one edition, or one agreement, stands for. */
type Some = (take: QuotaTake) => boolean;
const ALL: Some = () => true;

/**
 * Takes `quantity` of a promise back, which nothing is allocated to; the quota returns to the cells it came from.
 *
 * @param of what of the promise it is taken from
 */
export function reducePromise(
  context: DecisionContext,
  line: Line,
  quantity: number,
  { code, of = ALL }: { readonly code: StateReason['code']; readonly of?: Some },
): void {
  if (quantity === 0) return;
  const { kept, givenBack } = withoutTakes(line.takes, quantity, of);
  for (const take of givenBack) giveBackQuota(context, take, take.quantity);
  shrinkPromise(context, line, quantity, kept);
  setUnfilled(context, line, withReason(line.unfilled, code, quantity));
  if (line.promised === line.allocated) cancelTimer(context, 'bind-by', line.id);
}

/** Takes back all that has no lots yet. */
export function reduceUnbound(
  context: DecisionContext,
  line: Line,
  { code, of = ALL }: { readonly code: StateReason['code']; readonly of?: Some },
): void {
  const unbound = line.takes.filter(of).reduce((sum, take) => sum + take.quantity - take.allocated, 0);
  reducePromise(context, line, unbound, { code, of });
}

/**
 * What of a line is not dispatched goes back: goods to their lots, the promise, its quota.
 *
 * @param under only what is promised under these terms rows
 */
export function releaseUndispatched(
  context: DecisionContext,
  line: Line,
  { code, under = () => true }: { readonly code: StateReason['code']; readonly under?: (termId: string) => boolean },
): void {
  for (const allocation of context.state.allocations.values()) {
    // What is at sea finishes under the terms that it left with.
    if (allocation.lineId !== line.id || allocation.status === 'dispatched') continue;
    if (under(allocation.termId)) giveBack(context, allocation, 'released');
  }
  reduceUnbound(context, line, { code, of: (take) => under(take.termId) });
}

/** Closes a line: a cancelled one gives everything back, an expired one keeps what has its lots until it is cancelled. */
export function closeLine(context: DecisionContext, line: Line, status: 'cancelled' | 'expired'): void {
  if (!canClose(line, status)) return;
  const code = status === 'cancelled' ? 'CANCELLED' : 'NEED_BY_PASSED';
  const late = line.status === 'expired' ? openQuantity(line) : 0;
  if (status === 'cancelled') releaseUndispatched(context, line, { code });
  else reduceUnbound(context, line, { code });
  setLineStatus(context, line, status);
  const parts = [
    stateReason('NEED_BY_PASSED', late),
    stateReason(code, openQuantity(line) - late),
    stateReason('LOST_IN_TRANSIT', line.waived),
  ];
  setUnfilled(
    context,
    line,
    parts.filter(({ quantity }) => quantity > 0),
  );
  cancelTimer(context, 'need-by-passed', line.id);
  cancelTimer(context, 'bind-by', line.id);
  updateOrderStatus(context, line.orderId);
}

/**
 * Takes an allocation that has not left apart: `released` goods are for sale again, those that their producer refused or
 * did not answer for are held. The promise stands and is bound again, while its need-by lasts.
 */
export function unbindAllocation(
  context: DecisionContext,
  allocation: Allocation,
  to: 'released' | 'refused' | 'lapsed',
): void {
  giveBack(context, allocation, to);
  if (to !== 'released') rememberRefusal(context, allocation);
  bindAgain(context, context.state.line(allocation.lineId));
  updateOrderStatus(context, allocation.orderId);
}

/** What was lost on its way within a tolerance is not sent again, and its quota is free. */
export function waiveLost(context: DecisionContext, line: Line, under: Edition, lost: number): void {
  if (lost === 0) return;
  waive(context, line, lost);
  reducePromise(context, line, lost, { code: 'LOST_IN_TRANSIT', of: (take) => isUnder(take, under) });
}

/**
 * In the place of goods that did not come whole packages alone can be sent: what of the promise fills none is given up.
 *
 * @param most that came, or did not come: promises from before there were packages keep what is beside that
 */
export function giveUpBroken(
  context: DecisionContext,
  line: Line,
  under: Edition,
  { most, sack }: { readonly most: number; readonly sack: number },
): void {
  const broken = Math.min(most, unboundUnder(line.takes, under) % sack);
  reducePromise(context, line, broken, { code: 'LOST_IN_TRANSIT', of: (take) => isUnder(take, under) });
}

/**
 * What a line lost of its lots is bound again; past its need-by, or the end of its agreement, it waits for no other goods,
 * and is no longer promised.
 */
export function bindAgain(context: DecisionContext, line: Line): void {
  const { state, at } = context;
  const code = line.status === 'cancelled' ? 'CANCELLED' : 'NEED_BY_PASSED';
  if (line.status !== 'open') reduceUnbound(context, line, { code });
  const isOver = ({ termId }: Edition): boolean => {
    const agreement = state.agreements.get(state.term(termId).agreementId);
    return agreement !== undefined && hasEnded(agreement, at);
  };
  reduceUnbound(context, line, { code: 'AGREEMENT_NOT_IN_FORCE', of: isOver });
  scheduleBindBy(context, line);
}

function rememberRefusal({ state }: DecisionContext, { lineId, lotId }: Allocation): void {
  const sellers = new Set(state.refusals.get(lineId)).add(state.lot(lotId).sellerId);
  state.refusals.set(lineId, [...sellers].sort());
}

const STEPS = { released: 'release', refused: 'refuse', lapsed: 'lapse' } as const;

/** Goods that have not left go back; what they were bound for is for its caller to say. */
export function giveBack(
  context: DecisionContext,
  allocation: Allocation,
  to: 'released' | 'refused' | 'lapsed',
): void {
  const { state } = context;
  unbindGoods(context, state.lot(allocation.lotId), allocation, to === 'released' ? 'free' : 'held');
  addAllocated(context, state.line(allocation.lineId), allocation, -allocation.quantity);
  cancelTimer(context, 'confirm-by', allocation.id);
  stepAllocation(context, allocation, STEPS[to], to);
}

/** What came late may still be sent back by a cancellation, as long as it has not left. */
function canClose(line: Line, status: 'cancelled' | 'expired'): boolean {
  return line.status === 'open' || (status === 'cancelled' && line.status === 'expired' && line.allocated > 0);
}
