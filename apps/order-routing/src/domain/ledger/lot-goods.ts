import { largestRemainder } from '#kernel/largest-remainder.js';
import type { Allocation } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import { isProducerSuspended, isWhole, newLot } from './lot.js';
import type { Contribution, DeclaredLot, Lot, LotChunk } from './lot.js';
import { nowOf } from './merged.js';
import { scheduleExpiry } from './timers.js';
import type { Writable } from './writable.js';

/** Where goods of a lot are. */
type Place = 'free' | 'held' | 'offered' | 'confirmed' | 'inTransit' | 'delivered' | 'withdrawn' | 'writtenOff';
/** Where a contributor's goods lie that no allocation has taken. */
type Shelf = 'free' | 'held' | 'barred';
/** Goods that lie on a shelf of some of a lot's contributors; there may be less. */
interface OnShelf {
  readonly shelf: Shelf;
  readonly quantity: number;
  readonly parts: readonly Contribution[];
}
/** Why goods that have not left are written off. */
type LossCause = 'expired' | 'spoiled' | 'recalled';

/**
 * Takes in a chunk of a declaration; with the last one all of it is free.
 *
 * @returns the lot, whole or not
 */
export function addChunk(
  context: DecisionContext,
  declared: DeclaredLot,
  { number, heldFor, contributions }: LotChunk,
): Lot {
  const { lots } = context.state;
  const lot: Writable<Lot> = lots.get(declared.id) ?? newLot(declared);
  const parts = contributions.map(({ producerId, declared: given, certificates }) => {
    return { producerId, declared: given, certificates, free: given, held: 0, barred: 0 };
  });
  lot.contributions = [...lot.contributions, ...parts];
  lot.received = number;
  lot.suspended = [...new Set([...lot.suspended, ...heldFor])].sort();
  lots.set(lot.id, lot);
  markShelves(context, lot);
  if (isWhole(lot)) {
    lot.free = lot.declared;
    scheduleExpiry(context, lot);
    if (lot.suspended.length > 0) sortShelves(context, lot);
  }
  return lot;
}

/**
 * Gives goods back to their producers, from each of `parts` in proportion to what it has on the shelf.
 *
 * @returns how much of `quantity` was there, which is gone now
 */
export function withdrawFrom(context: DecisionContext, lot: Lot, wanted: OnShelf): number {
  const taken = takeOffShelf(context, lot, wanted);
  move(context, lot, [placeOf(wanted.shelf), 'withdrawn'], taken);
  return taken;
}

/** Like `withdrawFrom`, for goods that are lost. */
export function writeOffFrom(
  context: DecisionContext,
  lot: Lot,
  lost: Omit<OnShelf, 'parts'>,
  cause: LossCause,
): number {
  const taken = takeOffShelf(context, lot, { ...lost, parts: lot.contributions });
  move(context, lot, [placeOf(lost.shelf), 'writtenOff'], taken);
  const own: Writable<Lot> = lot;
  own[cause] += taken;
  return taken;
}

/** Goods of an allocation leave the free shelf of its contributors. */
export function bindGoods(
  context: DecisionContext,
  lot: Lot,
  to: 'offered' | 'confirmed',
  { id, quantity, shares }: Allocation,
): void {
  for (const [part, share] of partsOf(lot, id, shares)) {
    if (part.free < share) throw new Error(`Allocation ${id} takes more than ${part.producerId} gave.`);
    part.free -= share;
  }
  markShelves(context, lot);
  move(context, lot, ['free', to], quantity);
}

/** Goods of an allocation that has not left go back to its contributors: to be sold, or held until they release them. */
export function unbindGoods(
  context: DecisionContext,
  lot: Lot,
  { id, status, shares }: Allocation,
  to: 'free' | 'held',
): void {
  if (status !== 'offered' && status !== 'confirmed') {
    throw new Error(`Allocation ${id} is ${status}: its goods cannot be given back.`);
  }
  for (const [part, share] of partsOf(lot, id, shares)) {
    const shelf = to === 'free' ? shelfFor(lot, part.producerId) : to;
    part[shelf] += share;
    move(context, lot, [status, placeOf(shelf)], share);
  }
  // Goods that come back after their last day are written off as those that lay there were.
  if (context.state.timers.get('lot-expires', lot.id) === undefined) scheduleExpiry(context, lot);
  markShelves(context, lot);
}

/** Goods that are bound go one step on. */
export function moveBound(
  context: DecisionContext,
  lot: Lot,
  step: readonly ['offered', 'confirmed'] | readonly ['confirmed', 'inTransit'],
  quantity: number,
): void {
  move(context, lot, step, quantity);
}

/** Goods have arrived; what of them is damaged or missing is written off. */
export function deliverGoods(context: DecisionContext, lot: Lot, accepted: number, lost: number): void {
  move(context, lot, ['inTransit', 'delivered'], accepted);
  move(context, lot, ['inTransit', 'writtenOff'], lost);
}

/** A receipt was corrected: more of what left was accepted, or less. */
export function recountDelivered(context: DecisionContext, lot: Lot, more: number): void {
  move(context, lot, ['writtenOff', 'delivered'], more);
}

/** What is held for its quality or for its producer is kept out of sale. */
export function setHold(context: DecisionContext, lot: Lot, hold: Partial<Pick<Lot, 'onHold' | 'suspended'>>): void {
  Object.assign(lot, hold);
  sortShelves(context, lot);
}

/** What was refused or has lapsed is for sale again. */
export function releaseHeld(context: DecisionContext, lot: Lot): void {
  for (const part of lot.contributions) movePart(context, lot, part, ['held', 'free']);
  sortShelves(context, lot);
}

export function setCertificates({ changes }: DecisionContext, lot: Lot, certificates: Lot['certificates']): void {
  const own: Writable<Lot> = lot;
  own.certificates = certificates;
  changes.lots.add(lot.id);
}

/** What the goods of one contributor hold by themselves; who is not in the lot has nothing there. */
export function setPartCertificates(
  context: DecisionContext,
  lot: Lot,
  { producerId, certificates }: Pick<Contribution, 'producerId' | 'certificates'>,
): void {
  const who = nowOf(context.state, producerId);
  for (const part of lot.contributions) {
    if (part.producerId !== who) continue;
    const own: Writable<Contribution> = part;
    own.certificates = certificates;
    markShelves(context, lot);
  }
}

/** Supposes that a lot had been declared with another price or other days; for a what-if alone. */
export function supposeDeclared(
  { changes }: DecisionContext,
  lot: Lot,
  declared: Partial<Pick<Lot, 'floorPrice' | 'bestBefore' | 'producedOn'>>,
): void {
  Object.assign(lot, declared);
  changes.lots.add(lot.id);
}

/** One more run has judged what of it is unsold. */
export function countRun({ changes }: DecisionContext, lot: Lot): void {
  const own: Writable<Lot> = lot;
  own.runs += 1;
  changes.lots.add(lot.id);
}

/** The only writer of a lot's counters beside the first of them, `free` of a new lot. */
function move({ changes }: DecisionContext, lot: Lot, [from, to]: readonly [Place, Place], quantity: number): void {
  const own: Writable<Lot> = lot;
  own[from] -= quantity;
  own[to] += quantity;
  changes.lots.add(lot.id);
}

/** Puts every part where the lot's holds want it: free, or barred. */
function sortShelves(context: DecisionContext, lot: Lot): void {
  for (const part of lot.contributions) {
    const barred = shelfFor(lot, part.producerId) === 'barred';
    if (barred) movePart(context, lot, part, ['free', 'barred']);
    else movePart(context, lot, part, ['barred', 'free']);
  }
}

function movePart(context: DecisionContext, lot: Lot, part: Contribution, [from, to]: readonly [Shelf, Shelf]): void {
  const own: Writable<Contribution> = part;
  const moved = own[from];
  own[from] = 0;
  own[to] += moved;
  move(context, lot, [placeOf(from), placeOf(to)], moved);
  markShelves(context, lot);
}

function takeOffShelf(context: DecisionContext, lot: Lot, { shelf, quantity, parts }: OnShelf): number {
  const there = parts.map((part) => part[shelf]);
  const sum = there.reduce((total, each) => total + each, 0);
  const taken = Math.min(quantity, sum);
  const each = largestRemainder(taken, taken === 0 ? there.map(() => 0) : there);
  parts.forEach((part: Writable<Contribution>, index) => (part[shelf] -= each[index] ?? 0));
  markShelves(context, lot);
  return taken;
}

/** The parts that an allocation has its goods from. */
function partsOf(
  lot: Lot,
  allocationId: string,
  shares: Allocation['shares'],
): (readonly [Writable<Contribution>, number])[] {
  const parts = new Map(lot.contributions.map((part) => [part.producerId, part]));
  return shares.map(({ producerId, quantity }) => {
    const part = parts.get(producerId);
    if (!part) throw new Error(`Allocation ${allocationId} names ${producerId}, who gave nothing to the lot.`);
    return [part, quantity];
  });
}

/** Of goods that are for sale. */
function shelfFor(lot: Lot, producerId: string): 'free' | 'barred' {
  return lot.onHold || isProducerSuspended(lot, producerId) ? 'barred' : 'free';
}

function placeOf(shelf: Shelf): 'free' | 'held' {
  return shelf === 'free' ? 'free' : 'held';
}

function markShelves({ changes }: DecisionContext, lot: Lot): void {
  changes.lots.add(lot.id);
  changes.contributions.add(lot.id);
}
