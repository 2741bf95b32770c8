/**
 * Splits `total` in proportion to `weights` so that the parts are whole and add up: Hamilton's largest remainder.
 * Ties go to the earlier weight.
 *
 * @param total whole number ≥ 0
 * @param weights whole numbers ≥ 0, at least one > 0 unless `total` is 0
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) {
    if (total !== 0) throw new RangeError('nothing to split by: every weight is 0');
    return weights.map(() => 0);
  }
  const parts: number[] = [];
  const remainders: { index: number; remainder: bigint }[] = [];
  let left = total;
  weights.forEach((weight, index) => {
    const scaled = BigInt(total) * BigInt(weight);
    const part = Number(scaled / sum);
    parts.push(part);
    left -= part;
    remainders.push({ index, remainder: scaled % sum });
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
