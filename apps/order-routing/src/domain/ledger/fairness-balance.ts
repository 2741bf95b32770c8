import type { DecisionContext } from './decision-context.js';
import type { Merge } from './merged.js';

/** `commodity producer` of a balance: units of one commodity are never added to another's. */
export function balanceKey(commodity: string, producerId: string): string {
  return `${commodity} ${producerId}`;
}

/** @param behind units that a run left the producer short of its fair part; negative: beyond it */
export function addToBalance({ state, changes }: DecisionContext, key: string, behind: number): void {
  state.fairnessBalances.set(key, (state.fairnessBalances.get(key) ?? 0) + behind);
  changes.fairnessBalances.add(key);
}

/** What two registrations of one producer are behind is what it is behind. */
export function giveBalances(context: DecisionContext, { duplicateId, keepId }: Merge): void {
  for (const [key, behind] of [...context.state.fairnessBalances]) {
    const { commodity, producerId } = splitBalanceKey(key);
    if (producerId !== duplicateId) continue;
    context.state.fairnessBalances.delete(key);
    context.changes.fairnessBalances.delete(key);
    addToBalance(context, balanceKey(commodity, keepId), behind);
  }
}

/** What a key was made of. A commodity's code has no space. */
export function splitBalanceKey(key: string): { commodity: string; producerId: string } {
  const space = key.indexOf(' ');
  return { commodity: key.slice(0, space), producerId: key.slice(space + 1) };
}
