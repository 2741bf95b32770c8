import type { Line } from '../format/market.js';
import { normalise } from '../normalized/normalized-market.js';
import { wholeSacks } from '../normalized/sacks.js';
import type { Reason, ReasonCode } from '../format/result.js';
import type { Context } from './context.js';

/** Rows that keep a share of a pool's product back. */
export function sharingRows({ solution: { normal } }: Context, pool: number): string[] {
  return normal.terms
    .filter(({ reserved }, row) => normal.pool[row] === pool && (reserved ?? 0) > 0)
    .map(({ id }) => id);
}

/** Rows to name behind one whose quota is to be raised: itself a second time only where no other row keeps a share. */
export function givenFree(term: string, sharing: readonly string[]): readonly string[] {
  const others = sharing.filter((id) => id !== term);
  return others.length > 0 ? others : sharing;
}

/** Units that partners' shares keep from their lot or line; giving all shares of the product free sells `gain`. */
export function reservedReason(context: Context, pool: number, quantity: number): Reason {
  const { normal } = context.solution;
  const product = normal.pools[pool]?.product ?? '';
  const gain = context.resolve(`free:${product}`, ({ market, kept }) => {
    const open = new Map(kept.open);
    open.delete(product);
    return normalise(market, { ...kept, open });
  });
  return { kind: 'cut', code: 'PARTNER_SHARE_RESERVED', quantity, binding: sharingRows(context, pool), gain, then: [] };
}

/** What a line meets behind its own node, with `more` units through it: its row's quota, or what others' shares leave. */
export function stopBehind({ solution: { flow } }: Context, row: number, more = 0): ReasonCode {
  return flow.poolRoom(row) > more ? 'PARTNER_SHARE_RESERVED' : 'QUOTA_EXHAUSTED';
}

/** A spent quota behind which others' shares stand: only both together let units through. */
export function quotaAndShares(context: Context, row: number, quantity: number): Reason {
  const { normal } = context.solution;
  const term = normal.terms[row]?.id ?? '';
  const binding = [term, ...givenFree(term, sharingRows(context, normal.pool[row] ?? -1))];
  const gain = context.resolve(`raised:${term}:${String(quantity)}`, ({ market, kept }) => {
    const terms = market.terms.map((one) => (one.id === term ? { ...one, quota: one.quota + quantity } : one));
    const open = new Map(kept.open);
    for (const product of normal.terms[row]?.products ?? []) open.delete(product);
    return normalise({ ...market, terms }, { ...kept, open });
  });
  return { kind: 'cut', code: 'QUOTA_EXHAUSTED', quantity, binding, relaxBy: quantity, gain, then: [] };
}

/**
 * Units more that are sold when a line gets `quantity` of new stock that fits it alone, its row's quota is raised by
 * `raised`, and the shares of its product are given free. The new stock takes its part of line and quota first.
 */
export function sellsWithStock(context: Context, j: number, quantity: number, raised: number): number {
  const { normal, quantity: sold } = context.solution;
  const { market, kept } = normal;
  const [line, term] = [normal.lines[j], normal.terms[normal.pin[j] ?? -1]];
  if (line === undefined || term === undefined) return 0;
  const placed = wholeSacks(Math.min(quantity, term.quota + raised), normal.sacks[normal.lineProduct[j] ?? 0] ?? 1);
  if (placed < (context.leftOut.least.get(j) ?? 0)) return 0;
  const open = new Map(kept.open);
  open.delete(line.product);
  const lines = market.lines.map((one) => (one.id === line.id ? lessWanted(one, placed) : one));
  const terms = market.terms.map((one) => (one.id === term.id ? { ...one, quota: one.quota + raised - placed } : one));
  return placed + context.most(normalise({ ...market, lines, terms }, { ...kept, open })) - sold;
}

/** A line that has so many units already. */
function lessWanted(line: Line, units: number): Line {
  const minimum = Math.max(0, (line.minimum ?? 0) - units);
  return { ...line, quantity: line.quantity - units, ...(line.minimum !== undefined && { minimum }) };
}
