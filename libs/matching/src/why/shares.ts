import { normalise } from '../normal.js';
import type { Reason, ReasonCode } from '../result.js';
import type { Context } from './context.js';

/** Rows that keep a share of a pool's product back. */
export function sharingRows({ solution: { normal } }: Context, pool: number): string[] {
  return normal.terms
    .filter(({ reserved }, row) => normal.pool[row] === pool && (reserved ?? 0) > 0)
    .map(({ id }) => id);
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

/** What a line meets behind its own node: its row's quota, or what others' shares leave. */
export function stopBehind({ solution: { flow } }: Context, row: number): ReasonCode {
  return flow.poolRoom(row) > 0 ? 'PARTNER_SHARE_RESERVED' : 'QUOTA_EXHAUSTED';
}

/** A spent quota behind which others' shares stand: only both together let units through. */
export function quotaAndShares(context: Context, row: number, quantity: number): Reason {
  const { normal } = context.solution;
  const term = normal.terms[row]?.id ?? '';
  const binding = [term, ...sharingRows(context, normal.pool[row] ?? -1).filter((id) => id !== term)];
  const gain = context.resolve(`raised:${term}:${String(quantity)}`, ({ market, kept }) => {
    const terms = market.terms.map((one) => (one.id === term ? { ...one, quota: one.quota + quantity } : one));
    const open = new Map(kept.open);
    for (const product of normal.terms[row]?.products ?? []) open.delete(product);
    return normalise({ ...market, terms }, { ...kept, open });
  });
  return { kind: 'cut', code: 'QUOTA_EXHAUSTED', quantity, binding, relaxBy: quantity, gain, then: [] };
}
