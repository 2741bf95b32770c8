import type { BaseUnit } from './units.js';

/** Of goods that are weighed, in hundredths of a percent: every scale differs a little. What is counted is all there. */
const WEIGHED = 50;

/**
 * How much of a load may be missing and it still counts as received, where a terms row says it, or is silent.
 *
 * @returns hundredths of a percent. Source: docs/rules.md
 */
export function loadTolerance(
  { loadTolerance: said }: { readonly loadTolerance?: number | null | undefined },
  unit: BaseUnit,
): number {
  return said ?? (unit === 'GRAM' ? WEIGHED : 0);
}
