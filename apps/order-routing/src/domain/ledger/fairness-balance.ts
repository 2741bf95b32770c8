import type { DecisionContext } from './decision-context.js';

/** `commodity producer` of a balance: units of one commodity are never added to another's. */
export function balanceKey(commodity: string, producerId: string): string {
  return `${commodity} ${producerId}`;
}

/** @param behind units that a run left the producer short of its fair part; negative: beyond it */
export function addToBalance({ state, changes }: DecisionContext, key: string, behind: number): void {
  state.fairnessBalances.set(key, (state.fairnessBalances.get(key) ?? 0) + behind);
  changes.fairnessBalances.add(key);
}

/** What a key was made of. A commodity's code has no space. */
export function splitBalanceKey(key: string): { commodity: string; producerId: string } {
  const space = key.indexOf(' ');
  return { commodity: key.slice(0, space), producerId: key.slice(space + 1) };
}
