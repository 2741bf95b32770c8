import { largestRemainder } from '#kernel/largest-remainder.js';
import { householdsOf, type Households } from './households.js';
import type { Unit } from './market-snapshot.js';

/** Sales of one commodity in one group (a village, a partner), with those whose goods they are. */
export interface ImpactRow {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly group: string;
  /** Base units that buyers have accepted; by village in parts that need not be whole. */
  readonly sold: number;
  /** Base units that have their buyer and are not accepted yet: they may still come back. */
  readonly underWay: number;
  readonly producers: number;
  readonly workers: number;
  readonly women: number;
  readonly youth: number;
}

export interface ImpactGroup extends Omit<ImpactRow, 'origin' | 'commodity' | 'unit'> {
  readonly households: number | null;
}

/** What the sales of a commodity do, and for whom. Groups' quantities add up to `sold` and `underWay`. */
export interface Impact {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly sold: number;
  readonly underWay: number;
  readonly households: Households | null;
  readonly groups: readonly ImpactGroup[];
}

/**
 * How far each figure can be relied on. `measured`: from receipts; what is under way from what is bound. `registered`: as producers stated it at their
 * registration; all workers of a producer are counted where any of its goods were sold. `estimated`: sold ÷ the output of
 * one household, from a single source.
 */
export const CONFIDENCE = {
  sold: 'measured',
  underWay: 'measured',
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
  const [sold, soldOf] = wholeParts(groups.map((group) => group.sold));
  const [underWay, underWayOf] = wholeParts(groups.map((group) => group.underWay));
  return [
    {
      origin,
      commodity,
      unit,
      sold,
      underWay,
      households: householdsOf(commodity, sold),
      groups: groups.map(({ group, producers, workers, women, youth }, index) => {
        const part = soldOf[index] ?? 0;
        const waiting = underWayOf[index] ?? 0;
        const households = householdsOf(commodity, part)?.equivalent ?? null;
        return { group, sold: part, underWay: waiting, producers, workers, women, youth, households };
      }),
    },
  ];
}

/** The sum in whole units, and its parts, which add up to it: a shortage that is shared among villages leaves fractions. */
function wholeParts(parts: readonly number[]): [number, number[]] {
  const sum = Math.round(parts.reduce((total, part) => total + part, 0));
  const thousandths = parts.map((part) => Math.round(part * 1_000));
  return [sum, largestRemainder(sum, sum === 0 ? parts.map(() => 0) : thousandths)];
}
