import type { Lot } from './data.js';

/** Before routing has told of a lot: nothing is known of where its goods are. Base units. */
export const NOTHING_YET = { free: 0, held: 0, offered: 0, confirmed: 0, inTransit: 0, delivered: 0 };

/** What is bound for buyers and has not left. Base units. */
export function boundOf({ balance }: Pick<Lot, 'balance'>): number {
  const { offered, confirmed } = balance ?? NOTHING_YET;
  return offered + confirmed;
}

/** What has a buyer, wherever it is by now. Base units. */
export function soldOf({ balance }: Pick<Lot, 'balance'>): number {
  const { offered, confirmed, inTransit, delivered } = balance ?? NOTHING_YET;
  return offered + confirmed + inTransit + delivered;
}

/** Whether nothing is in store any more: such a lot no longer changes. */
export function isGone(lot: Pick<Lot, 'balance'>): boolean {
  if (!lot.balance) return false;
  return lot.balance.free + lot.balance.held + boundOf(lot) === 0;
}
