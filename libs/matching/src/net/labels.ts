import type { Flow } from './flow.js';

/** Label of a node that can never reach a buyer again. */
export const DEAD = 1_000_000_000;

/**
 * Distance labels of classes, slots and cells: lower bounds of the number of arcs to a buyer. They only rise.
 * When no node carries a label, all above it are dead at once (gap heuristic). Classes that nothing was pushed into carry
 * label 0 and count for nothing: no path leads through them.
 */
export class Labels {
  private readonly classLabel: Int32Array;
  private readonly classTick: Int32Array;
  readonly slot: Int32Array;
  readonly cell: Int32Array;
  /** Slots by label, as bit sets, and how many slots and nodes carry each label. */
  private readonly level: (Uint32Array | undefined)[] = [];
  private readonly slotsAt: number[] = [];
  private readonly nodesAt: number[] = [];
  /** Gaps seen so far; a class labelled before the last gap below its label is dead. */
  private tick = 1;
  private readonly gapTick: number[] = [];
  private readonly words: number;
  /** Highest label that a node may carry now. */
  top = 0;

  constructor({ net, quota }: Flow) {
    const { demands } = net;
    this.words = demands.count >> 5;
    this.classLabel = new Int32Array(net.classes);
    this.classTick = new Int32Array(net.classes);
    this.slot = new Int32Array(demands.count).fill(DEAD);
    this.cell = new Int32Array(quota.length).fill(DEAD);
    quota.forEach((units, g) => {
      if (units > 0) this.setCell(g, 1);
    });
    for (let slot = 0; slot < demands.count; slot += 1) {
      if (!((demands.cap[slot] ?? 0) > 0)) continue;
      const cell = demands.cell[slot] ?? -1;
      if (cell < 0) this.setSlot(slot, 1);
      else if ((quota[cell] ?? 0) > 0) this.setSlot(slot, 2);
    }
  }

  /** Label of a class; 0 when it has none yet. */
  class(c: number): number {
    const label = this.classLabel[c] ?? DEAD;
    if (label < DEAD && (this.classTick[c] ?? 0) < (this.gapTick[label] ?? 0)) return (this.classLabel[c] = DEAD);
    return label;
  }

  setClass(c: number, label: number): void {
    const was = this.classLabel[c] ?? 0;
    this.classLabel[c] = label;
    this.classTick[c] = this.tick;
    this.count(was, label);
  }

  /** Slots that carry a label; undefined when there are none. */
  slotsWith(label: number): Uint32Array | undefined {
    return (this.slotsAt[label] ?? 0) === 0 ? undefined : this.level[label];
  }

  setSlot(slot: number, label: number): void {
    const was = this.slot[slot] ?? DEAD;
    const bit = 1 << (slot & 31);
    const word = slot >> 5;
    if (was < DEAD) {
      const set = this.level[was];
      if (set !== undefined) set[word] = (set[word] ?? 0) & ~bit;
      this.slotsAt[was] = (this.slotsAt[was] ?? 0) - 1;
    }
    this.slot[slot] = label;
    if (label < DEAD) {
      const set = (this.level[label] ??= new Uint32Array(this.words));
      set[word] = (set[word] ?? 0) | bit;
      this.slotsAt[label] = (this.slotsAt[label] ?? 0) + 1;
    }
    this.count(was === DEAD ? 0 : was, label);
  }

  setCell(cell: number, label: number): void {
    const was = this.cell[cell] ?? DEAD;
    this.cell[cell] = label;
    this.count(was === DEAD ? 0 : was, label);
  }

  private count(was: number, now: number): void {
    if (was === now) return;
    if (now < DEAD) {
      this.nodesAt[now] = (this.nodesAt[now] ?? 0) + 1;
      if (now > this.top) this.top = now;
    }
    if (was <= 0 || was >= DEAD) return;
    this.nodesAt[was] = (this.nodesAt[was] ?? 0) - 1;
    if (this.nodesAt[was] === 0) this.killAbove(was);
  }

  /** No node carries this label: whatever lies above it is cut off from the buyers for good. */
  private killAbove(label: number): void {
    this.tick += 1;
    for (let above = label + 1; above <= this.top; above += 1) {
      this.gapTick[above] = this.tick;
      this.nodesAt[above] = 0;
      this.slotsAt[above] = 0;
      const set = this.level[above];
      for (let word = 0; set !== undefined && word < this.words; word += 1) {
        for (let here = set[word] ?? 0; here !== 0; here &= here - 1) {
          this.slot[word * 32 + 31 - Math.clz32(here & -here)] = DEAD;
        }
        set[word] = 0;
      }
    }
    for (let cell = 0; cell < this.cell.length; cell += 1) {
      const at = this.cell[cell] ?? DEAD;
      if (at > label && at < DEAD) this.cell[cell] = DEAD;
    }
    this.top = Math.min(this.top, label);
  }
}
