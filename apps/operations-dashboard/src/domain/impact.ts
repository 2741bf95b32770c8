import { largestRemainder } from '#kernel/largest-remainder.js';
import { householdsOf, type Households } from './households.js';
import type { Unit } from './market-snapshot.js';

/** Sales of one commodity in one group (a village, a partner), with those whose goods they are. */
export interface ImpactRow {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly group: string;
  /** Base units with a buyer, or accepted; by village in parts that need not be whole. */
  readonly sold: number;
  readonly producers: number;
  readonly workers: number;
  readonly women: number;
  readonly youth: number;
}

export interface ImpactGroup extends Omit<ImpactRow, 'origin' | 'commodity' | 'unit'> {
  readonly households: number | null;
}

/** What the sales of a commodity do, and for whom. Groups' quantities add up to `sold`. */
export interface Impact {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly sold: number;
  readonly households: Households | null;
  readonly groups: readonly ImpactGroup[];
}

/**
 * How far each figure can be relied on. `measured`: from orders and receipts. `registered`: as producers stated it at their
 * registration; all workers of a producer are counted where any of its goods were sold. `estimated`: sold ÷ the output of
 * one household, from a single source.
 */
export const CONFIDENCE = {
  sold: 'measured',
  producers: 'measured',
  workers: 'registered',
  women: 'registered',
  youth: 'registered',
  households: 'estimated',
} as const;

/** One entry a commodity of an origin, in the order in which they come. */
export function impactOf(rows: readonly ImpactRow[]): Impact[] {
  const commodities = new Map<string, ImpactRow[]>();
  for (const row of rows) {
    const key = `${row.origin} ${row.commodity}`;
    commodities.set(key, [...(commodities.get(key) ?? []), row]);
  }
  return [...commodities.values()].flatMap(impactOfOne);
}

function impactOfOne(groups: readonly ImpactRow[]): Impact[] {
  const [first] = groups;
  if (!first) return [];
  const { origin, commodity, unit } = first;
  const sold = Math.round(groups.reduce((sum, group) => sum + group.sold, 0));
  // Thousandths: a shortage that is shared among villages leaves fractions.
  const parts = largestRemainder(
    sold,
    groups.map((group) => Math.round(group.sold * 1_000)),
  );
  return [
    {
      origin,
      commodity,
      unit,
      sold,
      households: householdsOf(commodity, sold),
      groups: groups.map(({ group, producers, workers, women, youth }, index) => {
        const part = parts[index] ?? 0;
        const households = householdsOf(commodity, part)?.equivalent ?? null;
        return { group, sold: part, producers, workers, women, youth, households };
      }),
    },
  ];
}
