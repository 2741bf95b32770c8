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
  /** Entries changed and by how much, while a trace is kept. */
  private trace: number[] | null = null;

  constructor(
    private readonly flow: Flow,
    private readonly slotNode: number,
    private readonly cellNode: number,
    private readonly bridgeNode: number,
  ) {}

  keepTrace(): void {
    this.trace = [];
  }

  /** Puts the flow back as it was when the trace began; bridges are not traced. */
  undo(): void {
    const trace = this.trace ?? [];
    this.trace = null;
    for (let at = trace.length - 2; at >= 0; at -= 2) this.flow.add(trace[at] ?? 0, -(trace[at + 1] ?? 0));
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
  capacity(from: number, to: number, entry: number): number {
    const { flow } = this;
    if (from >= this.bridgeNode) {
      const b = from - this.bridgeNode;
      return this.spareIn(b, this.bridges.classes[b]?.indexOf(to) ?? -1);
    }
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
  carry(from: number, to: number, entry: number, units: number): void {
    const { flow } = this;
    if (from >= this.bridgeNode) this.shiftBridge(from - this.bridgeNode, to, units);
    else if (from < this.slotNode && to >= this.bridgeNode) this.shiftBridge(to - this.bridgeNode, from, -units);
    else if (from < this.slotNode) this.change(flow.entryOf(from, to - this.slotNode), units);
    else if (from < this.cellNode && to < this.slotNode) this.change(entry, -units);
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
