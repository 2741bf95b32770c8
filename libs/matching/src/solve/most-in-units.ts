import { PromisesNotServable } from '../format/faults.js';
import { openQuantity } from '../normalized/demands.js';
import { floorsOf, withFloorsPromised } from '../normalized/floors.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { chooseLines, EXACT_LINES, type FloorChoice } from './floor-search.js';
import { mostQuantity, type Pause } from './solve.js';

/** More records than these are not searched again for a question of "what if"; nor is one when the nodes are used up. */
const SEARCHED_RECORDS = 400;
const EACH_WORK = 1_000_000;
const ALL_WORK = 10_000_000;

/** The most that a changed market can place, in whole sacks and with least quantities kept. */
export type MostOf = (changed: NormalizedMarket) => number;

/** Whether "what if" is answered by searching the changed market anew; otherwise the same lines are served. */
export function isSearchedAgain({ lots, lines }: NormalizedMarket, { floors }: FloorChoice): boolean {
  return floors.size <= EXACT_LINES && lots.length + lines.length <= SEARCHED_RECORDS;
}

/** @param choice the lines that are served in the market as it is */
export function mostInUnits(normal: NormalizedMarket, choice: FloorChoice, pause: Pause): MostOf {
  if (choice.floors.size === 0) return (changed) => mostQuantity(changed);
  let left = isSearchedAgain(normal, choice) ? ALL_WORK : 0;
  return (changed) => {
    if (left <= 0) return withSameLines(changed, choice);
    try {
      const { floors, quantity, isBest, work } = chooseLines(changed, pause, Math.min(EACH_WORK, left));
      left -= work;
      if (floors.size === 0) return mostQuantity(changed);
      return isBest ? quantity : Math.max(quantity, withSameLines(changed, choice));
    } catch (error) {
      // Promises stand that whole sacks cannot serve: what is asked here is what a flow could sell beside them.
      if (error instanceof PromisesNotServable) return mostQuantity(changed);
      throw error;
    }
  };
}

function withSameLines(changed: NormalizedMarket, { chosen, quantity }: FloorChoice): number {
  const least = floorsOf(changed);
  const kept = new Set([...chosen].filter((j) => least.has(j)));
  const market = withFloorsPromised(changed, least, kept);
  // Lines that would have to be served under another row, which has no room for them: nothing is known.
  if (market === null) return quantity;
  const open = openQuantity(market);
  return mostQuantity(market, (j) => (least.has(j) && !kept.has(j) ? 0 : open(j)));
}
