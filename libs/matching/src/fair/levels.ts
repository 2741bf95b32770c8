/**
 * Producers that share a quantity. Index p: `cap` units at most, `start` units counted as had before (earlier
 * groups, less what it is behind), `weight` 1 (max-min) or its surplus (proportional).
 * The level of p after x units is (start + x) ÷ weight.
 */
export interface Claims {
  cap: Float64Array;
  start: Float64Array;
  weight: Float64Array;
}

/** Units that p wants so that every unit given lifts it from below the level: ⌈level × weight − start⌉ in [0, cap]. */
export function wanted(claims: Claims, p: number, level: number): number {
  const units = Math.ceil(level * (claims.weight[p] ?? 1) - (claims.start[p] ?? 0));
  return Math.min(claims.cap[p] ?? 0, Math.max(0, units));
}

/**
 * Shares `total` among the claims of `members`: no unit goes to one while another, still below its cap, stands
 * lower. Units left at the very last level go in index order.
 *
 * @param total 0 ≤ total ≤ Σ cap
 * @returns units per member, in the order of `members`. Cost: O(members × 60).
 */
export function waterFill(claims: Claims, members: readonly number[] | Int32Array, total: number): Float64Array {
  const at = (level: number): number => {
    let sum = 0;
    for (const p of members) sum += wanted(claims, p, level);
    return sum;
  };
  const whole = unweighted(claims, members);
  let [low, high] = bounds(claims, members, whole);
  // Invariant: at(low) ≤ total. Levels of unweighted claims are integers; others go down to neighbouring doubles.
  for (let round = 0; round < 200; round += 1) {
    const middle = whole ? Math.floor((low + high) / 2) : low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (at(middle) <= total) low = middle;
    else high = middle;
  }
  const given = new Float64Array(members.length);
  let left = total;
  for (let m = 0; m < members.length; m += 1) left -= given[m] = wanted(claims, members[m] ?? 0, low);
  for (let m = 0; m < members.length && left > 0; m += 1) {
    const more = Math.min(left, wanted(claims, members[m] ?? 0, high) - (given[m] ?? 0));
    given[m] = (given[m] ?? 0) + more;
    left -= more;
  }
  return given;
}

function bounds(claims: Claims, members: readonly number[] | Int32Array, whole: boolean): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const p of members) {
    const [weight, start, cap] = [claims.weight[p] ?? 1, claims.start[p] ?? 0, claims.cap[p] ?? 0];
    low = Math.min(low, start / weight);
    high = Math.max(high, (start + cap) / weight);
  }
  // One step beyond both ends, so that rounding at the ends cannot leave units over.
  const slack = whole ? 1 : 1 + Math.max(Math.abs(low), Math.abs(high)) * 1e-15;
  return members.length === 0 ? [0, 0] : [Math.floor(low) - slack, Math.ceil(high) + slack];
}

function unweighted(claims: Claims, members: readonly number[] | Int32Array): boolean {
  for (const p of members) if (claims.weight[p] !== 1) return false;
  return true;
}
