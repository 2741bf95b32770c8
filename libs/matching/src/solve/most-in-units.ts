import { PromisesNotServable } from '../format/faults.js';
import { openQuantity } from '../normalized/demands.js';
import { floorsOf, withFloorsPromised } from '../normalized/floors.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { BRANCHED_LINES, chooseLines, type FloorChoice } from './floor-search.js';
import { mostQuantity, type Pause } from './solve.js';

/** More records than these are not searched again for a question of "what if". */
const SEARCHED_RECORDS = 400;

/** The most that a changed market can place, in whole sacks and with least quantities kept. */
export type MostOf = (changed: NormalizedMarket) => number;

/** Whether "what if" is answered by searching the changed market anew; otherwise the same lines are served. */
export function isSearchedAgain({ lots, lines }: NormalizedMarket, { floors }: FloorChoice): boolean {
  return floors.size <= BRANCHED_LINES && lots.length + lines.length <= SEARCHED_RECORDS;
}

/** @param choice the lines that are served in the market as it is */
export function mostInUnits(normal: NormalizedMarket, choice: FloorChoice, pause: Pause): MostOf {
  const { floors, chosen, quantity } = choice;
  if (floors.size === 0) return (changed) => mostQuantity(changed);
  if (isSearchedAgain(normal, choice)) {
    return (changed) => searched(changed, pause);
  }
  return (changed) => {
    const least = floorsOf(changed);
    const kept = new Set([...chosen].filter((j) => least.has(j)));
    const market = withFloorsPromised(changed, least, kept);
    // Lines that would have to be served under another row, which has no room for them: nothing is known.
    if (market === null) return quantity;
    const open = openQuantity(market);
    return mostQuantity(market, (j) => (least.has(j) && !kept.has(j) ? 0 : open(j)));
  };
}

function searched(changed: NormalizedMarket, pause: Pause): number {
  try {
    const { floors, quantity } = chooseLines(changed, pause, 'briefly');
    return floors.size === 0 ? mostQuantity(changed) : quantity;
  } catch (error) {
    // Promises stand that whole sacks cannot serve: what is asked here is what a flow could sell beside them.
    if (error instanceof PromisesNotServable) return mostQuantity(changed);
    throw error;
  }
}
