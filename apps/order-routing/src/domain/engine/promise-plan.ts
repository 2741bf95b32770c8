import { localDateAt } from '#kernel/local-date.js';
import { PromiseBook } from '#matching/promise-book.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import type { Reading } from './engine-lines.js';
import { heldLots } from './held-goods.js';
import { Law } from './law.js';
import { toMatchingMarket } from './matching-market.js';
import { ServingRows } from './serving-rows.js';

/**
 * The engine's flow for one market, kept between orders and built anew whenever anything but an order has changed.
 * It holds nothing that the state does not: throwing it away costs one solve.
 */
export class PromisePlan {
  private held: ReadonlyMap<string, readonly Lot[]> | undefined;
  private open: { readonly book: PromiseBook; readonly reading: Reading; readonly asOf: string } | undefined;

  constructor(private readonly state: MarketState) {}

  /** Supply, terms, promises or allocations changed behind its back. */
  forget(): void {
    this.open = undefined;
    this.held = undefined;
  }

  /** Lots of a commodity of which something is held; what is held changes only with what makes the plan forget. */
  heldLots(commodity: string): readonly Lot[] {
    this.held ??= heldLots(this.state);
    return this.held.get(commodity) ?? [];
  }

  /** @throws PromisesNotServable when stock has disappeared: repromise.ts decides who loses */
  at(instant: Date): { readonly book: PromiseBook; readonly reading: Reading } {
    const asOf = localDateAt(instant, this.state.origin);
    if (this.open?.asOf !== asOf) {
      const book = new PromiseBook(toMatchingMarket(this.state, instant));
      const reading = { law: new Law(this.state, instant), rows: new ServingRows(this.state, instant) };
      this.open = { book, reading, asOf };
    }
    return this.open;
  }
}
