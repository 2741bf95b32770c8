/** More steps than this share a row; the solver then checks each candidate exactly. */
const MOST_ROWS = 512;

/**
 * For one coordinate and one range of demand slots: which demands are content with a lot's value.
 * A demand is content when its threshold ≤ the value; row r is the bit set of all demands whose threshold is among
 * the smallest, so a lot finds its candidates with one AND a word.
 */
export interface StepBits {
  /** Distinct thresholds, rising. */
  steps: Float64Array;
  /** Steps a row; above 1 the row of a value holds some demands too many. */
  perRow: number;
  bits: Uint32Array;
  width: number;
  firstWord: number;
}

/** @param threshold per slot; @param slots used slots of the range, in any order */
export function buildStepBits(
  threshold: (slot: number) => number,
  slots: readonly number[],
  firstWord: number,
  width: number,
): StepBits {
  const steps = Float64Array.from(new Set(slots.map(threshold))).sort();
  const perRow = Math.ceil(steps.length / MOST_ROWS) || 1;
  const rows = Math.ceil(steps.length / perRow) + 1;
  const bits = new Uint32Array(rows * width);
  for (const slot of slots) {
    const row = Math.ceil(rankOf(steps, threshold(slot)) / perRow);
    const at = row * width + (slot >> 5) - firstWord;
    bits[at] = (bits[at] ?? 0) | (1 << (slot & 31));
  }
  for (let at = width; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (bits[at - width] ?? 0);
  return { steps, perRow, bits, width, firstWord };
}

/** How many of `steps` are ≤ value: the only thing a lot's coordinate matters for. */
export function rankOf(steps: Float64Array, value: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offset of a rank's row so that `bits[offset + word]` is the row's word, `word` counted over all slots. */
export function rowOffset(table: StepBits, rank: number, base: number): number {
  return base + Math.ceil(rank / table.perRow) * table.width - table.firstWord;
}

/** Several tables in one array; returns the array and where each begins. */
export function joinBits(tables: readonly StepBits[]): { bits: Uint32Array; bases: number[] } {
  const bits = new Uint32Array(tables.reduce((sum, table) => sum + table.bits.length, 0));
  const bases: number[] = [];
  let next = 0;
  for (const table of tables) {
    bases.push(next);
    bits.set(table.bits, next);
    next += table.bits.length;
  }
  return { bits, bases };
}
