import { householdsOf, type Households } from './households.js';
import { marketsOf, surplusOf, type Market } from './markets.js';
import { Names } from './names.js';
import type { MarketSnapshot, Run, Unit } from './market-snapshot.js';
import { resolveUnfilled, resolveUnsold, type ResolvedReason } from './resolved-reasons.js';

export interface Summary {
  /** `epoch.sequence` of the live stream that this reflects. */
  readonly id: string;
  readonly commodities: readonly CommoditySummary[];
  readonly orders: Readonly<Record<string, number>>;
  readonly producers: Readonly<Record<string, number>>;
  readonly run: Run | null;
  readonly dataAt: string | null;
  readonly appliedAt: string | null;
}

/** surplus = bound + Σ unsold; wanted = promised + Σ unfilled; base units. */
export interface CommoditySummary {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly surplus: number;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unsold: readonly ResolvedReason[];
  readonly unfilled: readonly ResolvedReason[];
  readonly contributors: number;
  readonly contributorsPaid: number;
  readonly households: Households | null;
}

/** The answer of the day. */
export function summarise(snapshot: MarketSnapshot): Summary {
  const names = new Names(snapshot);
  return {
    id: `${snapshot.head.epoch}.${String(snapshot.head.sequence)}`,
    commodities: marketsOf(snapshot).map((market) => summariseMarket(market, snapshot, names)),
    orders: countedBy(snapshot.orders.map(({ status, orders }) => [status, orders])),
    producers: countedBy(snapshot.producers.map(({ status, producers }) => [status, producers])),
    run: snapshot.runs[0] ?? null,
    dataAt: snapshot.dataAt,
    appliedAt: snapshot.appliedAt,
  };
}

function summariseMarket(market: Market, snapshot: MarketSnapshot, names: Names): CommoditySummary {
  const { origin, commodity, unit, lots, lines } = market;
  const sum = (of: (line: Market['lines'][number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  const promised = sum((line) => line.promised);
  const counted = snapshot.contributors.find((row) => row.origin === origin && row.commodity === commodity);
  return {
    origin,
    commodity,
    unit,
    surplus: surplusOf(market),
    wanted: sum((line) => line.wanted),
    promised,
    bound: lots.reduce((all, lot) => all + lot.bound, 0),
    unsold: resolveUnsold(market, names),
    unfilled: resolveUnfilled(market, names),
    contributors: counted?.all ?? 0,
    contributorsPaid: counted?.paid ?? 0,
    households: householdsOf(commodity, promised),
  };
}

function countedBy(rows: readonly (readonly [status: string, count: number])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [status, count] of rows) counts[status] = (counts[status] ?? 0) + count;
  return counts;
}
