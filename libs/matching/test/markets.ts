/** How many more markets than usual a long run tries. */
export const TIMES = Number(process.env['SERAP_MARKETS_TIMES'] ?? 1);

/** Settings of a property: seeded, so that what fails fails again. */
export function markets(count: number): { seed: number; numRuns: number } {
  return { seed: 3302, numRuns: count * TIMES };
}
