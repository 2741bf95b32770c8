import type { BookLot } from './book-lot.js';
import { heldUntil, WITHOUT_END } from '../format/certificate-validity.js';
import type { Ask } from '../normalized/normalized-market.js';
import { byText } from '../format/order.js';
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
  /** Some certificate here ends some day. */
  private dated = false;
  /** Per set of kinds asked for: until when each position holds it. */
  private readonly holdsUntil = new Map<string, Int32Array>();

  constructor(readonly kinds: readonly string[]) {}

  /** Puts lots on the shelf; the order is made when it is next looked at. */
  add(lot: BookLot): void {
    this.lots.push(lot);
    for (const until of lot.held.values()) if (until !== WITHOUT_END) this.dated = true;
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

  /**
   * Free lots that at most one filter of the ask keeps away, of certificates, life, time and price; where the shelf
   * lacks a kind and has no dates, lots that it alone keeps away are alike and one stands for all.
   */
  nearly(ask: Ask): BookLot[] {
    if (this.stale) this.order();
    const found: BookLot[] = [];
    const lacks = ask.kinds.some((kind) => !this.kinds.includes(kind));
    let alike = false;
    for (let at = this.free.first(0, LATEST, Infinity); at >= 0; at = this.free.first(at + 1, LATEST, Infinity)) {
      const lot = this.lots[at];
      if (lot === undefined) continue;
      const shut = Number(lot.best < ask.life) + Number(lot.ready > ask.ready) + Number(lot.price > ask.price);
      if (shut > 1 || (lacks && (shut > 0 || alike))) continue;
      alike = lacks && !this.dated;
      found.push(lot);
    }
    return found;
  }

  /** Whether some lot, free or not, keeps until `life` and passes the test. */
  some(life: number, test: (lot: BookLot) => boolean): boolean {
    for (let at = this.start(life); at < this.lots.length; at += 1) {
      const lot = this.lots[at];
      if (lot !== undefined && lot.quantity > 0 && test(lot)) return true;
    }
    return false;
  }

  /** Per position, until when the lot holds all the kinds; null when each does for good. The shelf has all of them. */
  until(kinds: readonly string[]): Int32Array | null {
    if (!this.dated || kinds.length === 0) return null;
    if (this.stale) this.order();
    const key = kinds.join('\u0001');
    let days = this.holdsUntil.get(key);
    if (days === undefined) {
      days = Int32Array.from(this.lots, (lot) => heldUntil(lot.held, kinds));
      this.holdsUntil.set(key, days);
    }
    return days;
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

  /** Puts the lots in order now, so that no line has to wait for it. */
  order(): void {
    if (!this.stale) return;
    this.stale = false;
    this.holdsUntil.clear();
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
