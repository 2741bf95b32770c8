import type { Net } from './net.js';

/** A flow as it was, to go back to. */
export interface SavedFlow {
  readonly filled: Float64Array;
  readonly used: Float64Array;
  readonly head: Int32Array;
  /** Units and neighbours of the entries that there were. */
  readonly units: Float64Array;
  readonly next: Int32Array;
  readonly before: Int32Array;
}

/** The positive flows of a network, and what is left of each capacity. Entries exist only where flow was ever put. */
export class Flow {
  /** Units that each demand slot receives. */
  readonly filled: Float64Array;
  /** Units that each quota cell passes, and may pass. */
  readonly used: Float64Array;
  readonly quota: Float64Array;
  /** Cells of each pool, by `poolOf` of a cell (−1: none). */
  readonly cellsOfPool: number[][];
  readonly poolOf: Int32Array;
  /** Entry arrays: class, slot, units; entries of one slot with units > 0 are a linked list. */
  entryClass = new Int32Array(1024);
  entrySlot = new Int32Array(1024);
  entryUnits = new Float64Array(1024);
  next = new Int32Array(1024);
  private before = new Int32Array(1024);
  readonly head: Int32Array;
  entries = 0;
  private table = new Int32Array(4096).fill(-1);
  private mask = 4095;

  constructor(readonly net: Net) {
    const { demands, normal } = net;
    this.filled = new Float64Array(demands.count);
    this.head = new Int32Array(demands.count).fill(-1);
    this.used = new Float64Array(normal.terms.length);
    this.quota = normal.quota;
    this.poolOf = normal.pool;
    this.cellsOfPool = normal.pools.map((_, pool) => [...normal.pool.keys()].filter((g) => normal.pool[g] === pool));
  }

  /** Lets units through a cell (or takes them back, when negative). */
  pass(g: number, units: number): void {
    this.used[g] = (this.used[g] ?? 0) + units;
  }

  /** Units that a cell passes beside its own share, which is filled first. */
  over(g: number): number {
    return (this.poolOf[g] ?? -1) < 0 ? 0 : Math.max(0, (this.used[g] ?? 0) - (this.net.normal.share[g] ?? 0));
  }

  /** Units that a pool still gives to its cells. */
  openIn(pool: number): number {
    let left = this.net.normal.pools[pool]?.open ?? 0;
    for (const g of this.cellsOfPool[pool] ?? []) left -= this.over(g);
    return left;
  }

  /** Units that a cell may still pass of its own: its share where its product has a pool, else its quota. */
  ownRoom(g: number): number {
    const most = (this.poolOf[g] ?? -1) < 0 ? Infinity : (this.net.normal.share[g] ?? 0);
    return Math.max(0, Math.min(this.quota[g] ?? 0, most) - (this.used[g] ?? 0));
  }

  /** Units that a cell's quota would let through from its pool. */
  poolRoom(g: number): number {
    if ((this.poolOf[g] ?? -1) < 0) return 0;
    return Math.max(0, (this.quota[g] ?? 0) - Math.max(this.used[g] ?? 0, this.net.normal.share[g] ?? 0));
  }

  /** Units that a cell may still pass as things stand. */
  room(g: number): number {
    const pool = this.poolOf[g] ?? -1;
    if (pool < 0) return (this.quota[g] ?? 0) - (this.used[g] ?? 0);
    return this.ownRoom(g) + Math.min(this.poolRoom(g), this.openIn(pool));
  }

  /** The entry of (class, slot), made when there is none. */
  entryOf(c: number, slot: number): number {
    let at = hash(c, slot) & this.mask;
    for (;;) {
      const entry = this.table[at] ?? -1;
      if (entry < 0) break;
      if (this.entryClass[entry] === c && this.entrySlot[entry] === slot) return entry;
      at = (at + 1) & this.mask;
    }
    if (this.entries === this.entryClass.length) this.grow();
    const entry = this.entries;
    this.entries += 1;
    this.entryClass[entry] = c;
    this.entrySlot[entry] = slot;
    if (this.entries * 2 > this.mask) this.rehash();
    else this.table[at] = entry;
    return entry;
  }

  /** Adds units to an entry; `filled` of its slot follows. */
  add(entry: number, units: number): void {
    const slot = this.entrySlot[entry] ?? 0;
    const was = this.entryUnits[entry] ?? 0;
    const now = was + units;
    this.entryUnits[entry] = now;
    this.filled[slot] = (this.filled[slot] ?? 0) + units;
    if (was === 0 && now > 0) this.link(entry, slot);
    else if (now === 0 && was > 0) this.unlink(entry, slot);
  }

  save(): SavedFlow {
    const { entries } = this;
    return {
      filled: this.filled.slice(),
      used: this.used.slice(),
      head: this.head.slice(),
      units: this.entryUnits.slice(0, entries),
      next: this.next.slice(0, entries),
      before: this.before.slice(0, entries),
    };
  }

  /** Entries made since then stay, without units. */
  restore({ filled, used, head, units, next, before }: SavedFlow): void {
    this.filled.set(filled);
    this.used.set(used);
    this.head.set(head);
    this.entryUnits.set(units);
    this.entryUnits.fill(0, units.length, this.entries);
    this.next.set(next);
    this.before.set(before);
  }

  private link(entry: number, slot: number): void {
    const first = this.head[slot] ?? -1;
    this.next[entry] = first;
    this.before[entry] = -1;
    if (first >= 0) this.before[first] = entry;
    this.head[slot] = entry;
  }

  private unlink(entry: number, slot: number): void {
    const [before, next] = [this.before[entry] ?? -1, this.next[entry] ?? -1];
    if (before < 0) this.head[slot] = next;
    else this.next[before] = next;
    if (next >= 0) this.before[next] = before;
  }

  private grow(): void {
    const room = this.entryClass.length * 2;
    this.entryClass = widen(this.entryClass, new Int32Array(room));
    this.entrySlot = widen(this.entrySlot, new Int32Array(room));
    this.entryUnits = widen(this.entryUnits, new Float64Array(room));
    this.next = widen(this.next, new Int32Array(room));
    this.before = widen(this.before, new Int32Array(room));
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2).fill(-1);
    this.mask = this.table.length - 1;
    for (let entry = 0; entry < this.entries; entry += 1) {
      let at = hash(this.entryClass[entry] ?? 0, this.entrySlot[entry] ?? 0) & this.mask;
      while ((this.table[at] ?? -1) >= 0) at = (at + 1) & this.mask;
      this.table[at] = entry;
    }
  }
}

function hash(c: number, slot: number): number {
  const mixed = Math.imul(c, 0x9e3779b1) ^ Math.imul(slot, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function widen<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
