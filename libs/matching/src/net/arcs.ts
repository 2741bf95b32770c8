import type { Flow } from './flow.js';

/** Producers whose stock of one group lies in several classes: they may shift between them. */
export interface Bridges {
  count: number;
  /** Per bridge: classes it holds stock in, units sold and held in each. */
  classes: number[][];
  sold: number[][];
  held: number[][];
  /** Per class: bridges that touch it. */
  ofClass: Map<number, number[]>;
}

const NO_BRIDGES: Bridges = { count: 0, classes: [], sold: [], held: [], ofClass: new Map() };

/** What moves over the arcs of a residual network, and how it is put back. */
export class Arcs {
  bridges: Bridges = NO_BRIDGES;
  followPools = true;
  /** Entries (cells as −1 − cell) changed and by how much, while a trace is kept. */
  private trace: number[] | null = null;

  constructor(
    private readonly flow: Flow,
    private readonly slotNode: number,
    private readonly cellNode: number,
    private readonly poolNode: number,
    private readonly bridgeNode: number,
  ) {}

  keepTrace(): void {
    this.trace = [];
  }

  /** Puts the flow back as it was when the trace began; bridges are not traced. */
  undo(): void {
    const trace = this.trace ?? [];
    this.trace = null;
    for (let at = trace.length - 2; at >= 0; at -= 2) {
      const [what, units] = [trace[at] ?? 0, trace[at + 1] ?? 0];
      if (what >= 0) this.flow.add(what, -units);
      else this.flow.pass(-1 - what, -units);
    }
  }

  /** The most that a path carries, up to `most`; `via` are the flows from slots to classes on it. */
  narrowest(path: readonly number[], via: readonly number[], most: number): number {
    let amount = most;
    for (let at = 0; at + 1 < path.length; at += 1) {
      amount = Math.min(amount, this.capacity(path[at] ?? 0, path[at + 1] ?? 0, via[at + 1] ?? -1));
    }
    return amount;
  }

  carryAlong(path: readonly number[], via: readonly number[], units: number): void {
    for (let at = 0; at + 1 < path.length; at += 1) {
      this.carry(path[at] ?? 0, path[at + 1] ?? 0, via[at + 1] ?? -1, units);
    }
  }

  /** Node of the pool that a cell could take an open unit of, −1 for none. */
  poolBehind(node: number): number {
    const g = node - this.cellNode;
    return this.followPools && this.flow.poolRoom(g) > 0 ? this.poolNode + (this.flow.poolOf[g] ?? 0) : -1;
  }

  /** Units that a bridge could still sell in its at-th class. */
  spareIn(b: number, at: number): number {
    return (this.bridges.held[b]?.[at] ?? 0) - (this.bridges.sold[b]?.[at] ?? 0);
  }

  /** Whether a bridge sells in the class, so that units could leave the class for it. */
  canReturn(b: number, c: number): boolean {
    const at = this.bridges.classes[b]?.indexOf(c) ?? -1;
    return (this.bridges.sold[b]?.[at] ?? 0) > 0;
  }

  /** Units that may move from one node to the next; `entry` is the flow from a slot to a class. */
  private capacity(from: number, to: number, entry: number): number {
    const { flow } = this;
    if (from >= this.bridgeNode) {
      const b = from - this.bridgeNode;
      return this.spareIn(b, this.bridges.classes[b]?.indexOf(to) ?? -1);
    }
    if (from >= this.poolNode) return flow.over(to - this.cellNode);
    if (from >= this.cellNode && to >= this.poolNode) return flow.poolRoom(from - this.cellNode);
    if (from >= this.cellNode) return flow.filled[to - this.slotNode] ?? 0;
    if (from >= this.slotNode) {
      if (to < this.slotNode) return flow.entryUnits[entry] ?? 0;
      return (flow.net.demands.cap[from - this.slotNode] ?? 0) - (flow.filled[from - this.slotNode] ?? 0);
    }
    if (to < this.bridgeNode) return Infinity;
    const b = to - this.bridgeNode;
    return this.bridges.sold[b]?.[this.bridges.classes[b]?.indexOf(from) ?? -1] ?? 0;
  }

  /** Moves units over one arc. */
  private carry(from: number, to: number, entry: number, units: number): void {
    const { flow } = this;
    if (from >= this.bridgeNode) this.shiftBridge(from - this.bridgeNode, to, units);
    else if (from < this.slotNode && to >= this.bridgeNode) this.shiftBridge(to - this.bridgeNode, from, -units);
    else if (from < this.slotNode) this.change(flow.entryOf(from, to - this.slotNode), units);
    else if (from < this.cellNode && to < this.slotNode) this.change(entry, -units);
    else if (from >= this.poolNode) this.passCell(to - this.cellNode, -units);
    else if (from >= this.cellNode && to >= this.poolNode) this.passCell(from - this.cellNode, units);
  }

  passCell(g: number, units: number): void {
    this.flow.pass(g, units);
    this.trace?.push(-1 - g, units);
  }

  private change(entry: number, units: number): void {
    this.flow.add(entry, units);
    this.trace?.push(entry, units);
  }

  private shiftBridge(b: number, c: number, units: number): void {
    const sold = this.bridges.sold[b];
    const at = this.bridges.classes[b]?.indexOf(c) ?? -1;
    if (sold !== undefined && at >= 0) sold[at] = (sold[at] ?? 0) + units;
  }
}
