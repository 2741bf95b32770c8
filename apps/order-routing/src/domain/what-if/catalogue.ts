import { addDays, localDateAt } from '#kernel/local-date.js';
import { capacityOf, UNCAPPED } from '#kernel/quota-kind.js';
import type { QuotaPeriod } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { sacksOf } from '../engine/sacks.js';
import { ServingRows } from '../engine/serving-rows.js';
import { ChangeSet } from '../ledger/change-set.js';
import type { MarketState } from '../ledger/market-state.js';
import { partsOf } from '../ledger/promise-parts.js';
import { quotaLeft } from '../ledger/quota-cell.js';
import type { Term } from '../ledger/term.js';
import { copyAt, type Copy } from './copy.js';
import { landedPrice, pricedParts, type LandedPrice } from './priced.js';

/** What can be bought under one terms row in force. Quantities in base units, rupiah a trade unit. */
export interface CatalogueRow {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly term: string;
  readonly edition: number;
  /** Region that the row covers. */
  readonly destination: string;
  /** What an order that asks for nothing special would be promised under it now. */
  readonly available: number;
  /** Left of its quota in the period; null: no limit. */
  readonly quotaLeft: number | null;
  readonly period: QuotaPeriod;
  /** Least quantity of a line; 0: none. */
  readonly minimum: number;
  /** Sold in multiples of so much; 1: in any quantity. */
  readonly sack: number;
  readonly certificates: readonly string[];
  readonly freight: number;
  readonly transitDays: number;
  /** First day for which goods that leave today arrive in time. */
  readonly needByFrom: string;
  /** Goods and freight; null: nothing is available now. */
  readonly landedPrice: LandedPrice | null;
}

/** More than anybody has. */
const ALL = 100_000_000_000;
/** An order that asks for all there is may be needed so long after the slowest voyage. */
const SLACK_DAYS = 30;

/**
 * What a partner can buy at a place now: each commodity is ordered once, as much as there is of it, and the order taken back.
 *
 * @param state a copy that nobody keeps
 */
export function catalogueOf(state: MarketState, now: Date, deliverTo: string): CatalogueRow[] {
  const copy = copyAt(state, now);
  const serving = new ServingRows(state, copy.at);
  const commodities = [...new Set([...state.terms.values()].map(({ commodity }) => commodity))].sort();
  return commodities.flatMap((commodity) => {
    const rows = serving.of({ commodity, deliverTo });
    return rows.length === 0 ? [] : rowsOf(copy, rows, { commodity, deliverTo });
  });
}

function rowsOf(
  copy: Copy,
  rows: readonly Term[],
  { commodity, deliverTo }: { readonly commodity: string; readonly deliverTo: string },
): CatalogueRow[] {
  const { market, state, at } = copy;
  const today = localDateAt(at, state.origin);
  const slowest = Math.max(...rows.map(({ transitDays }) => transitDays));
  const orderId = `catalogue ${commodity}`;
  const line = {
    ...{ lineId: orderId, deliverTo, commodity, unit: rows[0]?.unit ?? 'GRAM', quantity: ALL, maxLandedPrice: null },
    ...{ certificates: [], needBy: addDays(today, slowest + SLACK_DAYS), minLifeDays: 0, minimum: 0, partial: true },
  };
  const order = { orderId, partner: deliverTo, placedBy: 'catalogue', buyer: { name: 'catalogue' }, reference: null };
  market.apply({ kind: 'order-placed', payload: { ...order, lines: [line] } }, at, new ChangeSet());
  const promised = new Map(partsOf(state.line(orderId).takes).map((part) => [part.termId, part.promised]));
  const parts = pricedParts(copy, new Set([orderId]));
  const sack = sacksOf([...state.lots.values()].filter((lot) => lot.commodity === commodity))[commodity] ?? 1;
  const found = rows.map((term) => ({
    ...{ origin: state.origin, commodity, unit: term.unit, term: term.id, edition: term.edition },
    destination: term.destination,
    available: promised.get(term.id) ?? 0,
    // As it was before this order took from it.
    quotaLeft: capacityOf(term) >= UNCAPPED ? null : quotaLeft(state, term, at) + (promised.get(term.id) ?? 0),
    period: term.period,
    minimum: term.minimumLot,
    sack,
    certificates: term.certificates,
    freight: term.freight,
    transitDays: term.transitDays,
    needByFrom: addDays(today, term.transitDays),
    landedPrice: landedPrice(parts.filter((part) => part.term === term.id)),
  }));
  market.apply({ kind: 'order-cancelled', payload: { orderId } }, at, new ChangeSet());
  return found;
}
