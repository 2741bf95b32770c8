import type { Market } from '#matching/format/market.js';
import { PromiseBook, PromisesNotServable } from '#matching/promise-book.js';
import { wayOfRow } from '../ledger/row-way.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { updateOrderStatus } from '../ledger/order.js';
import { reducePromise } from '../ledger/promise.js';
import type { MarketState } from '../ledger/market-state.js';
import type { StateReason } from '../ledger/reason.js';
import type { Edition } from '../ledger/term.js';
import { editionOf, engineTermId, ledgerIdOf } from './engine-lines.js';
import { toMatchingMarket } from './matching-market.js';
import type { PromisePlan } from './promise-plan.js';

/**
 * Makes the promises fit the stock again after some of it disappeared: they are served anew in the order in which they
 * were made, each as far as it goes, so that the latest lose. Nothing happens while all of them can still be served.
 *
 * @param code why the stock disappeared, for the lines that lose by it
 */
export function repromise(context: DecisionContext, plan: PromisePlan, code: StateReason['code']): void {
  plan.forget();
  try {
    plan.at(context.at);
  } catch (error) {
    if (!(error instanceof PromisesNotServable)) throw error;
    reduceLatest(context, new Set(error.lacking.map(({ line }) => line)), code);
    plan.forget();
  }
}

function reduceLatest(context: DecisionContext, lacking: ReadonlySet<string>, code: StateReason['code']): void {
  const { state, at } = context;
  const market = toMatchingMarket(state, at);
  const trial = new PromiseBook(stockAlone(state, market, lacking));
  for (const { minimum: _, ...asked } of inOrderOfPromise(state, market.lines)) {
    const { promised: served } = trial.promise({ ...asked, quantity: asked.promised, promised: 0, partial: true });
    if (served === asked.promised) continue;
    const line = state.line(ledgerIdOf(asked.id));
    const of = (take: Edition): boolean => engineTermId(state, take) === asked.term;
    reducePromise(context, line, asked.promised - served, { code, of });
    updateOrderStatus(context, line.orderId);
  }
}

/** Lines come in the order of their arrival; of one line's parts the one that was promised first is served first. */
function inOrderOfPromise(state: MarketState, lines: Market['lines']): Market['lines'] {
  const arrival = new Map<string, number>();
  const promised = lines.filter((line) => line.promised > 0);
  const placed = promised.map((part) => {
    const id = ledgerIdOf(part.id);
    if (!arrival.has(id)) arrival.set(id, arrival.size);
    const first = state.line(id).takes.findIndex((take) => engineTermId(state, take) === part.term);
    return { part, line: arrival.get(id) ?? 0, first };
  });
  return placed.sort((a, b) => a.line - b.line || a.first - b.first).map(({ part }) => part);
}

/** Quota and shares are spent already and dates were judged when the promise was made: only the stock decides here. */
function stockAlone(state: MarketState, market: Market, lacking: ReadonlySet<string>): Market {
  return {
    ...market,
    terms: market.terms.map(({ suspended: _, reserved: __, ...term }) => ({
      ...term,
      destination: wayOfRow(state, editionOf(state, term.id)),
      from: '0001-01-01',
      to: '9999-12-31',
      quota: Number.MAX_SAFE_INTEGER,
    })),
    parcels: sacksThatHold(market, lacking),
    lines: [],
  };
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
