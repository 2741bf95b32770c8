import type { Exchange } from '../net/exchange.js';
import { waterFill, type Claims } from './levels.js';

/** One place where equals hold stock: all producers of one class of lots, or one producer over several classes. */
export interface FairNode {
  /** Node of the exchange. */
  node: number;
  /** Claims that stand in this node. */
  members: number[];
  sold: number;
}

/**
 * Water-fills over fair nodes by decomposition (Fujishige 1980; integers: Groenevelt 1991).
 *
 * Shares what is sold as if every shift were possible, then tries the shifts in the residual network. What
 * stays unfilled marks a tight set: its nodes can have no more together, the others need not give to it; both
 * parts are shared out by themselves. The total sold never changes.
 *
 * @param nodes `sold` is brought to the fair quantity; the flow of `exchange` follows
 */
export function shareFairly(nodes: readonly FairNode[], claims: Claims, exchange: Exchange): void {
  const open: FairNode[][] = [nodes.filter((node) => node.members.length > 0)];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    if (set.length < 2) continue;
    const rest = shareSet(set, claims, exchange);
    if (rest !== null) open.push(rest.tight, rest.others);
  }
}

function shareSet(
  set: FairNode[],
  claims: Claims,
  exchange: Exchange,
): { tight: FairNode[]; others: FairNode[] } | null {
  const target = targets(set, claims);
  exchange.supply.clear();
  exchange.room.clear();
  set.forEach((one, at) => {
    const lacking = (target[at] ?? 0) - one.sold;
    if (lacking > 0) exchange.supply.set(one.node, lacking);
    else if (lacking < 0) exchange.room.set(one.node, -lacking);
  });
  if (exchange.supply.size === 0) return null;
  exchange.run();
  set.forEach((one, at) => {
    const lacking = exchange.supply.get(one.node) ?? 0;
    one.sold = (target[at] ?? 0) - lacking + (exchange.room.get(one.node) ?? 0);
  });
  const unfilled = set.some((one) => (exchange.supply.get(one.node) ?? 0) > 0);
  if (!unfilled) return null;
  return {
    tight: set.filter((one) => exchange.reached(one.node)),
    others: set.filter((one) => !exchange.reached(one.node)),
  };
}

/** What each node would sell if every shift inside the set were possible. */
function targets(set: readonly FairNode[], claims: Claims): Float64Array {
  const home = new Map<number, number>();
  set.forEach((one, at) => {
    for (const p of one.members) home.set(p, at);
  });
  // In claim order: whose turn it is at the last level must not depend on how lots fall into classes.
  const members = Int32Array.from(home.keys()).sort();
  const given = waterFill(
    claims,
    members,
    set.reduce((sum, one) => sum + one.sold, 0),
  );
  const target = new Float64Array(set.length);
  members.forEach((p, m) => {
    const at = home.get(p) ?? 0;
    target[at] = (target[at] ?? 0) + (given[m] ?? 0);
  });
  return target;
}
