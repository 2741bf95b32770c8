import type { Market } from '#matching/market.js';
import { PromiseBook, PromisesNotServable } from '#matching/promise-book.js';
import type { Book } from './book.js';
import type { Decision } from './changes.js';
import { openLines, toLine, toMatchingMarket } from './matching-market.js';
import { touchOrder } from './promising.js';
import { reducePromise } from './releasing.js';
import type { StateReason } from './state.js';

/**
 * Makes the promises fit the stock again after some of it disappeared: they are served anew in the order in which they
 * were made, each as far as it goes, so that the latest lose. Nothing happens while all of them can still be served.
 *
 * @param code why the stock disappeared, told to the lines that lose by it
 */
export function serveAgain(decision: Decision, book: Book, code: StateReason['code'] = 'NO_SURPLUS'): void {
  book.forget();
  try {
    book.at(decision.at);
  } catch (error) {
    if (!(error instanceof PromisesNotServable)) throw error;
    reduceLatest(decision, new Set(error.lacking.map(({ line }) => line)), code);
    book.forget();
  }
}

function reduceLatest(decision: Decision, lacking: ReadonlySet<string>, code: StateReason['code']): void {
  const { state, at } = decision;
  const promised = openLines(state).filter((line) => line.promised > line.allocated);
  const market = toMatchingMarket(state, at);
  const trial = new PromiseBook({
    ...market,
    // Quota and shares are spent already and dates were judged when the promise was made: only the stock decides here.
    terms: market.terms.map(({ suspended: _, reserved: __, ...term }) => ({
      ...term,
      from: '0001-01-01',
      to: '9999-12-31',
      quota: Number.MAX_SAFE_INTEGER,
    })),
    parcels: sacksThatHold(market, lacking),
    lines: [],
  });
  for (const line of promised) {
    const kept = line.promised - line.allocated;
    const { minimum: _, ...asked } = toLine(state, line);
    const { promised: served } = trial.promise({ ...asked, quantity: kept, promised: 0, partial: true });
    if (served === kept) continue;
    reducePromise(decision, line, kept - served, code);
    touchOrder(decision, line.orderId);
  }
}

/**
 * Whoever loses goods loses whole sacks. Promises from before there were sacks are no whole number of them: what is
 * promised beside these, and commodities that lost nothing, keep every unit that can still be served.
 */
function sacksThatHold({ parcels = {}, lines }: Market, lacking: ReadonlySet<string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(parcels).filter(([product, sack]) => {
      const promised = lines.filter((line) => line.product === product);
      return promised.some(({ id }) => lacking.has(id)) && promised.every((line) => line.promised % sack === 0);
    }),
  );
}
