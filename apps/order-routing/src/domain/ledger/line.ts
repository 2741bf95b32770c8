import type { Use } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { shared } from '#kernel/shared.js';
import type { Allocation } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import type { Order } from './order.js';
import { withAllocated, withTake, type QuotaTake } from './promise-parts.js';
import type { AnyReason } from './reason.js';
import type { Edition } from './term.js';
import type { Writable } from './writable.js';

/** What one of several small buyers orders within a line. */
export interface JointPart {
  readonly buyer: Order['buyer'];
  /** Base units. */
  readonly quantity: number;
}

/** One line of an order, in base units: wanted = promised + Σ unfilled; waived ≤ Σ unfilled; allocated ≤ promised. Only this file changes one. */
export interface Line {
  readonly id: string;
  readonly orderId: string;
  /** Journal number of its order, then its place in the order: the order in which promises were made. */
  readonly journal: number;
  readonly position: number;
  readonly partner: string;
  readonly deliverTo: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly wanted: number;
  /** Rupiah a trade unit; null: any. */
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly minimum: number;
  readonly partial: boolean;
  /** What its buyer does with the goods. */
  readonly use: Use;
  /** Of a joint order: its buyers' parts, adding up to what is wanted; empty: one buyer. */
  readonly parts: readonly JointPart[];
  readonly promised: number;
  readonly allocated: number;
  /** Parts of what is allocated: on their way or further, and accepted by the partner. */
  readonly dispatched: number;
  readonly accepted: number;
  /** Lost on its way within a tolerance: its buyer waits for no other goods in its place. */
  readonly waived: number;
  /** The terms row that it was first promised under, of those that its promise stands on. */
  readonly termId: string | null;
  readonly takes: readonly QuotaTake[];
  readonly unfilled: readonly AnyReason[];
  readonly status: 'open' | 'cancelled' | 'expired';
  readonly version: number;
}

/** What an order asks for in a line. */
export type AskedLine = Pick<
  Line,
  | ('id' | 'orderId' | 'journal' | 'position' | 'partner' | 'deliverTo' | 'commodity' | 'unit' | 'wanted')
  | ('maxLandedPrice' | 'certificates' | 'needBy' | 'minLifeDays' | 'minimum' | 'partial' | 'use' | 'parts')
>;

/** Shared by all lines that have none. */
const NOTHING: readonly never[] = [];

/** A line of which nothing is promised yet. Named one by one: a spread object gets a hidden class of its own, a kilobyte each. */
export function newLine(asked: AskedLine): Line {
  return {
    id: asked.id,
    orderId: asked.orderId,
    journal: asked.journal,
    position: asked.position,
    partner: asked.partner,
    deliverTo: asked.deliverTo,
    commodity: asked.commodity,
    unit: asked.unit,
    wanted: asked.wanted,
    maxLandedPrice: asked.maxLandedPrice,
    certificates: shared(asked.certificates),
    needBy: asked.needBy,
    minLifeDays: asked.minLifeDays,
    minimum: asked.minimum,
    partial: asked.partial,
    use: asked.use,
    parts: shared(asked.parts),
    promised: 0,
    allocated: 0,
    dispatched: 0,
    accepted: 0,
    waived: 0,
    termId: null,
    takes: NOTHING,
    unfilled: NOTHING,
    status: 'open',
    version: 0,
  };
}

/** Base units that its buyer still waits for a promise of. */
export function openQuantity({ wanted, promised, waived }: Pick<Line, 'wanted' | 'promised' | 'waived'>): number {
  return wanted - promised - waived;
}

export function addLine({ state, changes }: DecisionContext, line: Line): void {
  state.lines.set(line.id, line);
  changes.lines.add(line.id);
}

/** Its promise grew by what was taken. */
export function growPromise(context: DecisionContext, line: Line, taken: QuotaTake): void {
  const own = writable(context, line);
  own.takes = withTake(line.takes, taken);
  own.termId = shared(own.takes[0]?.termId ?? null);
  own.promised += taken.quantity;
}

/** Its promise shrank to what is still taken; a line that is promised nothing stands on no row. */
export function shrinkPromise(
  context: DecisionContext,
  line: Line,
  quantity: number,
  kept: readonly QuotaTake[],
): void {
  const own = writable(context, line);
  own.takes = kept;
  own.promised -= quantity;
  own.termId = shared(kept[0]?.termId ?? null);
  context.changes.reduced.add(line.id);
}

/** @param quantity promised under that edition that got its lot; negative: that lost it */
export function addAllocated(context: DecisionContext, line: Line, under: Edition, quantity: number): void {
  const own = writable(context, line);
  own.takes = withAllocated(line.takes, under, quantity);
  own.allocated += quantity;
}

export function addDispatched(context: DecisionContext, line: Line, quantity: number): void {
  writable(context, line).dispatched += quantity;
}

/** The partner has counted: what is lost is neither allocated nor under way any more. */
export function receiveGoods(context: DecisionContext, line: Line, allocation: Allocation, lost: number): void {
  const own = writable(context, line);
  own.dispatched -= lost;
  own.accepted += allocation.accepted;
  addAllocated(context, line, allocation, -lost);
}

/** A receipt was corrected: so much more of an allocation was accepted, or less. */
export function recountGoods(context: DecisionContext, line: Line, allocation: Allocation, more: number): void {
  const own = writable(context, line);
  own.dispatched += more;
  own.accepted += more;
  addAllocated(context, line, allocation, more);
}

/** What was lost is not sent again: the line is as good as received. Negative: it was not lost, or is missed after all. */
export function waive(context: DecisionContext, line: Line, quantity: number): void {
  writable(context, line).waived += quantity;
}

/** Says why not more is promised; nothing is changed where that is known. */
export function setUnfilled(context: DecisionContext, line: Line, reasons: readonly AnyReason[]): void {
  if (JSON.stringify(line.unfilled) === JSON.stringify(reasons)) return;
  writable(context, line).unfilled = shared(reasons);
}

/** What of a wish may be supposed to be another one. */
export type Wish = Pick<
  Line,
  'wanted' | 'maxLandedPrice' | 'certificates' | 'needBy' | 'minLifeDays' | 'minimum' | 'partial' | 'use'
>;

/** Supposes that its buyer had asked for something else, of which no less than what is promised; for a what-if alone. */
export function supposeWish(context: DecisionContext, line: Line, wish: Partial<Wish>): void {
  Object.assign(writable(context, line), wish);
  if (openQuantity(line) === 0) setUnfilled(context, line, []);
}

export function setLineStatus(context: DecisionContext, line: Line, status: Line['status']): void {
  writable(context, line).status = status;
}

function writable({ changes }: DecisionContext, line: Line): Writable<Line> {
  changes.lines.add(line.id);
  return line;
}
