import { dayNumber } from '../format/calendar.js';
import type { LotView } from '../normalized/eligibility.js';
import { holdings } from '../format/certificate-validity.js';
import type { Lot } from '../format/market.js';
import type { Ask } from '../normalized/normalized-market.js';
import type { Shelf } from './lot-index.js';

/** A lot in the book: what is free of it and which lines it would serve now. */
export interface BookLot extends LotView {
  id: string;
  product: string;
  quantity: number;
  /** Units of it that no line has; of a product in sacks whole sacks only, while its promises let them be (stock.ts). */
  free: number;
  serving: Map<BookLine, number>;
  shelf: Shelf | null;
  /** Free units of the product, shared by all its lots. */
  pool: { free: number };
  position: number;
  /** No free stock can be reached through it until stock comes back: searches pass it over. */
  closed: boolean;
}

/** A line in the book and the lots that would serve it now; they may change, the promise never falls. */
export interface BookLine {
  id: string;
  product: string;
  ask: Ask;
  /** Names the shelves that hold what is asked for, once it was looked up. */
  shelfKey: string | null;
  /** Index of the terms row. */
  term: number;
  /** Units that lots stand ready for; equals the promise unless stock was taken away. */
  served: number;
  /** Some of its lots were handed to another line and replaced. */
  rearranged: boolean;
  /** Made when the first lot serves it: thousands of open lines have none. */
  from: Map<BookLot, number> | null;
}

/** @param units of the lot that may be promised */
export function bookLot(lot: Lot, asOf: number, units: number): BookLot {
  return {
    id: lot.id,
    product: lot.product,
    origin: lot.origin,
    quantity: lot.quantity,
    free: units,
    ready: Math.max(asOf, dayNumber(lot.availableFrom)),
    best: dayNumber(lot.bestBefore),
    price: lot.price,
    held: holdings(lot.certificates),
    serving: new Map(),
    shelf: null,
    pool: { free: 0 },
    position: -1,
    closed: false,
  };
}

/** Moves units of a lot to a line (or back, when negative); both books follow. */
export function move(line: BookLine, lot: BookLot, quantity: number): void {
  const from = (line.from ??= new Map<BookLot, number>());
  const now = (from.get(lot) ?? 0) + quantity;
  line.served += quantity;
  if (now === 0) {
    from.delete(lot);
    lot.serving.delete(line);
  } else {
    from.set(lot, now);
    lot.serving.set(line, now);
  }
}

/** Changes what is free of a lot. */
export function setFree(lot: BookLot, free: number): void {
  const was = lot.free;
  lot.free = free;
  lot.pool.free += free - was;
  if ((was === 0) !== (free === 0)) lot.shelf?.refresh(lot);
}
