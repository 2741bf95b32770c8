import type { Term } from '../market.js';
import type { BookLine } from './book-lot.js';
import type { Stock } from './stock.js';

/**
 * Surplus kept back for partners: per terms row and product a line of nobody's that stands on stock like a promise,
 * is re-arranged like one, and gives way to the row's own lines. It never takes what a promise stands on.
 */
export class Reserves {
  private readonly held = new Map<number, { line: BookLine; left: number }[]>();
  private readonly all: { line: BookLine; left: number }[] = [];

  constructor(
    terms: readonly Term[],
    private readonly stock: Stock,
  ) {
    terms.forEach((term, row) => {
      if ((term.reserved ?? 0) === 0) return;
      const shares = term.products.map((product) => ({
        left: term.reserved ?? 0,
        line: {
          id: `reserve:${term.id}:${product}`,
          product,
          term: row,
          shelfKey: null,
          served: 0,
          rearranged: false,
          from: new Map(),
          ask: {
            kinds: [...term.certificates].sort(),
            needBy: -2_147_483_647,
            life: -2_147_483_648,
            ready: 2_147_483_646,
            price: Infinity,
          },
        },
      }));
      this.held.set(row, shares);
      this.all.push(...shares);
    });
    this.fill();
  }

  /** Stands on as much stock as is there, up to what is kept back. */
  fill(): void {
    for (const share of this.all) {
      const missing = share.left - share.line.served;
      if (missing > 0) this.stock.serve(share.line, missing);
      else if (missing < 0) this.stock.release(share.line, -missing);
    }
  }

  /** Runs with a row's own reserve given free, or with all of them when no row is named. */
  without<T>(row: number | null, run: () => T): T {
    if (this.all.length === 0) return run();
    for (const share of row === null ? this.all : (this.held.get(row) ?? []))
      this.stock.release(share.line, share.line.served);
    const outcome = run();
    this.fill();
    return outcome;
  }

  /** The row's lines have drawn on its share (or given back, when negative). */
  draw(row: number, product: string, units: number): void {
    for (const share of this.held.get(row) ?? [])
      if (share.line.product === product) share.left = Math.max(0, share.left - units);
  }

  get any(): boolean {
    return this.all.length > 0;
  }
}
