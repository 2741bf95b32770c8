import { passesAll } from '../normalized/eligibility.js';
import { byText } from '../format/order.js';
import { move, setFree, type BookLine, type BookLot } from './book-lot.js';
import { Shelf } from './lot-index.js';

interface Step {
  line: BookLine;
  /** The lot that `line` would hand to the line before it; null for the line that asks. */
  lot: BookLot | null;
  before: Step | null;
}

/** All lots of a market on shelves, and the search that finds stock for a line. */
export class Stock {
  private readonly shelves = new Map<string, Shelf[]>();
  private readonly lots = new Map<string, BookLot[]>();
  private readonly suitable = new Map<string, Shelf[]>();
  private readonly pools = new Map<string, { free: number }>();
  private closed: BookLot[] = [];

  /** @param originCovered whether a terms row reaches a region */
  constructor(private readonly originCovered: (row: number, origin: string) => boolean) {}

  add(lot: BookLot): void {
    const kinds = [...lot.held.keys()].sort(byText);
    const name = kinds.join('\u0001');
    const shelves = this.shelves.get(lot.product) ?? [];
    let shelf = shelves.find((one) => one.kinds.join('\u0001') === name);
    if (shelf === undefined) {
      shelf = new Shelf(kinds);
      shelves.push(shelf);
      // Fewest certificates first: the versatile lots are kept for pickier lines.
      shelves.sort((a, b) => a.kinds.length - b.kinds.length || byText(a.kinds.join(), b.kinds.join()));
      this.shelves.set(lot.product, shelves);
      this.suitable.clear();
    }
    lot.shelf = shelf;
    lot.pool = this.poolOf(lot.product);
    lot.pool.free += lot.free;
    shelf.add(lot);
    const all = this.lots.get(lot.product);
    if (all === undefined) this.lots.set(lot.product, [lot]);
    else all.push(lot);
    this.reopen();
  }

  private poolOf(product: string): { free: number } {
    let pool = this.pools.get(product);
    if (pool === undefined) this.pools.set(product, (pool = { free: 0 }));
    return pool;
  }

  of(product: string): readonly BookLot[] {
    return this.lots.get(product) ?? [];
  }

  /** Free lots that at most one filter keeps from the line, alike ones once. */
  nearly({ product, ask, term }: BookLine): BookLot[] {
    return (this.shelves.get(product) ?? []).flatMap((shelf) =>
      shelf.nearly(ask).filter((lot) => this.originCovered(term, lot.origin)),
    );
  }

  /** Puts all shelves in order, so that the first line need not wait for it. */
  settle(): void {
    for (const shelves of this.shelves.values()) for (const shelf of shelves) shelf.order();
  }

  /** Whether any lot, free or not, fits the line. */
  fitsSome(line: BookLine): boolean {
    return this.suitableFor(line).some((shelf) =>
      shelf.some(line.ask.life, (lot) => passesAll(lot, line.ask) && this.originCovered(line.term, lot.origin)),
    );
  }

  /**
   * Gives up to `want` units to the line, re-arranging lots of other lines where that frees stock; no other line's
   * quantity changes. Breadth-first augmenting paths, so the total is a maximum flow.
   */
  serve(line: BookLine, want: number): number {
    const pool = this.poolOf(line.product);
    let given = pool.free > 0 ? this.serveDirectly(line, want) : 0;
    while (given < want && pool.free > 0) {
      const step = this.rearrange(line, want - given);
      if (step === 0) break;
      given += step;
    }
    return given;
  }

  /** Takes up to `quantity` back from the line. */
  release(line: BookLine, quantity: number): void {
    let left = quantity;
    for (const [lot, amount] of [...(line.from ?? [])].reverse()) {
      const part = Math.min(left, amount);
      if (part === 0) break;
      move(line, lot, -part);
      this.giveBack(lot, part);
      left -= part;
    }
  }

  giveBack(lot: BookLot, units: number): void {
    if (units > 0 && lot.closed) this.reopen();
    setFree(lot, lot.free + units);
  }

  /** Takes stock out of a lot: what is free first, then from lines, which are short until they are served again. */
  take(lot: BookLot, quantity: number): void {
    const free = Math.min(lot.free, quantity);
    setFree(lot, lot.free - free);
    let left = quantity - free;
    for (const [line, amount] of [...lot.serving]) {
      const part = Math.min(left, amount);
      if (part === 0) break;
      move(line, lot, -part);
      left -= part;
    }
    lot.shelf?.refresh(lot);
  }

  private serveDirectly(line: BookLine, want: number): number {
    let given = 0;
    for (const shelf of this.suitableFor(line)) {
      let from = shelf.start(line.ask.life);
      const until = shelf.until(line.ask.kinds);
      while (given < want) {
        const lot = shelf.next('free', from, line.ask.ready, line.ask.price);
        if (lot === undefined) break;
        from = lot.position + 1;
        if (!this.reaches(line, lot, until)) continue;
        const units = Math.min(want - given, lot.free);
        move(line, lot, units);
        setFree(lot, lot.free - units);
        given += units;
      }
      if (given === want) break;
    }
    return given;
  }

  /** One breadth-first search over lines; a line it reaches that finds free stock hands its lots down the path. */
  private rearrange(start: BookLine, want: number): number {
    const queue: Step[] = [{ line: start, lot: null, before: null }];
    const seen = new Set<BookLine>([start]);
    const passed: BookLot[] = [];
    let given = 0;
    for (const step of queue) {
      // Paths found later in the same search may have been used up meanwhile: they then carry nothing.
      if (step.before !== null) given += this.handDown(step, want - given);
      if (given === want) break;
      for (const shelf of this.suitableFor(step.line)) {
        let from = shelf.start(step.line.ask.life);
        const until = shelf.until(step.line.ask.kinds);
        for (;;) {
          const lot = shelf.next('busy', from, step.line.ask.ready, step.line.ask.price);
          if (lot === undefined) break;
          from = lot.position + 1;
          if (!this.reaches(step.line, lot, until)) continue;
          shelf.pass(lot);
          passed.push(lot);
          for (const other of lot.serving.keys()) {
            if (seen.has(other)) continue;
            seen.add(other);
            queue.push({ line: other, lot, before: step });
          }
        }
      }
    }
    if (given > 0) for (const lot of passed) lot.shelf?.refresh(lot);
    else this.close(passed);
    return given;
  }

  /** The last line of a path takes free stock; every line before takes over the lot of the one behind it. */
  private handDown(end: Step, want: number): number {
    let most = want;
    for (let at: Step | null = end; at?.lot != null; at = at.before) {
      most = Math.min(most, at.lot.serving.get(at.line) ?? 0);
    }
    const units = this.serveDirectly(end.line, most);
    if (units === 0) return 0;
    for (let at = end; at.lot !== null && at.before !== null; at = at.before) {
      move(at.line, at.lot, -units);
      move(at.before.line, at.lot, units);
      at.line.rearranged = true;
    }
    return units;
  }

  /** A failed search: no free stock lies behind these lots, so nobody needs to look there again until some comes back. */
  private close(lots: BookLot[]): void {
    for (const lot of lots) {
      lot.closed = true;
      this.closed.push(lot);
    }
  }

  /** Stock came back: closed lots are looked at again. */
  reopen(): void {
    const closed = this.closed;
    this.closed = [];
    for (const lot of closed) lot.closed = false;
    for (const lot of closed) lot.shelf?.refresh(lot);
  }

  private suitableFor(line: BookLine): Shelf[] {
    line.shelfKey ??= `${line.product}\u0002${line.ask.kinds.join('\u0001')}`;
    let shelves = this.suitable.get(line.shelfKey);
    if (shelves === undefined) {
      shelves = (this.shelves.get(line.product) ?? []).filter((shelf) =>
        line.ask.kinds.every((kind) => shelf.kinds.includes(kind)),
      );
      this.suitable.set(line.shelfKey, shelves);
    }
    return shelves;
  }

  /** What the shelf and the finder leave open: dates of certificates and the origin. */
  private reaches(line: BookLine, lot: BookLot, until: Int32Array | null): boolean {
    return (
      (until === null || (until[lot.position] ?? 0) >= line.ask.needBy) && this.originCovered(line.term, lot.origin)
    );
  }
}
