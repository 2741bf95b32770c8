import { collectDemands, openQuantity, type Demands, type OpenQuantity } from '../normalized/demands.js';
import { ownLimits, SetAside } from '../normalized/floors.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { Exchange } from '../net/exchange.js';
import { Flow, type SavedFlow } from '../net/flow.js';
import { classesByContent } from '../net/content-order.js';
import { buildNet, type Net } from '../net/net.js';
import { Pusher } from '../net/pusher.js';
import { openCells } from '../net/sinks.js';
import { keepPromises } from './solve.js';

/** What a step costs beside its searches. */
const STEP = 20;

/** All that changes while lines are taken in and left out. */
export interface Saved {
  readonly flow: SavedFlow;
  readonly limits: readonly Float64Array[];
  readonly pools: readonly number[];
  readonly unsold: Float64Array;
  readonly quantity: number;
}

/**
 * A maximum flow while lines with a least quantity (`floors`) are decided. A line that is open takes any quantity; one that
 * is in has its least quantity for good, as if it were promised; one that is out has nothing. The quantity is always the
 * most for what is decided so far, so with every undecided line open it is a bound. Nothing depends on names.
 */
export class FloorFlow {
  quantity = 0;
  /** Nodes that searches may have looked at so far: what a limit on them can count, and no clock can change. */
  work = 0;
  private hasMoved = false;
  private readonly flow: Flow;
  private readonly net: Net;
  private readonly market: NormalizedMarket;
  private readonly demands: Demands;
  private readonly exchange: Exchange;
  private readonly aside: SetAside;
  private readonly unsold: Float64Array;
  private readonly classes: readonly number[];
  private readonly slotsOfRow: readonly number[][];
  private readonly open: OpenQuantity;

  /** @throws PromisesNotServable */
  constructor(
    normal: NormalizedMarket,
    private readonly floors: ReadonlyMap<number, number>,
  ) {
    this.open = openQuantity(normal);
    this.market = ownLimits(normal);
    this.aside = new SetAside(this.market);
    this.demands = collectDemands(normal, this.open, floors);
    this.net = buildNet(this.market, this.demands);
    this.flow = new Flow(this.net);
    this.exchange = new Exchange(this.flow);
    this.unsold = new Float64Array(this.net.classes);
    normal.lotUnits.forEach((units, i) => {
      const c = this.net.classOf[i] ?? 0;
      this.unsold[c] = (this.unsold[c] ?? 0) + units;
    });
    this.classes = classesByContent(this.net);
    this.slotsOfRow = normal.terms.map((): number[] => []);
    this.demands.cell.forEach((cell, slot) => this.slotsOfRow[cell]?.push(slot));
    for (const slot of this.demands.floorSlot.values()) this.demands.cap[slot] = 0;
    const pusher = new Pusher(this.flow);
    for (const c of this.classes) {
      const units = pusher.push(c, this.unsold[c] ?? 0);
      this.unsold[c] = (this.unsold[c] ?? 0) - units;
      this.quantity += units;
    }
    keepPromises(this.flow);
  }

  /** Units that an undecided line has beside its promise. */
  units(j: number): number {
    return this.flow.filled[this.slotOf(j)] ?? 0;
  }

  /** Where the line stands in an order that depends on what lines want, not on their names. */
  slotOf(j: number): number {
    return this.demands.ownSlot.get(j) ?? -1;
  }

  /**
   * Takes an undecided line in. What others have beside what they must have makes room for it.
   * @returns false where it cannot have its least quantity; then the flow is to be restored
   */
  include(j: number): boolean {
    const { demands, flow } = this;
    this.work += STEP;
    this.hasMoved = false;
    const row = this.market.pin[j] ?? -1;
    const [least, slot, floor] = [this.floors.get(j) ?? 0, this.slotOf(j), demands.floorSlot.get(j) ?? -1];
    if (floor < 0 || !this.aside.add(row, least)) return false;
    demands.cap[floor] = least;
    demands.cap[slot] = this.open(j) - least;
    this.shift(slot, floor, least, row);
    this.makeRoom(row);
    const missing = least - (flow.filled[floor] ?? 0);
    if (missing > 0 && missing > this.fill(floor, missing)) return false;
    this.topUp();
    return true;
  }

  /** Leaves out lines that are undecided or in. */
  exclude(lines: readonly number[]): void {
    this.work += STEP;
    this.hasMoved = false;
    for (const j of lines) this.empty(j);
    this.topUp();
  }

  private empty(j: number): void {
    const { demands, flow } = this;
    const row = this.market.pin[j] ?? -1;
    const [slot, floor] = [this.slotOf(j), demands.floorSlot.get(j) ?? -1];
    this.withdraw(slot, flow.filled[slot] ?? 0, row);
    demands.cap[slot] = 0;
    if (floor < 0 || demands.cap[floor] === 0) return;
    this.withdraw(floor, flow.filled[floor] ?? 0, -1);
    this.aside.add(row, -(demands.cap[floor] ?? 0));
    demands.cap[floor] = 0;
  }

  save(): Saved {
    const { market, demands, aside, unsold, quantity } = this;
    return {
      flow: this.flow.save(),
      limits: [market.quota, market.share, demands.cap, aside.ofRow].map((limits) => limits.slice()),
      pools: market.pools.map(({ open }) => open),
      unsold: unsold.slice(),
      quantity,
    };
  }

  restore(saved: Saved): void {
    const { market, demands, aside } = this;
    this.flow.restore(saved.flow);
    [market.quota, market.share, demands.cap, aside.ofRow].forEach((limits, at) => {
      limits.set(saved.limits[at] ?? limits);
    });
    market.pools.forEach((pool, at) => (pool.open = saved.pools[at] ?? 0));
    this.unsold.set(saved.unsold);
    this.quantity = saved.quantity;
  }

  /** Units of an open slot become units of a floor: their quota is set aside now. */
  private shift(from: number, to: number, most: number, row: number): void {
    const { flow } = this;
    for (let left = Math.min(most, flow.filled[from] ?? 0); left > 0;) {
      const entry = flow.head[from] ?? -1;
      const units = Math.min(left, flow.entryUnits[entry] ?? 0);
      flow.add(entry, -units);
      flow.add(flow.entryOf(flow.entryClass[entry] ?? 0, to), units);
      flow.pass(row, -units);
      left -= units;
    }
  }

  /** Takes units out of a slot; they are unsold then. */
  private withdraw(slot: number, most: number, row: number): void {
    const { flow, unsold } = this;
    if (most > 0) this.hasMoved = true;
    for (let left = most; left > 0;) {
      const entry = flow.head[slot] ?? -1;
      const units = Math.min(left, flow.entryUnits[entry] ?? 0);
      const c = flow.entryClass[entry] ?? 0;
      flow.add(entry, -units);
      if (row >= 0) flow.pass(row, -units);
      unsold[c] = (unsold[c] ?? 0) + units;
      this.quantity -= units;
      left -= units;
    }
  }

  /** After its limits were lowered: whatever lies above a row's quota or its product's open part is withdrawn. */
  private makeRoom(row: number): void {
    const { flow } = this;
    this.shrink(row, (flow.used[row] ?? 0) - (flow.quota[row] ?? 0));
    const pool = flow.poolOf[row] ?? -1;
    if (pool < 0) return;
    for (const g of [row, ...(flow.cellsOfPool[pool] ?? [])]) {
      this.shrink(g, Math.min(flow.over(g), -flow.openIn(pool)));
    }
  }

  private shrink(row: number, by: number): void {
    const { flow } = this;
    let left = by;
    for (const slot of this.slotsOfRow[row] ?? []) {
      if (left <= 0) return;
      const units = Math.min(left, flow.filled[slot] ?? 0);
      this.withdraw(slot, units, row);
      left -= units;
    }
  }

  /** Fills a floor from what is unsold, then from what others have beside what they must have; returns the units. */
  private fill(floor: number, missing: number): number {
    const { exchange, flow } = this;
    this.offerUnsold();
    exchange.room.set(exchange.slotNode + floor, missing);
    const fresh = this.runs(missing);
    this.takeUnsold(fresh);
    if (fresh === missing) return fresh;
    exchange.supply.clear();
    exchange.followPools = false;
    flow.used.forEach((units, g) => {
      if (units > 0) exchange.supply.set(exchange.cellNode + g, units);
    });
    const moved = this.runs(missing - fresh);
    exchange.followPools = true;
    if (moved > 0) this.hasMoved = true;
    flow.used.forEach((units, g) => {
      if (units > 0) flow.used[g] = exchange.supply.get(exchange.cellNode + g) ?? units;
    });
    return fresh + moved;
  }

  /** Sells what can be sold beside: something new only where units have left their place. */
  private topUp(): void {
    if (!this.hasMoved) return;
    const { exchange, flow } = this;
    this.offerUnsold();
    if (exchange.supply.size === 0) return;
    openCells(flow, exchange);
    exchange.spendQuota = true;
    const sold = this.runs(Infinity);
    exchange.spendQuota = false;
    this.takeUnsold(sold);
  }

  private runs(most: number): number {
    this.work += this.net.classes + this.demands.count;
    return this.exchange.run(most);
  }

  private offerUnsold(): void {
    const { exchange } = this;
    exchange.supply.clear();
    exchange.room.clear();
    for (const c of this.classes) if ((this.unsold[c] ?? 0) > 0) exchange.supply.set(c, this.unsold[c] ?? 0);
  }

  private takeUnsold(units: number): void {
    for (const [c, left] of this.exchange.supply) this.unsold[c] = left;
    this.quantity += units;
  }
}
