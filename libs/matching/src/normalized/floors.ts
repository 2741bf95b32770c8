import { openQuantity } from './demands.js';
import { leastOf, type NormalizedMarket } from './normalized-market.js';

/**
 * Lines that take a least quantity or nothing, with what that is beside their promise, in whole sacks; Infinity where the
 * line does not want so much.
 */
export function floorsOf(normal: NormalizedMarket): Map<number, number> {
  const floors = new Map<number, number>();
  if (!normal.lines.some((line) => leastOf(line) > 0)) return floors;
  const open = openQuantity(normal);
  normal.lines.forEach((line, j) => {
    const least = leastOf(line) - line.promised;
    if (least <= 0) return;
    const sack = normal.sacks[normal.lineProduct[j] ?? 0] ?? 1;
    const units = Math.ceil(least / sack) * sack;
    floors.set(j, units > open(j) ? Infinity : units);
  });
  return floors;
}

/** What the least quantities of the lines that are served set aside of each row's quota, and of its product's shares. */
export class SetAside {
  readonly ofRow: Float64Array;
  private readonly quota: Float64Array;
  private readonly share: Float64Array;

  /** @param normal its quota, shares and pools are lowered in place, and must be its own: see `ownLimits` */
  constructor(private readonly normal: NormalizedMarket) {
    this.ofRow = new Float64Array(normal.terms.length);
    this.quota = normal.quota.slice();
    this.share = normal.share.slice();
  }

  /** Sets so many units more aside of a row, a share first; false (and nothing changed) where the row cannot pass them. */
  add(row: number, units: number): boolean {
    const { normal, ofRow, quota, share } = this;
    const [before, after] = [ofRow[row] ?? 0, (ofRow[row] ?? 0) + units];
    if (after > (quota[row] ?? 0)) return false;
    const pool = normal.pools[normal.pool[row] ?? -1];
    if (pool !== undefined) {
      const own = share[row] ?? 0;
      const open = pool.open - (Math.max(0, after - own) - Math.max(0, before - own));
      if (open < 0) return false;
      pool.open = open;
      normal.share[row] = Math.max(0, own - after);
    }
    ofRow[row] = after;
    normal.quota[row] = (quota[row] ?? 0) - after;
    return true;
  }
}

/** The same market with limits that may be lowered. */
export function ownLimits(normal: NormalizedMarket): NormalizedMarket {
  return {
    ...normal,
    quota: normal.quota.slice(),
    share: normal.share.slice(),
    pools: normal.pools.map((pool) => ({ ...pool })),
  };
}

/**
 * The market in which the chosen lines have been promised their least quantity already, which is the same market as far as
 * what is best goes: promised units have spent their quota, and are kept whatever happens.
 *
 * @returns null where the rows of these lines cannot pass so much
 */
export function withFloorsPromised(
  normal: NormalizedMarket,
  floors: ReadonlyMap<number, number>,
  chosen: ReadonlySet<number>,
): NormalizedMarket | null {
  const market = ownLimits(normal);
  const aside = new SetAside(market);
  market.lines = normal.lines.slice();
  for (const j of chosen) {
    const [line, units] = [normal.lines[j], floors.get(j) ?? 0];
    if (line === undefined || !aside.add(normal.pin[j] ?? -1, units)) return null;
    market.lines[j] = { ...line, promised: line.promised + units };
  }
  return market;
}
