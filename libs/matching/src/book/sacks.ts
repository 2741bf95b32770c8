import { passesAll } from '../normalized/eligibility.js';
import type { Ask } from '../normalized/normalized-market.js';
import type { TermsIndex } from '../normalized/terms-index.js';
import { quotaSack, wholeSacks, type SackOf } from '../normalized/sacks.js';
import type { BookLine, BookLot } from './book-lot.js';
import type { Stock } from './stock.js';

/**
 * Sacks in the book. Lots, quotas and new promises count in whole sacks, as in `bind`; but a promise outranks the sack:
 * a product whose standing promises whole sacks cannot serve is loose, and all of its lots' units serve them.
 */
export class Sacks {
  private readonly loose = new Set<string>();
  private readonly perRow: number[];

  constructor(
    readonly of: SackOf,
    private readonly pins: TermsIndex,
    private readonly stock: Stock,
  ) {
    this.perRow = pins.terms.map((term) => quotaSack(term, of));
  }

  /** What of a quota can be promised. */
  quota(row: number, left: number): number {
    return wholeSacks(left, this.perRow[row] ?? 1);
  }

  /** What of a quantity of the product can be promised anew. */
  whole(product: string, quantity: number): number {
    return wholeSacks(quantity, this.of(product));
  }

  /** What of a lot's units may be promised. */
  usable(product: string, quantity: number): number {
    return this.loose.has(product) ? quantity : this.whole(product, quantity);
  }

  /** Lets every unit of these products serve promises; true when that may help, since they were not loose before. */
  loosen(products: Iterable<string>): boolean {
    let helps = false;
    for (const product of products) {
      if (this.loose.has(product) || this.of(product) === 1) continue;
      this.loose.add(product);
      helps = true;
      for (const lot of this.stock.of(product)) this.stock.giveBack(lot, lot.quantity % this.of(product));
    }
    if (helps) this.stock.reopen();
    return helps;
  }

  /** Units outside of whole sacks, of lots that fit the line: lost to everybody as long as sacks stay whole. */
  loss(line: BookLine, ask: Ask): number {
    if (this.loose.has(line.product)) return 0;
    const fits = (lot: BookLot): boolean => passesAll(lot, ask) && this.pins.originCovered(line.term, lot.origin);
    return this.stock
      .of(line.product)
      .reduce((sum, lot) => sum + (fits(lot) ? lot.quantity % this.of(line.product) : 0), 0);
  }
}
