import { Arcs, type Bridges } from './arcs.js';
import { firstFit, slotsByCell, usedSlots } from './fit.js';
import type { Flow } from './flow.js';

/**
 * Moves flow inside the residual network from sources to sinks (a blocking flow a phase: Dinic 1970), leaving every
 * other total as it is. Nodes: classes, one imagined class, then from `slotNode`, `cellNode` and `bridgeNode` on the others.
 */
export class Exchange {
  readonly slotNode: number;
  readonly cellNode: number;
  readonly bridgeNode: number;
  /** Units that each node still gives (sources) and still takes (sinks). */
  readonly supply = new Map<number, number>();
  readonly room = new Map<number, number>();
  private readonly level: Int32Array;
  private readonly pointer: Int32Array;
  private readonly fresh: Uint32Array;
  private readonly unseen: Uint32Array;
  /** Slots by level, dead ends taken out: a class finds its way on with one look a word. */
  private readonly alive: (Uint32Array | undefined)[] = [];
  private readonly cellSlots: Int32Array[];
  private readonly queue: Int32Array;
  private base = 0;
  private queued = 0;
  private readonly closed: Uint8Array;
  private readonly arcs: Arcs;
  /** Node of a class that no lot has, for "what if"; it serves the slots of `imagined`. */
  readonly imaginedNode: number;
  imagined: Uint32Array | null = null;
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
    this.bridgeNode = this.cellNode + flow.quota.length;
    const nodes = this.bridgeNode + mostBridges;
    this.arcs = new Arcs(flow, this.slotNode, this.cellNode, this.bridgeNode);
    this.level = new Int32Array(nodes).fill(-1);
    this.pointer = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.closed = new Uint8Array(nodes);
    this.fresh = usedSlots(net);
    this.unseen = this.fresh.slice();
    this.cellSlots = slotsByCell(net, flow.quota.length);
  }

  set bridges(bridges: Bridges) {
    this.arcs.bridges = bridges;
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

  /** As `run`, then puts the flow back as it was: how much could be moved. */
  measure(most = Infinity): number {
    this.arcs.keepTrace();
    const moved = this.run(most);
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
      const slot = node - this.slotNode;
      if (slot >= 0 && node < this.cellNode) this.fresh[slot >> 5] = (this.fresh[slot >> 5] ?? 0) & ~(1 << (slot & 31));
    }
  }

  /** Breadth-first levels from the sources; true when a sink with room is reached. */
  search(): boolean {
    this.base += 1_000_000;
    if (this.base > 2_000_000_000) {
      this.level.fill(-1);
      this.base = 1_000_000;
    }
    this.unseen.set(this.fresh);
    for (const set of this.alive) set?.fill(0);
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
    const slot = node - this.slotNode;
    if (slot < 0 || node >= this.cellNode) return;
    const bit = 1 << (slot & 31);
    this.unseen[slot >> 5] = (this.unseen[slot >> 5] ?? 0) & ~bit;
    const set = (this.alive[level - this.base] ??= new Uint32Array(this.fresh.length));
    set[slot >> 5] = (set[slot >> 5] ?? 0) | bit;
  }

  private expand(node: number, level: number): void {
    const { flow } = this;
    const { demands } = flow.net;
    if (node < this.slotNode) {
      for (let slot = this.fit(node, this.unseen, 0); slot >= 0; slot = this.fit(node, this.unseen, slot >> 5)) {
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
    } else if (node < this.bridgeNode) {
      for (const slot of this.cellSlots[node - this.cellNode] ?? []) {
        if ((flow.filled[slot] ?? 0) > 0) this.visit(this.slotNode + slot, level);
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
      const slot = node - this.slotNode;
      const set = slot >= 0 && node < this.cellNode ? this.alive[(this.level[node] ?? 0) - this.base] : undefined;
      if (set !== undefined) set[slot >> 5] = (set[slot >> 5] ?? 0) & ~(1 << (slot & 31));
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
      const set = this.alive[level - this.base];
      const slot = set === undefined ? -1 : this.fit(node, set, this.pointer[node] ?? 0);
      if (slot >= 0) {
        this.pointer[node] = slot >> 5;
        return this.slotNode + slot;
      }
      this.pointer[node] = this.fresh.length;
      for (const b of this.arcs.bridges.ofClass.get(node) ?? []) {
        if (this.level[this.bridgeNode + b] === level && this.arcs.canReturn(b, node)) return this.bridgeNode + b;
      }
      return -1;
    }
    if (node < this.cellNode) {
      const slot = node - this.slotNode;
      const cell = demands.cell[slot] ?? -1;
      if (
        cell >= 0 &&
        this.level[this.cellNode + cell] === level &&
        (flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0)
      )
        return this.cellNode + cell;
      for (let e = flow.head[slot] ?? -1; e >= 0; e = flow.next[e] ?? -1) {
        if (this.level[flow.entryClass[e] ?? 0] !== level) continue;
        via[depth] = e;
        return flow.entryClass[e] ?? 0;
      }
      return -1;
    }
    if (node < this.bridgeNode) {
      const slots = this.cellSlots[node - this.cellNode] ?? new Int32Array(0);
      for (let at = this.pointer[node] ?? 0; at < slots.length; at += 1) {
        const slot = slots[at] ?? 0;
        this.pointer[node] = at;
        if (this.level[this.slotNode + slot] === level && (flow.filled[slot] ?? 0) > 0) return this.slotNode + slot;
      }
      return -1;
    }
    const b = node - this.bridgeNode;
    const classes = this.arcs.bridges.classes[b] ?? [];
    return classes.find((c, at) => this.level[c] === level && this.arcs.spareIn(b, at) > 0) ?? -1;
  }

  private settle(path: number[], via: number[], most: number): number {
    const end = path[path.length - 1] ?? 0;
    let amount = Math.min(most, this.room.get(end) ?? 0);
    for (let at = 0; at + 1 < path.length; at += 1)
      amount = Math.min(amount, this.arcs.capacity(path[at] ?? 0, path[at + 1] ?? 0, via[at + 1] ?? -1));
    for (let at = 0; at + 1 < path.length; at += 1)
      this.arcs.carry(path[at] ?? 0, path[at + 1] ?? 0, via[at + 1] ?? -1, amount);
    this.room.set(end, (this.room.get(end) ?? 0) - amount);
    this.onSent?.(path[0] ?? 0, end, amount);
    return amount;
  }

  private fit(c: number, set: Uint32Array, fromWord: number): number {
    if (c !== this.imaginedNode) return firstFit(this.flow.net, c, set, fromWord);
    for (let word = fromWord; word < set.length; word += 1) {
      const here = (set[word] ?? 0) & (this.imagined?.[word] ?? 0);
      if (here !== 0) return word * 32 + 31 - Math.clz32(here & -here);
    }
    return -1;
  }
}
