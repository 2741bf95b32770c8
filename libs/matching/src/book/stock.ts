import { dayNumber } from '../calendar.js';
import { passesAll, type LotView } from '../gates.js';
import { holdings } from '../held.js';
import type { Lot } from '../market.js';
import type { Ask } from '../normal.js';
import { byText } from '../order.js';

/** A lot in the book: what is free of it and which lines it would serve now. */
export interface BookLot extends LotView {
  id: string;
  product: string;
  quantity: number;
  free: number;
  serving: Map<BookLine, number>;
}

/** A line in the book and the lots that would serve it now; they may change, the promise never falls. */
export interface BookLine {
  id: string;
  product: string;
  ask: Ask;
  /** Index of the terms row. */
  term: number;
  /** Units that lots stand ready for; equals the promise unless stock was taken away. */
  served: number;
  from: Map<BookLot, number>;
}

export function bookLot(lot: Lot, asOf: number): BookLot {
  return {
    id: lot.id, product: lot.product, origin: lot.origin, quantity: lot.quantity, free: lot.quantity,
    ready: Math.max(asOf, dayNumber(lot.availableFrom)), best: dayNumber(lot.bestBefore), price: lot.price,
    held: holdings(lot.certificates), serving: new Map(),
  };
}

/** Fewest spare certificates first, then the soonest adequate expiry: keeps the versatile lots for later lines. */
export function byTightFit(a: BookLot, b: BookLot): number {
  return a.held.size - b.held.size || a.best - b.best || byText(a.id, b.id);
}

type Reaches = (line: BookLine, lot: BookLot) => boolean;

/** Lots of the markets' products in tight-fit order, and the search that finds stock for a line. */
export class Stock {
  private readonly byProduct = new Map<string, BookLot[]>();

  /** @param originCovered whether a terms row reaches a region */
  constructor(private readonly originCovered: (row: number, origin: string) => boolean) {}

  add(lot: BookLot): void {
    const lots = this.byProduct.get(lot.product) ?? [];
    let [low, high] = [0, lots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = lots[middle];
      if (there !== undefined && byTightFit(there, lot) <= 0) low = middle + 1;
      else high = middle;
    }
    lots.splice(low, 0, lot);
    this.byProduct.set(lot.product, lots);
  }

  of(product: string): readonly BookLot[] {
    return this.byProduct.get(product) ?? [];
  }

  readonly reaches: Reaches = (line, lot) => passesAll(lot, line.ask) && this.originCovered(line.term, lot.origin);

  /**
   * Gives up to `want` units to the line, re-arranging lots of other lines where that frees stock; no other line's
   * quantity changes. One breadth-first search per augmenting path, so the total is a maximum flow.
   */
  serve(line: BookLine, want: number): number {
    let given = 0;
    while (given < want) {
      const step = this.augment(line, want - given);
      if (step === 0) break;
      given += step;
    }
    line.served += given;
    return given;
  }

  /** Takes up to `quantity` back from the line; lots that fit least tightly first. */
  release(line: BookLine, quantity: number): void {
    let left = quantity;
    for (const lot of [...line.from.keys()].sort((a, b) => byTightFit(b, a))) {
      const part = Math.min(left, line.from.get(lot) ?? 0);
      move(line, lot, -part);
      lot.free += part;
      left -= part;
      if (left === 0) break;
    }
    line.served -= quantity - left;
  }

  /** Takes stock out of a lot: what is free first, then from lines, which are short until they are served again. */
  take(lot: BookLot, quantity: number): void {
    const free = Math.min(lot.free, quantity);
    lot.free -= free;
    let left = quantity - free;
    for (const [line, amount] of [...lot.serving]) {
      const part = Math.min(left, amount);
      if (part === 0) break;
      move(line, lot, -part);
      line.served -= part;
      left -= part;
    }
  }

  private augment(line: BookLine, want: number): number {
    const cameFrom = new Map<BookLine, { lot: BookLot; line: BookLine } | null>([[line, null]]);
    const seen = new Set<BookLot>();
    for (const here of cameFrom.keys()) {
      for (const lot of this.of(here.product)) {
        if (seen.has(lot) || !this.reaches(here, lot)) continue;
        seen.add(lot);
        if (lot.free > 0) return shift(cameFrom, here, lot, want);
        for (const other of lot.serving.keys()) if (!cameFrom.has(other)) cameFrom.set(other, { lot, line: here });
      }
    }
    return 0;
  }
}

function shift(cameFrom: Map<BookLine, { lot: BookLot; line: BookLine } | null>, end: BookLine, source: BookLot, want: number): number {
  let amount = Math.min(want, source.free);
  for (let at = cameFrom.get(end), here = end; at !== null && at !== undefined; here = at.line, at = cameFrom.get(here)) {
    amount = Math.min(amount, at.lot.serving.get(here) ?? 0);
  }
  source.free -= amount;
  let [here, lot] = [end, source];
  for (;;) {
    move(here, lot, amount);
    const before = cameFrom.get(here);
    if (before === null || before === undefined) return amount;
    move(here, before.lot, -amount);
    [here, lot] = [before.line, before.lot];
  }
}

function move(line: BookLine, lot: BookLot, quantity: number): void {
  const now = (line.from.get(lot) ?? 0) + quantity;
  if (now === 0) {
    line.from.delete(lot);
    lot.serving.delete(line);
  } else {
    line.from.set(lot, now);
    lot.serving.set(line, now);
  }
}
