/** Values that are remembered to be shared; more than a market's buyers and reasons, less than its orders. */
const MOST = 4_096;
const known = new Map<string, unknown>();

/**
 * One copy of what many things have in common, such as the buyer of a thousand open orders.
 *
 * @param value plain JSON that nobody changes
 * @returns an equal value, the same one for as long as it is asked for often
 */
export function shared<T>(value: T): T {
  const text = JSON.stringify(value);
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier as T;
  if (known.size >= MOST) known.clear();
  known.set(text, value);
  return value;
}
