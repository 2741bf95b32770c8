import { PromisesNotServable } from '../format/faults.js';
import type { Market } from '../format/market.js';
import { byText } from '../format/order.js';
import type { MatchingResult } from '../format/result.js';

/**
 * Splits a market into parts that share no terms row and no product. `bind` solves part by part; a caller with
 * threads does the same on several of them and gets the same bytes from `mergeOutcomes`.
 *
 * @returns parts in order of their smallest product; a market of one part is returned as it is
 */
export function splitMarket(market: Market): Market[] {
  const root = new Map<string, string>();
  const find = (product: string): string => {
    let at = product;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)].sort(byText) as [string, string];
    root.set(y, x);
  };
  for (const record of [...market.lots, ...market.lines]) {
    if (!root.has(record.product)) root.set(record.product, record.product);
  }
  const pinned = productsPinned(market);
  const homes = market.terms.map((term) => [
    ...term.products.filter((product) => root.has(product)),
    ...(pinned.get(term.id) ?? []),
  ]);
  for (const here of homes) for (const product of here) join(here[0] ?? product, product);
  const parts = new Map<string, Market>();
  const partOf = (product: string): Market => {
    const name = find(product);
    let part = parts.get(name);
    if (part === undefined) parts.set(name, (part = { ...market, terms: [], lots: [], lines: [] }));
    return part;
  };
  for (const lot of market.lots) partOf(lot.product).lots.push(lot);
  for (const line of market.lines) partOf(line.product).lines.push(line);
  market.terms.forEach((term, row) => {
    const [product] = homes[row] ?? [];
    if (product !== undefined) partOf(product).terms.push(term);
  });
  return parts.size < 2 ? [market] : [...parts].sort(([a], [b]) => byText(a, b)).map(([, part]) => part);
}

/** Products of the lines that are pinned to each row: it may have ceased to list them since it promised. */
function productsPinned(market: Market): Map<string, Set<string>> {
  const pinned = new Map<string, Set<string>>();
  for (const { term, product } of market.lines) {
    if (term === undefined) continue;
    const here = pinned.get(term);
    if (here === undefined) pinned.set(term, new Set([product]));
    else here.add(product);
  }
  return pinned;
}

/**
 * Puts the outcomes of a market's parts together.
 * @throws PromisesNotServable for the whole market when some part could not keep its promises
 */
export function mergeOutcomes(
  market: Market,
  outcomes: readonly (MatchingResult | PromisesNotServable)[],
): MatchingResult {
  const refusals = outcomes.filter((outcome): outcome is PromisesNotServable => outcome instanceof PromisesNotServable);
  const results = outcomes.filter((outcome): outcome is MatchingResult => !(outcome instanceof PromisesNotServable));
  if (refusals.length === 0) return mergeResults(market, results);
  const promised = market.lines.reduce((sum, line) => sum + line.promised, 0);
  const short = refusals.reduce((sum, refusal) => sum + refusal.promised - refusal.servable, 0);
  throw new PromisesNotServable(
    promised,
    promised - short,
    refusals.flatMap((refusal) => refusal.lacking),
  );
}

function mergeResults(market: Market, results: readonly MatchingResult[]): MatchingResult {
  const [first] = results;
  if (first === undefined) throw new RangeError('no results to merge');
  if (results.length === 1) return first;
  const sum = (of: (result: MatchingResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const most = (of: (result: MatchingResult) => number): number => Math.max(...results.map(of));
  const money = (of: (result: MatchingResult) => number | string): number | string => {
    const total = results.reduce((all, result) => all + BigInt(of(result)), 0n);
    return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : total.toString();
  };
  const elements = (of: 'cut' | 'tied'): MatchingResult['proof']['cut'] =>
    results.flatMap((result) => result.proof[of]).sort((a, b) => byText(a.kind, b.kind) || byText(a.id, b.id));
  return {
    totals: {
      quantity: sum(({ totals }) => totals.quantity),
      goodsCost: money(({ totals }) => totals.goodsCost),
      freightCost: money(({ totals }) => totals.freightCost),
      linesFull: sum(({ totals }) => totals.linesFull),
      linesPart: sum(({ totals }) => totals.linesPart),
      producersSelling: countSellers(market, results),
    },
    allocations: results
      .flatMap((result) => result.allocations)
      .sort((a, b) => byText(a.lot, b.lot) || byText(a.line, b.line)),
    unfilled: results.flatMap((result) => result.unfilled).sort((a, b) => byText(a.line, b.line)),
    unsold: results.flatMap((result) => result.unsold).sort((a, b) => byText(a.lot, b.lot)),
    proof: {
      upperBound: sum(({ proof }) => proof.upperBound),
      gap: sum(({ proof }) => proof.gap),
      cut: elements('cut'),
      tied: elements('tied'),
      withoutPromises: sum(({ proof }) => proof.withoutPromises),
      ...unprovedIn(results),
      verified: results.every(({ proof }) => proof.verified),
    },
    timings: {
      normaliseMs: most(({ timings }) => timings.normaliseMs),
      solveMs: most(({ timings }) => timings.solveMs),
      fairMs: most(({ timings }) => timings.fairMs),
      explainMs: most(({ timings }) => timings.explainMs),
      verifyMs: most(({ timings }) => timings.verifyMs),
    },
  };
}

const UNPROVED = ['quantity', 'price', 'expiry', 'freight', 'fairness'] as const;

function unprovedIn(results: readonly MatchingResult[]): Pick<MatchingResult['proof'], 'unproved'> {
  const unproved = UNPROVED.filter((one) => results.some(({ proof }) => proof.unproved?.includes(one)));
  return unproved.length === 0 ? {} : { unproved };
}

/** A producer that sells in several parts counts once. */
function countSellers(market: Market, results: readonly MatchingResult[]): number {
  const producerOf = new Map(market.lots.map((lot) => [lot.id, lot.producer]));
  const selling = new Set<string>();
  for (const { allocations } of results) {
    for (const { lot, shares } of allocations) {
      if (shares === undefined) selling.add(producerOf.get(lot) ?? '');
      else for (const { producer } of shares) selling.add(producer);
    }
  }
  return selling.size;
}
