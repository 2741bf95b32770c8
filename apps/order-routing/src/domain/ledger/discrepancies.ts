import type { Allocation } from './allocation.js';

/** What a receipt found that was not as it was sent or as it should be. */
export interface Discrepancy {
  readonly cause: 'DAMAGED' | 'MISSING' | 'MOISTURE';
  /** Whose goods; of moisture, those to which the limit applies. */
  readonly allocation: string;
  /** Base units that it is about. */
  readonly quantity: number;
  /** Hundredths of a percent that are allowed; of moisture alone. */
  readonly limit?: number;
}

/** Most moisture by commodity, in hundredths of a percent by weight. Source: SNI 01-3743-1995, palm sugar in granules. */
const MOISTURE_LIMITS: ReadonlyMap<string, number> = new Map([['granulated-coconut-sugar', 300]]);

/** @returns hundredths of a percent; undefined: no standard that is known here says one */
export function moistureLimit(commodity: string): number | undefined {
  return MOISTURE_LIMITS.get(commodity);
}

/** Goods of a receipt, with what was measured of all of them together; null: nothing was. */
export function discrepanciesOf(
  goods: readonly (Pick<Allocation, 'id' | 'accepted' | 'damaged' | 'missing'> & { readonly commodity: string })[],
  moisture: number | null,
): Discrepancy[] {
  return goods.flatMap(({ id: allocation, accepted, damaged, missing, commodity }) => {
    const limit = moistureLimit(commodity);
    const wet = limit !== undefined && moisture !== null && moisture > limit && accepted > 0;
    const found: Discrepancy[] = [
      { cause: 'DAMAGED', allocation, quantity: damaged },
      { cause: 'MISSING', allocation, quantity: missing },
      ...(wet ? [{ cause: 'MOISTURE', allocation, quantity: accepted, limit } as const] : []),
    ];
    return found.filter(({ quantity }) => quantity > 0);
  });
}
