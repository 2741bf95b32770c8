import type { BookLot } from './book-lot.js';
import { byText } from '../order.js';
import { Finder } from './finder.js';

const LATEST = 2_147_483_646;

/** Lots of one product that hold the same kinds of certificates, by soonest expiry. */
export class Shelf {
  private readonly lots: BookLot[] = [];
  private best = new Int32Array(0);
  /** Lots with free units, and sold-out lots whose lines may still be re-arranged. */
  private free = new Finder(1);
  private busy = new Finder(1);
  private stale = false;

  constructor(readonly kinds: readonly string[]) {}

  /** Puts lots on the shelf; the order is made when it is next looked at. */
  add(lot: BookLot): void {
    this.lots.push(lot);
    this.stale = true;
  }

  /** Brings the finders up to date with a lot's free units and standing. */
  refresh(lot: BookLot): void {
    if (this.stale) return;
    if (lot.free > 0) this.free.mark(lot.position, lot.ready, lot.price);
    else this.free.unmark(lot.position);
    if (lot.free === 0 && lot.quantity > 0 && !lot.closed) this.busy.mark(lot.position, lot.ready, lot.price);
    else this.busy.unmark(lot.position);
  }

  /** Takes a lot out of the search that is going on. */
  pass(lot: BookLot): void {
    this.busy.unmark(lot.position);
  }

  /** First lot from a position on, ready and cheap enough, with free units (or sold out and open to re-arranging). */
  next(which: 'free' | 'busy', from: number, ready: number, price: number): BookLot | undefined {
    const position = (which === 'free' ? this.free : this.busy).first(from, ready, price);
    return position < 0 ? undefined : this.lots[position];
  }

  freeLots(): BookLot[] {
    const found: BookLot[] = [];
    if (this.stale) this.order();
    for (let at = this.free.first(0, LATEST, Infinity); at >= 0; at = this.free.first(at + 1, LATEST, Infinity)) {
      const lot = this.lots[at];
      if (lot !== undefined) found.push(lot);
    }
    return found;
  }

  some(test: (lot: BookLot) => boolean): boolean {
    return this.lots.some((lot) => lot.quantity > 0 && test(lot));
  }

  /** First position whose lot keeps until `life`. */
  start(life: number): number {
    if (this.stale) this.order();
    let [low, high] = [0, this.best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.best[middle] ?? 0) < life) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private order(): void {
    this.stale = false;
    this.lots.sort((a, b) => a.best - b.best || byText(a.id, b.id));
    this.best = Int32Array.from(this.lots, (lot) => lot.best);
    this.free = new Finder(this.lots.length);
    this.busy = new Finder(this.lots.length);
    this.lots.forEach((lot, position) => {
      lot.position = position;
      this.refresh(lot);
    });
  }
}
