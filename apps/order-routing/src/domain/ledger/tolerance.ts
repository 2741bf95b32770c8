import type { Allocation } from './allocation.js';
import type { Lot } from './lot.js';

/** Of a load of goods that are weighed, in thousandths: every scale differs a little. */
const LOAD_PER_MILLE = 5;
/** Of goods in whole sacks, in thousandths: the legal tolerance of one pack of 15 to 50 kg. */
const PACK_PER_MILLE = 10;

/**
 * How much of a load may be missing or damaged and the load still count as received: nothing of what is counted in pairs or
 * pieces. What was accepted is paid, to the gram. Source: docs/rules.md
 */
export function toleratedLoss({ quantity }: Pick<Allocation, 'quantity'>, { unit, sack }: Lot): number {
  if (unit !== 'GRAM') return 0;
  return Math.floor((quantity * (sack > 1 ? PACK_PER_MILLE : LOAD_PER_MILLE)) / 1_000);
}
