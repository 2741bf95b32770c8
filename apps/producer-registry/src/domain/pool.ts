/** A certificate as a lot holds it; `until` is its last day, absent when it has no end. */
export interface Held {
  readonly kind: string;
  readonly until?: string;
}

export interface Contribution {
  readonly producerId: string;
  /** Base units, > 0. */
  readonly quantity: number;
  /** What its goods hold by themselves, where that is not what the lot holds. */
  readonly certificates?: readonly Held[];
}

export interface Pool {
  readonly certificates: readonly Held[];
  readonly contributions: readonly Contribution[];
  readonly quantity: number;
}

function later(a: Held, b: Held): Held {
  if (a.until === undefined || b.until === undefined) return a.until === undefined ? a : b;
  return a.until >= b.until ? a : b;
}

function earlier(a: Held, b: Held): Held {
  return later(a, b) === a ? b : a;
}

function merge(
  base: ReadonlyMap<string, Held>,
  more: readonly Held[],
  choose: (a: Held, b: Held) => Held,
): Map<string, Held> {
  const merged = new Map(base);
  for (const held of more) {
    const known = merged.get(held.kind);
    merged.set(held.kind, known ? choose(known, held) : held);
  }
  return merged;
}

/**
 * What goods of several contributors hold together: what their aggregator holds, or **every** one of them does. The
 * sooner end counts within a kind: they are only as good as the weakest part.
 */
export function heldByAll(
  contributors: readonly string[],
  own: readonly Held[],
  ofMember: ReadonlyMap<string, readonly Held[]>,
): Held[] {
  const shared = merge(new Map(), own, later);
  let all: Map<string, Held> | undefined;
  for (const producer of contributors) {
    const certificates = merge(shared, ofMember.get(producer) ?? [], later);
    if (!all) {
      all = certificates;
      continue;
    }
    for (const [kind, held] of all) {
      const other = certificates.get(kind);
      if (other) all.set(kind, earlier(held, other));
      else all.delete(kind);
    }
  }
  return [...(all?.values() ?? [])].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** What the goods of one contributor hold: its own certificates and its aggregator's; undefined: what its lot holds. */
export function heldByOne(
  producer: string,
  own: readonly Held[],
  ofMember: ReadonlyMap<string, readonly Held[]>,
  lot: readonly Held[],
): Held[] | undefined {
  const held = heldByAll([producer], own, ofMember);
  return JSON.stringify(held) === JSON.stringify(lot) ? undefined : held;
}

/**
 * Makes one pool per set of certificates (docs/rules.md, surplus). Who contributes nothing is in no pool.
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
  const shared = own.map(({ kind }) => kind);
  const pools = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    if (contribution.quantity === 0) continue;
    const kinds = new Set([...shared, ...(ofMember.get(contribution.producerId) ?? []).map(({ kind }) => kind)]);
    const key = [...kinds].sort().join(' ');
    const pool = pools.get(key);
    if (pool) pool.push(contribution);
    else pools.set(key, [contribution]);
  }
  return [...pools.values()].map((members) => {
    const certificates = heldByAll(
      members.map(({ producerId }) => producerId),
      own,
      ofMember,
    );
    return {
      certificates,
      contributions: members.map((member) => {
        const held = heldByOne(member.producerId, own, ofMember, certificates);
        return held ? { ...member, certificates: held } : member;
      }),
      quantity: members.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  });
}
