import { bind, type BindOptions } from './bind.js';
import type { Market } from './format/market.js';
import { normalise } from './normalized/normalized-market.js';
import { PromiseBook } from './promise-book.js';
import type { MatchingResult, Reason } from './format/result.js';
import { mostQuantity } from './solve/solve.js';

/**
 * Answers the lines one by one in file order, as they would arrive, then binds what was promised.
 *
 * @returns allocations of all promises; `unfilled` as each line was answered; `proof.upperBound` respects
 *   the promises and `proof.withoutPromises` what a prophet would have sold
 * @throws PromisesNotServable when promises that the market already holds cannot all be served
 */
export function promiseInOrder(market: Market, options: BindOptions = {}): MatchingResult {
  const now = options.now ?? ((): number => 0);
  const began = now();
  const book = new PromiseBook({ ...market, lines: market.lines.filter((line) => line.promised > 0) });
  const unfilled = new Map<string, Reason[]>();
  const promised = new Map<string, { units: number; term: string | null }>();
  for (const line of market.lines) {
    const answer = line.promised > 0 ? book.topUp(line) : book.promise(line);
    // Nothing promised holds a line to no row.
    promised.set(line.id, { units: answer.promised, term: answer.promised > 0 ? answer.term : null });
    if (answer.unfilled.length > 0) unfilled.set(line.id, answer.unfilled);
  }
  const answered = now();
  const result = bind(promisedMarket(market, promised), options);
  const rearranged = book.rearranged();
  for (const { line, why } of result.allocations) why.rearranged = rearranged.has(line);
  result.unfilled = market.lines.flatMap((line) => {
    const reasons = unfilled.get(line.id);
    return reasons === undefined
      ? []
      : [{ line: line.id, quantity: line.quantity - (promised.get(line.id)?.units ?? 0), reasons }];
  });
  result.unfilled.sort((a, b) => (a.line < b.line ? -1 : 1));
  result.proof.withoutPromises = mostQuantity(normalise(market));
  result.timings.solveMs += answered - began;
  return result;
}

/** The market as it stands once these promises are made: what `verify` checks a promise-mode result against. */
export function promisedMarket(
  market: Market,
  promised: ReadonlyMap<string, { units: number; term: string | null }>,
): Market {
  const spent = new Map<string, number>();
  const lines = market.lines.map((line) => {
    const { units, term } = promised.get(line.id) ?? { units: line.promised, term: null };
    const row = line.term ?? term ?? undefined;
    if (row !== undefined) spent.set(row, (spent.get(row) ?? 0) + units - line.promised);
    return { ...line, promised: units, ...(row === undefined ? {} : { term: row }) };
  });
  const terms = market.terms.map(({ reserved, ...term }) => {
    const taken = spent.get(term.id) ?? 0;
    const left = Math.max(0, (reserved ?? 0) - taken);
    return { ...term, quota: term.quota - taken, ...(left === 0 ? {} : { reserved: left }) };
  });
  return { ...market, terms, lines };
}
