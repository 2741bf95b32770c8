import type { Decision } from './changes.js';
import { scheduleBindBy } from './dues.js';
import type { HoldChange, LotAdjusted, Withdrawal } from './inputs.js';
import { inStore, sortOut, takeFrom } from './lot.js';
import { touchOrder } from './promising.js';
import { promiseOnlyBound, releaseAllocation } from './releasing.js';
import { spareOf } from './spare.js';
import type { Allocation, Line, Lot, MarketState } from './state.js';
import { forgetTold } from './told.js';

/** A producer takes back what no promise needs: what is held first, for nobody waits for it; then what is free and spare. */
export function withdraw(decision: Decision, { requestId, lotId, quantity: asked, producerId }: Withdrawal): void {
  const lot = openLot(decision.state, lotId);
  let granted = 0;
  if (lot) {
    const parts = lot.contributions.filter((part) => producerId === undefined || part.producerId === producerId);
    for (const where of ['held', 'barred'] as const) granted += takeFrom(lot, parts, where, asked - granted);
    const spare = granted < asked ? spareOf(decision, lot, asked - granted) : 0;
    granted += takeFrom(lot, parts, 'free', spare);
    lot.withdrawn += granted;
    touchLot(decision, lot);
  }
  decision.changes.lotRequests.push({ requestId, lotId, asked, granted });
}

/** Goods are spoiled or recalled, or lost a certificate: promises may have to follow (serve-again.ts). */
export function adjustLot(decision: Decision, adjusted: LotAdjusted): void {
  const { requestId, lotId, quantity: asked, certificates } = adjusted;
  const lot = openLot(decision.state, lotId);
  if (lot) {
    lot.certificates = certificates;
    for (const allocation of boundFrom(decision.state, lot)) {
      if (!fits(decision.state, allocation, lot)) unbind(decision, allocation);
    }
    touchLot(decision, lot);
  }
  if (adjusted.cause === 'CERTIFICATE_REVOKED') return;
  const granted = lot ? writeOff(decision, lot, asked, adjusted.cause === 'SPOILED' ? 'spoiled' : 'recalled') : 0;
  decision.changes.lotRequests.push({ requestId, lotId, asked, granted });
}

/** Nothing new is bound from it. What is bound stays with a lot on hold, and leaves with a producer who is suspended. */
export function holdLot(decision: Decision, { lotId, cause, producerId }: HoldChange): void {
  const lot = openLot(decision.state, lotId);
  if (!lot) return;
  if (cause === 'QUALITY') lot.onHold = true;
  else {
    const who = producerId ?? lot.sellerId;
    lot.suspended = [...new Set([...lot.suspended, who])].sort();
    for (const allocation of boundFrom(decision.state, lot)) {
      const concerned = who === lot.sellerId || allocation.shares.some((share) => share.producerId === who);
      if (concerned) unbind(decision, allocation);
    }
  }
  sortOut(lot);
  touchLot(decision, lot);
}

export function releaseLot(decision: Decision, { lotId, cause, producerId }: HoldChange): void {
  const lot = openLot(decision.state, lotId);
  if (!lot) return;
  if (cause === 'QUALITY') lot.onHold = false;
  else lot.suspended = lot.suspended.filter((id) => id !== (producerId ?? lot.sellerId));
  sortOut(lot);
  touchLot(decision, lot);
  forgetTold(decision, cause === 'QUALITY' ? 'LOT_HELD' : 'PRODUCER_SUSPENDED');
}

/** What lies there goes first, then what is bound, the latest promise first; what has left cannot be fetched back. */
function writeOff(decision: Decision, lot: Lot, asked: number, cause: 'spoiled' | 'recalled'): number {
  for (const allocation of boundFrom(decision.state, lot)) {
    if (lot.free + lot.held >= asked) break;
    unbind(decision, allocation);
  }
  let granted = 0;
  for (const where of ['held', 'barred', 'free'] as const) {
    granted += takeFrom(lot, lot.contributions, where, asked - granted);
  }
  lot.writtenOff += granted;
  lot[cause] += granted;
  return granted;
}

/** A lot of which something has not left yet; the others no longer change. */
function openLot(state: MarketState, id: string): Lot | undefined {
  const lot = state.lots.get(id);
  return lot && inStore(lot) > 0 ? lot : undefined;
}

/** Allocations of the lot that have not left, those of the latest promise first. */
function boundFrom(state: MarketState, lot: Lot): Allocation[] {
  return [...state.allocations.values()]
    .filter((allocation) => allocation.lotId === lot.id && allocation.status !== 'dispatched')
    .sort((a, b) => {
      const [one, other] = [lineOf(state, a), lineOf(state, b)];
      return other.journal - one.journal || other.position - one.position || (a.id < b.id ? -1 : 1);
    });
}

/** Whether the lot still holds what the line and its terms row ask for, on the day on which it is needed. */
function fits(state: MarketState, allocation: Allocation, lot: Lot): boolean {
  const line = lineOf(state, allocation);
  const asked = [...line.certificates, ...(state.terms.get(allocation.termId)?.certificates ?? [])];
  return asked.every((kind) =>
    lot.certificates.some((held) => held.kind === kind && (held.until === undefined || held.until >= line.needBy)),
  );
}

/** The goods are back in their lot; the promise stands and waits for other lots. */
function unbind(decision: Decision, allocation: Allocation): void {
  const line = lineOf(decision.state, allocation);
  releaseAllocation(decision, allocation);
  promiseOnlyBound(decision, line);
  scheduleBindBy(decision, line);
  touchOrder(decision, allocation.orderId);
}

function touchLot({ changes }: Decision, lot: Lot): void {
  changes.lots.add(lot.id);
  changes.contributions.add(lot.id);
}

function lineOf(state: MarketState, { id, lineId }: Allocation): Line {
  const line = state.lines.get(lineId);
  if (!line) throw new Error(`Allocation ${id} is for line ${lineId}, which is not here.`);
  return line;
}
