import { contributionsHash } from '#kernel/contributions-hash.js';
import { heldByBoth } from '#kernel/held-by-both.js';
import type { DecisionContext } from './decision-context.js';
import { isWhole, type Contribution, type Lot } from './lot.js';
import type { Merge } from './merged.js';
import type { Writable } from './writable.js';

/**
 * A lot of a producer that was registered twice: what the duplicate sells or gave is the other's. No goods move, so its
 * balance is not told anew; a lot that has not come whole is announced as it is, and follows when it has.
 */
export function giveLot(context: DecisionContext, lot: Lot, { duplicateId, keepId }: Omit<Merge, 'mergeId'>): void {
  if (!isWhole(lot)) return;
  const own: Writable<Lot> = lot;
  if (lot.sellerId === duplicateId) own.sellerId = keepId;
  if (lot.suspended.includes(duplicateId)) {
    own.suspended = [...new Set(lot.suspended.map((id) => (id === duplicateId ? keepId : id)))].sort();
  }
  const part: Writable<Contribution> | undefined = partOf(lot, duplicateId);
  if (!part) return;
  const kept = partOf(lot, keepId);
  if (kept) addUp(context, own, part, kept);
  else part.producerId = keepId;
  own.contributionsHash = contributionsHash(
    lot.contributions.map(({ producerId, declared }) => ({ producerId, quantity: declared })),
  );
}

function addUp(
  { changes }: DecisionContext,
  lot: Writable<Lot>,
  part: Contribution,
  kept: Writable<Contribution>,
): void {
  kept.certificates = certificatesOf(lot, part, kept);
  for (const figure of ['declared', 'free', 'held', 'barred'] as const) kept[figure] += part[figure];
  lot.contributions = lot.contributions.filter((other) => other !== part);
  lot.contributionsCount = lot.contributions.length;
  changes.contributions.add(lot.id);
  changes.shortened.add(lot.id);
}

/** One household has what it was certified for under either name; null: what the lot holds. */
function certificatesOf(lot: Lot, part: Contribution, kept: Contribution): Contribution['certificates'] {
  if (part.certificates === null && kept.certificates === null) return null;
  return heldByBoth(kept.certificates ?? lot.certificates, part.certificates ?? lot.certificates);
}

function partOf(lot: Lot, producerId: string): Contribution | undefined {
  return lot.contributions.find((part) => part.producerId === producerId);
}
