import { collectDemands, openQuantity, type OpenQuantity } from '../normalized/demands.js';
import { groupLots, type Groups } from '../fair/groups.js';
import { sellAll, sellGroup, type Sold } from '../fair/sell-group.js';
import { sellInSacks } from '../fair/sell-sacks.js';
import { collectStakes, type Stakes } from '../fair/claims.js';
import { PromisesNotServable } from '../format/faults.js';
import { reduceFreight } from './freight.js';
import { Exchange } from '../net/exchange.js';
import { Flow } from '../net/flow.js';
import { buildNet, type Net } from '../net/net.js';
import { Pusher } from '../net/pusher.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';

/** A solved market: a maximum flow, best in every objective of the policy, and what each producer sells. */
export interface Solution {
  normal: NormalizedMarket;
  net: Net;
  flow: Flow;
  groups: Groups;
  stakes: Stakes;
  sold: Sold;
  /** What each line could take beside its promise. */
  open: OpenQuantity;
  quantity: number;
  /** Milliseconds that sharing among equals took, by the clock that `solve` was given. */
  fairMs: number;
}

/** Called now and then; throws when the run has to stop. */
export type Pause = () => void;

const onward: Pause = () => undefined;

/**
 * Solves a market exactly: most quantity, then least goods cost in tiers and soonest expiry (lots pushed group by
 * group), then fairness inside each group, then least freight (cells exchanged with every lot's total fixed).
 *
 * @param own as `collectDemands` takes it
 * @throws PromisesNotServable
 */
export function solve(
  normal: NormalizedMarket,
  open: OpenQuantity = openQuantity(normal),
  pause: Pause = onward,
  now: () => number = () => 0,
  own?: ReadonlyMap<number, number>,
): Solution {
  const { policy } = normal.market;
  const net = buildNet(normal, collectDemands(normal, open, own));
  const flow = new Flow(net);
  const groups = groupLots(normal, policy);
  const stakes = collectStakes(normal);
  const sold: Sold = { ofAtom: new Float64Array(stakes.atoms), ofHolder: new Float64Array(stakes.holders) };
  const pusher = new Pusher(flow);
  let exchange: Exchange | null = null;
  let [quantity, fairMs] = [0, 0];
  for (const lots of groups.lots) {
    pause();
    const held = new Map<number, number>();
    let offered = 0;
    for (const i of lots) {
      const c = net.classOf[i] ?? 0;
      const units = normal.lotUnits[i] ?? 0;
      offered += units;
      if (units > 0) held.set(c, (held.get(c) ?? 0) + units);
    }
    const accepted = new Map<number, number>();
    let placed = 0;
    for (const [c, units] of held) {
      const units2 = pusher.push(c, units);
      if (units2 > 0) accepted.set(c, units2);
      placed += units2;
    }
    if (placed === 0) continue;
    quantity += placed;
    const began = now();
    if (lots.some((i) => normal.sacks[normal.lotProduct[i] ?? 0] !== 1)) {
      sellInSacks(lots, accepted, net, stakes, sold, policy.fairness);
    } else if (placed === offered) {
      sellAll(lots, stakes, sold);
    } else {
      const fair = policy.fairness !== 'none';
      if (fair) exchange ??= new Exchange(flow, stakes.holders);
      sellGroup(lots, accepted, net, stakes, sold, policy.fairness, fair ? exchange : null);
    }
    fairMs += now() - began;
  }
  keepPromises(flow);
  reduceFreight(flow);
  return { normal, net, flow, groups, stakes, sold, open, quantity, fairMs };
}

/** The most that a market can place, without choosing how: for counterfactuals and bounds. */
export function mostQuantity(normal: NormalizedMarket, open: OpenQuantity = openQuantity(normal)): number {
  const net = buildNet(normal, collectDemands(normal, open));
  const pusher = new Pusher(new Flow(net));
  const units = new Float64Array(net.classes);
  normal.lotUnits.forEach((held, i) => {
    const c = net.classOf[i] ?? 0;
    units[c] = (units[c] ?? 0) + held;
  });
  let placed = 0;
  units.forEach((held, c) => {
    placed += pusher.push(c, held);
  });
  return placed;
}

/**
 * Hands promised demand what other demand got in its place; totals of lots and the whole stay.
 * @throws PromisesNotServable
 */
export function keepPromises(flow: Flow): void {
  const { demands } = flow.net;
  const exchange = new Exchange(flow);
  exchange.followPools = false;
  for (let slot = 0; slot < demands.count; slot += 1) {
    if (demands.promised[slot] !== 1) continue;
    const missing = (demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
    if (missing > 0) exchange.room.set(exchange.slotNode + slot, missing);
  }
  if (exchange.room.size > 0) {
    flow.used.forEach((units, g) => {
      if (units > 0) exchange.supply.set(exchange.cellNode + g, units);
    });
    exchange.run();
    flow.used.forEach((units, g) => {
      if (units > 0) flow.used[g] = exchange.supply.get(exchange.cellNode + g) ?? units;
    });
  }
  checkPromises(flow);
}

function checkPromises(flow: Flow): void {
  const { demands, normal } = flow.net;
  const lacking: { line: string; quantity: number }[] = [];
  let promised = 0;
  for (const line of normal.lines) promised += line.promised;
  let missing = 0;
  for (let slot = 0; slot < demands.count; slot += 1) {
    if (demands.promised[slot] !== 1) continue;
    let short = (demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
    missing += short;
    for (const j of demands.members[slot]?.slice().reverse() ?? []) {
      const quantity = Math.min(short, normal.lines[j]?.promised ?? 0);
      if (quantity > 0) lacking.push({ line: normal.lines[j]?.id ?? '', quantity });
      short -= quantity;
    }
  }
  normal.lines.forEach((line, j) => {
    if (normal.asks[j] !== null || line.promised === 0) return;
    lacking.push({ line: line.id, quantity: line.promised });
    missing += line.promised;
  });
  if (missing > 0) throw new PromisesNotServable(promised, promised - missing, lacking);
}
