import { Arcs, type Bridges } from './arcs.js';
import { firstCommon, firstFit, slotsByCell, usedSlots } from './fit.js';
import type { Flow } from './flow.js';
import { SlotLayers } from './slot-layers.js';

/**
 * Moves flow inside the residual network from sources to sinks (a blocking flow a phase: Dinic 1970), leaving every
 * other total as it is. Nodes: classes, one imagined class, then from `slotNode`, `cellNode`, `poolNode` and `bridgeNode`
 * on the others. A pool leads from a cell that would take an open unit to those that could give theirs up.
 */
export class Exchange {
  readonly slotNode: number;
  readonly cellNode: number;
  readonly poolNode: number;
  readonly bridgeNode: number;
  /** Units that each node still gives (sources) and still takes (sinks). */
  readonly supply = new Map<number, number>();
  readonly room = new Map<number, number>();
  private readonly level: Int32Array;
  private readonly pointer: Int32Array;
  private readonly layers: SlotLayers;
  private readonly cellSlots: Int32Array[];
  private readonly queue: Int32Array;
  private base = 0;
  private queued = 0;
  private readonly closed: Uint8Array;
  private readonly arcs: Arcs;
  /** Node of a class that no lot has, for "what if"; it serves the slots of `imagined`. */
  readonly imaginedNode: number;
  imagined: Uint32Array | null = null;
  /** Units that end in a cell spend its quota, so that what goes on into its pool finds only the rest. */
  spendQuota = false;
  /** Told of every path: source, sink, units. */
  onSent: ((from: number, to: number, units: number) => void) | null = null;

  constructor(
    private readonly flow: Flow,
    mostBridges = 0,
  ) {
    const { net } = flow;
    this.imaginedNode = net.classes;
    this.slotNode = this.imaginedNode + 1;
    this.cellNode = this.slotNode + net.demands.count;
    this.poolNode = this.cellNode + flow.quota.length;
    this.bridgeNode = this.poolNode + flow.cellsOfPool.length;
    const nodes = this.bridgeNode + mostBridges;
    this.arcs = new Arcs(flow, this.slotNode, this.cellNode, this.poolNode, this.bridgeNode);
    this.level = new Int32Array(nodes).fill(-1);
    this.pointer = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.closed = new Uint8Array(nodes);
    this.layers = new SlotLayers(usedSlots(net));
    this.cellSlots = slotsByCell(net, flow.quota.length);
  }

  set bridges(bridges: Bridges) {
    this.arcs.bridges = bridges;
  }

  /** False: what each cell passes stays as it is. */
  set followPools(follow: boolean) {
    this.arcs.followPools = follow;
  }

  /**
   * Moves all that can be moved, up to `most`; returns the units. Afterwards `reached` tells what the leftover
   * sources reach.
   */
  run(most = Infinity): number {
    let moved = 0;
    while (moved < most && this.search()) {
      this.pointer.fill(0);
      for (const [node, units] of this.supply) {
        const offered = Math.min(units, most - moved);
        let left = offered;
        for (let step = -1; left > 0 && step !== 0; left -= step) step = this.send(node, left);
        this.supply.set(node, units - offered + left);
        moved += offered - left;
      }
    }
    return moved;
  }

  /** As `run`, then puts the flow back as it was (after a `look` at it): how much could be moved. */
  measure(most = Infinity, look?: () => void): number {
    this.arcs.keepTrace();
    const moved = this.run(most);
    look?.();
    this.arcs.undo();
    return moved;
  }

  /** Reached by the last search, from sources that still had supply. */
  reached(node: number): boolean {
    return (this.level[node] ?? -1) >= this.base;
  }

  /** What the last search reached is left out of later searches: nothing leads out of it any more. */
  closeReached(): void {
    for (let at = 0; at < this.queued; at += 1) {
      const node = this.queue[at] ?? 0;
      this.closed[node] = 1;
      if (node >= this.slotNode && node < this.cellNode) this.layers.close(node - this.slotNode);
    }
  }

  /** Breadth-first levels from the sources; true when a sink with room is reached. */
  search(): boolean {
    this.base += 1_000_000;
    if (this.base > 2_000_000_000) {
      this.level.fill(-1);
      this.base = 1_000_000;
    }
    this.layers.begin();
    this.queued = 0;
    for (const [node, units] of this.supply) if (units > 0) this.visit(node, this.base);
    let last = 2_147_483_647;
    for (let at = 0; at < this.queued; at += 1) {
      const node = this.queue[at] ?? 0;
      const level = this.level[node] ?? 0;
      if (level >= last) continue;
      if ((this.room.get(node) ?? 0) > 0) last = level;
      else this.expand(node, level + 1);
    }
    return last < 2_147_483_647;
  }

  private visit(node: number, level: number): void {
    if (this.closed[node] === 1 || (this.level[node] ?? -1) >= this.base) return;
    this.level[node] = level;
    this.queue[this.queued] = node;
    this.queued += 1;
    if (node >= this.slotNode && node < this.cellNode) this.layers.reach(node - this.slotNode, level - this.base);
  }

  private expand(node: number, level: number): void {
    const { flow } = this;
    const { demands } = flow.net;
    if (node < this.slotNode) {
      const { unseen } = this.layers;
      for (let slot = this.fit(node, unseen, 0); slot >= 0; slot = this.fit(node, unseen, slot >> 5)) {
        this.visit(this.slotNode + slot, level);
      }
      for (const b of this.arcs.bridges.ofClass.get(node) ?? []) {
        if (this.arcs.canReturn(b, node)) this.visit(this.bridgeNode + b, level);
      }
    } else if (node < this.cellNode) {
      const slot = node - this.slotNode;
      const cell = demands.cell[slot] ?? -1;
      if (cell >= 0 && (flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0)) this.visit(this.cellNode + cell, level);
      for (let e = flow.head[slot] ?? -1; e >= 0; e = flow.next[e] ?? -1) this.visit(flow.entryClass[e] ?? 0, level);
    } else if (node < this.poolNode) {
      for (const slot of this.cellSlots[node - this.cellNode] ?? []) {
        if ((flow.filled[slot] ?? 0) > 0) this.visit(this.slotNode + slot, level);
      }
      const pool = this.arcs.poolBehind(node);
      if (pool >= 0) this.visit(pool, level);
    } else if (node < this.bridgeNode) {
      for (const g of flow.cellsOfPool[node - this.poolNode] ?? []) {
        if (flow.over(g) > 0) this.visit(this.cellNode + g, level);
      }
    } else {
      const b = node - this.bridgeNode;
      this.arcs.bridges.classes[b]?.forEach((c, at) => {
        if (this.arcs.spareIn(b, at) > 0) this.visit(c, level);
      });
    }
  }

  /** Sends up to `most` units along one shortest path from a source; 0 when none is left in this phase. */
  private send(from: number, most: number): number {
    if ((this.level[from] ?? -1) < this.base) return 0;
    const path = [from];
    const via: number[] = [-1];
    for (;;) {
      const node = path[path.length - 1] ?? from;
      if ((this.room.get(node) ?? 0) > 0) return this.settle(path, via, most);
      const next = this.step(node, (this.level[node] ?? 0) + 1, via, path.length);
      if (next >= 0) {
        path.push(next);
        continue;
      }
      if (node >= this.slotNode && node < this.cellNode) {
        this.layers.drop(node - this.slotNode, (this.level[node] ?? 0) - this.base);
      }
      this.level[node] = -1;
      path.pop();
      if (path.length === 0) return 0;
    }
  }

  /** The next node one level on; pointers move on only. */
  private step(node: number, level: number, via: number[], depth: number): number {
    const { flow } = this;
    const { demands } = flow.net;
    if (node < this.slotNode) {
      const set = this.layers.at(level - this.base);
      const slot = set === undefined ? -1 : this.fit(node, set, this.pointer[node] ?? 0);
      if (slot >= 0) {
        this.pointer[node] = slot >> 5;
        return this.slotNode + slot;
      }
      this.pointer[node] = this.layers.unseen.length;
      for (const b of this.arcs.bridges.ofClass.get(node) ?? []) {
        if (this.level[this.bridgeNode + b] === level && this.arcs.canReturn(b, node)) return this.bridgeNode + b;
      }
      return -1;
    }
    if (node < this.cellNode) {
      const slot = node - this.slotNode;
      const cell = demands.cell[slot] ?? -1;
      const open = cell >= 0 && (flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0);
      if (open && this.level[this.cellNode + cell] === level) return this.cellNode + cell;
      for (let e = flow.head[slot] ?? -1; e >= 0; e = flow.next[e] ?? -1) {
        if (this.level[flow.entryClass[e] ?? 0] !== level) continue;
        via[depth] = e;
        return flow.entryClass[e] ?? 0;
      }
      return -1;
    }
    if (node < this.poolNode) {
      const slots = this.cellSlots[node - this.cellNode] ?? new Int32Array(0);
      for (let at = this.pointer[node] ?? 0; at < slots.length; at += 1) {
        const slot = slots[at] ?? 0;
        this.pointer[node] = at;
        if (this.level[this.slotNode + slot] === level && (flow.filled[slot] ?? 0) > 0) return this.slotNode + slot;
      }
      this.pointer[node] = slots.length;
      const pool = this.arcs.poolBehind(node);
      return pool >= 0 && this.level[pool] === level ? pool : -1;
    }
    if (node < this.bridgeNode) {
      const cells = flow.cellsOfPool[node - this.poolNode] ?? [];
      const g = cells.find((one) => this.level[this.cellNode + one] === level && flow.over(one) > 0);
      return g === undefined ? -1 : this.cellNode + g;
    }
    const b = node - this.bridgeNode;
    const classes = this.arcs.bridges.classes[b] ?? [];
    return classes.find((c, at) => this.level[c] === level && this.arcs.spareIn(b, at) > 0) ?? -1;
  }

  private settle(path: number[], via: number[], most: number): number {
    const end = path[path.length - 1] ?? 0;
    const amount = this.arcs.narrowest(path, via, Math.min(most, this.room.get(end) ?? 0));
    this.arcs.carryAlong(path, via, amount);
    this.room.set(end, (this.room.get(end) ?? 0) - amount);
    if (this.spendQuota && end >= this.cellNode && end < this.poolNode) this.arcs.passCell(end - this.cellNode, amount);
    this.onSent?.(path[0] ?? 0, end, amount);
    return amount;
  }

  private fit(c: number, set: Uint32Array, fromWord: number): number {
    if (c !== this.imaginedNode) return firstFit(this.flow.net, c, set, fromWord);
    return this.imagined === null ? -1 : firstCommon(set, this.imagined, fromWord);
  }
}
