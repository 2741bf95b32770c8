import { firstFit, slotsByCell } from './fit.js';
import type { Flow } from './flow.js';
import { DEAD, Labels } from './labels.js';

/**
 * Pushes stock into the network along shortest augmenting paths (distance labels with the gap heuristic: ISAP).
 *
 * Pushes come one after the other and none is ever revoked: the sold quantities form a polymatroid, so pushing
 * lots in order of preference is exact. Labels only rise, over all pushes together, and a node whose label is
 * dead can never reach a buyer again: a tight set is searched once.
 * Sources: Ahuja & Orlin 1989 (ISAP); Cherkassky & Goldberg 1997 (gap).
 */
export class Pusher {
  private readonly labels: Labels;
  private readonly classWord: Int32Array;
  private readonly slotEntry: Int32Array;
  private readonly cellLine: Int32Array;
  private readonly cellSlots: Int32Array[];
  private readonly words: number;
  private stack = new Int32Array(256);
  private via = new Int32Array(256);

  constructor(readonly flow: Flow) {
    const { net } = flow;
    const { demands } = net;
    this.words = demands.count >> 5;
    this.labels = new Labels(flow);
    this.classWord = new Int32Array(net.classes);
    this.slotEntry = new Int32Array(demands.count).fill(-1);
    this.cellLine = new Int32Array(flow.quota.length);
    this.cellSlots = slotsByCell(net, flow.quota.length);
  }

  /** Pushes up to `amount` units of a class; returns how many found a buyer. */
  push(c: number, amount: number): number {
    let left = amount;
    if (this.labels.class(c) === 0) this.relabelClass(c, 1);
    while (left > 0) {
      const depth = this.findPath(c);
      if (depth === 0) break;
      left -= this.augment(depth, left);
    }
    return amount - left;
  }

  /** True when the class can place no further unit, now or ever. */
  isDead(c: number): boolean {
    if (this.labels.class(c) === 0) this.relabelClass(c, 1);
    return this.labels.class(c) === DEAD;
  }

  /** Depth of an admissible path from c to a buyer, on the stack; 0 when there is none. */
  private findPath(c: number): number {
    const { net } = this.flow;
    const [slots, cells] = [net.classes, net.classes + net.demands.count];
    this.stack[0] = c;
    let depth = 1;
    while (depth > 0) {
      if (depth + 2 > this.stack.length) this.deepen();
      const node = this.stack[depth - 1] ?? 0;
      let found: number;
      if (node < slots) {
        const label = this.labels.class(node);
        found = label === DEAD ? -2 : this.nextSlot(node, label - 1);
        if (found >= 0) found += slots;
        else if (found === -1) this.relabelClass(node, label);
      } else if (node < cells) {
        found = this.fromSlot(node - slots, depth, cells);
        if (found === -3) return depth;
        if (found === -1) this.relabelSlot(node - slots);
      } else {
        found = this.fromCell(node - cells, slots);
        if (found === -3) return depth;
        if (found === -1) {
          this.relabelCell(node - cells);
          // Its lines were relabelled too; one of them may lie on the path behind, which is then no longer downhill.
          depth = 1;
          continue;
        }
      }
      if (found >= 0) {
        this.stack[depth] = found;
        depth += 1;
      } else {
        depth -= 1;
      }
      // A relabelled start is tried again until it is dead.
      if (depth === 0 && this.labels.class(c) < DEAD) depth = 1;
    }
    return 0;
  }

  private fromSlot(slot: number, depth: number, cells: number): number {
    const { flow } = this;
    const { demands } = flow.net;
    const want = (this.labels.slot[slot] ?? DEAD) - 1;
    if (want + 1 >= DEAD) return -2;
    if ((flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0)) {
      const cell = demands.cell[slot] ?? -1;
      if (cell < 0 && want === 0) return -3;
      if (cell >= 0 && this.labels.cell[cell] === want) return cells + cell;
    }
    let entry = this.slotEntry[slot] ?? -1;
    while (entry >= 0) {
      const c = flow.entryClass[entry] ?? 0;
      if (this.labels.class(c) === want) {
        this.slotEntry[slot] = entry;
        this.via[depth] = entry;
        return c;
      }
      entry = flow.next[entry] ?? -1;
    }
    this.slotEntry[slot] = -1;
    return -1;
  }

  private fromCell(cell: number, slots: number): number {
    const { flow } = this;
    const want = (this.labels.cell[cell] ?? DEAD) - 1;
    if (want + 1 >= DEAD) return -2;
    if (want === 0 && flow.room(cell) > 0) return -3;
    const lines = this.cellSlots[cell];
    if (lines === undefined) return -1;
    for (let at = this.cellLine[cell] ?? 0; at < lines.length; at += 1) {
      const slot = lines[at] ?? 0;
      if (this.labels.slot[slot] === want && (flow.filled[slot] ?? 0) > 0) {
        this.cellLine[cell] = at;
        return slots + slot;
      }
    }
    this.cellLine[cell] = lines.length;
    const other = this.makesRoom(cell, want);
    return other < 0 ? -1 : slots + flow.net.demands.count + other;
  }

  /** A cell of the same pool, at a label, that could leave its place in the pool to this one; −1 when there is none. */
  private makesRoom(cell: number, label: number): number {
    const { flow } = this;
    const pool = flow.poolOf[cell] ?? -1;
    if (pool < 0 || flow.poolRoom(cell) === 0) return -1;
    return flow.cellsOfPool[pool]?.find((g) => g !== cell && this.labels.cell[g] === label && flow.over(g) > 0) ?? -1;
  }

  private augment(depth: number, most: number): number {
    const { flow, stack } = this;
    const { demands, classes } = flow.net;
    const cells = classes + demands.count;
    let amount = most;
    for (let at = 0; at < depth; at += 1) {
      const node = stack[at] ?? 0;
      const after = at + 1 < depth ? (stack[at + 1] ?? 0) : -1;
      if (node < classes) continue;
      if (node < cells) {
        const slot = node - classes;
        const room =
          after >= 0 && after < classes
            ? (flow.entryUnits[this.via[at + 1] ?? 0] ?? 0)
            : (demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
        if (room < amount) amount = room;
      } else {
        const room =
          after >= cells
            ? Math.min(flow.poolRoom(node - cells), flow.over(after - cells))
            : after >= 0
              ? (flow.filled[after - classes] ?? 0)
              : flow.room(node - cells);
        if (room < amount) amount = room;
      }
    }
    for (let at = 0; at < depth; at += 1) {
      const node = stack[at] ?? 0;
      const after = at + 1 < depth ? (stack[at + 1] ?? 0) : -1;
      if (node < classes) {
        flow.add(flow.entryOf(node, after - classes), amount);
      } else if (node < cells) {
        if (after >= 0 && after < classes) {
          const entry = this.via[at + 1] ?? 0;
          if (flow.entryUnits[entry] === amount) this.slotEntry[node - classes] = flow.next[entry] ?? -1;
          flow.add(entry, -amount);
        }
      } else if (after < 0) {
        flow.pass(node - cells, amount);
      } else if (after >= cells) {
        flow.pass(node - cells, amount);
        flow.pass(after - cells, -amount);
      }
    }
    return amount;
  }

  /** Next slot that class c can serve and that carries `label`; −1 when there is none. */
  private nextSlot(c: number, label: number): number {
    const set = this.labels.slotsWith(label);
    if (set === undefined) return -1;
    const slot = firstFit(this.flow.net, c, set, this.classWord[c] ?? 0);
    this.classWord[c] = slot < 0 ? this.words : slot >> 5;
    return slot;
  }

  /** Lifts a class above the nearest slot that it can serve, none of which lies below `from`. */
  private relabelClass(c: number, from: number): void {
    let label = Math.max(1, from);
    for (; label <= this.labels.top; label += 1) {
      const set = this.labels.slotsWith(label);
      if (set !== undefined && firstFit(this.flow.net, c, set, 0) >= 0) break;
    }
    this.classWord[c] = 0;
    this.labels.setClass(c, label <= this.labels.top ? label + 1 : DEAD);
  }

  private relabelSlot(slot: number): void {
    const { flow } = this;
    const { demands } = flow.net;
    let label = DEAD;
    if ((flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0)) {
      const cell = demands.cell[slot] ?? -1;
      label = cell < 0 ? 1 : (this.labels.cell[cell] ?? DEAD) + 1;
    }
    for (let entry = flow.head[slot] ?? -1; entry >= 0; entry = flow.next[entry] ?? -1) {
      const other = this.labels.class(flow.entryClass[entry] ?? 0) + 1;
      if (other < label) label = other;
    }
    this.slotEntry[slot] = flow.head[slot] ?? -1;
    if (label > (this.labels.slot[slot] ?? 0)) this.labels.setSlot(slot, Math.min(label, DEAD));
  }

  private relabelCell(cell: number): void {
    const { flow } = this;
    const lines = this.cellSlots[cell] ?? new Int32Array(0);
    let label = flow.room(cell) > 0 ? 1 : DEAD;
    for (const slot of lines) {
      const other = (this.labels.slot[slot] ?? DEAD) + 1;
      if (other < label && (flow.filled[slot] ?? 0) > 0) label = other;
    }
    if (flow.poolRoom(cell) > 0) {
      for (const g of flow.cellsOfPool[flow.poolOf[cell] ?? -1] ?? []) {
        if (g !== cell && flow.over(g) > 0) label = Math.min(label, (this.labels.cell[g] ?? DEAD) + 1);
      }
    }
    this.cellLine[cell] = 0;
    if (label <= (this.labels.cell[cell] ?? 0)) return;
    this.labels.setCell(cell, Math.min(label, DEAD));
    // Its lines learn it at once: idle ones with an old label would hide a gap.
    for (const slot of lines) if ((this.labels.slot[slot] ?? DEAD) < DEAD) this.relabelSlot(slot);
  }

  private deepen(): void {
    const [stack, via] = [new Int32Array(this.stack.length * 2), new Int32Array(this.via.length * 2)];
    stack.set(this.stack);
    via.set(this.via);
    this.stack = stack;
    this.via = via;
  }
}
