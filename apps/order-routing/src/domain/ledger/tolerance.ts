import { loadTolerance } from '#kernel/load-tolerance.js';
import type { Allocation } from './allocation.js';
import type { Lot } from './lot.js';

/** Of goods in whole sacks, in hundredths of a percent: the legal tolerance of one pack of 15 to 50 kg. */
const PACK = 100;

/**
 * How much of a load may be missing or damaged and the load still count as received. Sacks are counted: of one that did not
 * come, only what the terms say is not missed. What was accepted is paid, to the gram. Source: docs/rules.md
 *
 * @param sacks that came; null: nobody counted them
 */
export function toleratedLoss(
  { quantity, loadTolerance: said }: Pick<Allocation, 'quantity' | 'loadTolerance'>,
  { unit, sack }: Pick<Lot, 'unit' | 'sack'>,
  sacks: number | null,
): number {
  const of = (hundredths: number): number => Number((BigInt(quantity) * BigInt(hundredths)) / 10_000n);
  if (sack === 1) return of(loadTolerance({ loadTolerance: said }, unit));
  if (sacks !== null && sacks * sack < quantity) return of(said ?? 0);
  return of(Math.max(unit === 'GRAM' ? PACK : 0, said ?? 0));
}

/** Whether so many sacks can weigh as much: no pack is heavier than its tolerance lets it be. */
export function fitsInSacks(counted: number, sacks: number, { sack }: Pick<Lot, 'sack'>): boolean {
  const most = BigInt(sacks) * BigInt(sack);
  return BigInt(counted) <= most + (most * BigInt(PACK)) / 10_000n;
}
