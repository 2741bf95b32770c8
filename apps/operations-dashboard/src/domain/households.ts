/** A household's output of one commodity, base units a week: what turns a quantity into household-equivalents. */
const OUTPUT_PER_WEEK: Record<string, number> = {
  // Coconut sugar, 27 kg a week for a tapping household (press, 2020): 3.857 kg a day.
  'granulated-coconut-sugar': 27_000,
};
const DAYS_PER_WEEK = 7;

export interface Households {
  /** Whole households whose daily output this quantity is, rounded half up. Never to be called jobs created. */
  readonly equivalent: number;
  readonly outputPerWeek: number;
  readonly sold: number;
}

/**
 * @param sold base units that have a buyer
 * @returns null for a commodity without a known output per household
 */
export function householdsOf(commodity: string, sold: number): Households | null {
  const outputPerWeek = OUTPUT_PER_WEEK[commodity];
  if (outputPerWeek === undefined) return null;
  return {
    equivalent: Math.floor((sold * DAYS_PER_WEEK * 2 + outputPerWeek) / (outputPerWeek * 2)),
    outputPerWeek,
    sold,
  };
}
