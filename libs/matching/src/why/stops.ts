import type { Reason, ReasonCode } from '../format/result.js';
import { cut, gate, type Context } from './context.js';
import { reservedReason } from './shares.js';

/** Adds what least quantities of lines that are left out keep of the lot; returns the units explained. */
export function leastQuantities(
  { leftOut, solution }: Context,
  i: number,
  quantity: number,
  reasons: Reason[],
): number {
  const { normal, net } = solution;
  const stopped = leftOut.stopped.get(net.classOf[i] ?? 0);
  let left = quantity;
  for (const [j, units] of [...(stopped ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const part = Math.min(left, units);
    if (part === 0) continue;
    stopped?.set(j, units - part);
    left -= part;
    reasons.push(gate('BELOW_MINIMUM_LOT', part, [normal.lines[j]?.id ?? ''], leftOut.gains.get(j) ?? 0));
  }
  return quantity - left;
}

/** Adds what partners' shares, and quotas of rows behind them, keep of the lot; returns the units explained. */
export function sharesAndQuotas(context: Context, i: number, quantity: number, reasons: Reason[]): number {
  const { normal, net } = context.solution;
  const pool = normal.pools.findIndex(({ product }) => product === normal.lots[i]?.product);
  if (pool < 0) return 0;
  let left = quantity;
  const kept = context.kept.get(net.classOf[i] ?? 0);
  const part = Math.min(left, kept?.get(pool) ?? 0);
  if (part > 0) {
    kept?.set(pool, (kept.get(pool) ?? 0) - part);
    reasons.push(reservedOrCrumbs(context, i, pool, part));
    left -= part;
  }
  for (const row of context.solution.flow.cellsOfPool[pool] ?? []) {
    const units = left > 0 ? Math.min(left, context.stoppedByRow(net.classOf[i] ?? 0, row)) : 0;
    if (units === 0) continue;
    reasons.push(cut('QUOTA_EXHAUSTED', units, [normal.terms[row]?.id ?? ''], context.quotaGain(row, units)));
    left -= units;
  }
  return quantity - left;
}

/** What is less than a sack is kept by no share: given free, it would sell nothing. */
function reservedOrCrumbs(context: Context, i: number, pool: number, quantity: number): Reason {
  const { normal } = context.solution;
  const reserved = reservedReason(context, pool, quantity);
  if (reserved.gain > 0) return reserved;
  const sack = normal.sacks[normal.lotProduct[i] ?? 0] ?? 1;
  const missing = { relaxBy: sack - (quantity % sack) };
  const then: ReasonCode[] = ['PARTNER_SHARE_RESERVED'];
  return { ...gate('UNIT_INDIVISIBLE', quantity, [normal.lots[i]?.product ?? ''], 0, then), ...missing };
}
