/** A certificate as a lot holds it; `until` is its last day, absent when it has no end. */
export interface Held {
  readonly kind: string;
  readonly until?: string;
}

export interface Contribution {
  readonly producerId: string;
  /** Base units, > 0. */
  readonly quantity: number;
}

export interface Pool {
  readonly certificates: readonly Held[];
  readonly contributions: readonly Contribution[];
  readonly quantity: number;
}

type ByKind = ReadonlyMap<string, Held>;

function later(a: Held, b: Held): Held {
  if (a.until === undefined || b.until === undefined) return a.until === undefined ? a : b;
  return a.until >= b.until ? a : b;
}

function earlier(a: Held, b: Held): Held {
  return later(a, b) === a ? b : a;
}

function merge(base: ByKind, more: readonly Held[], choose: (a: Held, b: Held) => Held): Map<string, Held> {
  const merged = new Map(base);
  for (const held of more) {
    const known = merged.get(held.kind);
    merged.set(held.kind, known ? choose(known, held) : held);
  }
  return merged;
}

/**
 * Makes one pool per set of certificates, so that a pool holds what the aggregator holds or **every** contributor
 * does (rules.md, surplus). Who contributes nothing is in no pool.
 *
 * @param contributions in the statement's order, which each pool keeps
 * @param own           certificates of the aggregator itself
 * @param ofMember      certificates of each contributor, by producer
 */
export function makePools(
  contributions: readonly Contribution[],
  own: readonly Held[],
  ofMember: ReadonlyMap<string, readonly Held[]>,
): Pool[] {
  const shared = merge(new Map(), own, later);
  const pools = new Map<string, { certificates: ByKind; contributions: Contribution[] }>();
  for (const contribution of contributions) {
    if (contribution.quantity === 0) continue;
    const certificates = merge(shared, ofMember.get(contribution.producerId) ?? [], later);
    const key = [...certificates.keys()].sort().join(' ');
    const pool = pools.get(key);
    if (!pool) {
      pools.set(key, { certificates, contributions: [contribution] });
      continue;
    }
    // The pool is only as good as its weakest contributor.
    pool.certificates = merge(pool.certificates, [...certificates.values()], earlier);
    pool.contributions.push(contribution);
  }
  return [...pools.values()].map((pool) => ({
    certificates: [...pool.certificates.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    contributions: pool.contributions,
    quantity: pool.contributions.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}
