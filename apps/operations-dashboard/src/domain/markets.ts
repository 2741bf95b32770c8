import type { LinePromise, MarketSnapshot, Reason, Unit } from './market-snapshot.js';
import { CLOSED, total } from './reasons.js';
import { judgeLots, type JudgedLot } from './unsold.js';

/** One commodity of one origin: quantities of two of them are never added. */
export interface Market {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly lots: readonly JudgedLot[];
  readonly lines: readonly LinePromise[];
}

/** The line as it stands: without what was cancelled or came too late. */
function open(line: LinePromise): LinePromise {
  const unfilled = line.unfilled.filter(({ code }) => !CLOSED.has(code));
  return { ...line, unfilled, wanted: line.promised + total(unfilled) };
}

export function marketsOf(snapshot: MarketSnapshot): Market[] {
  const keys = new Map<string, { origin: string; commodity: string; unit: Unit }>();
  for (const { origin, commodity, unit } of [...snapshot.lots, ...snapshot.promises, ...snapshot.terms]) {
    keys.set(`${origin} ${commodity}`, { origin, commodity, unit });
  }
  return [...keys.values()]
    .map((market) => {
      const isOf = (row: { origin: string; commodity: string }) =>
        row.origin === market.origin && row.commodity === market.commodity;
      const lines = snapshot.promises.filter(isOf).map(open);
      return { ...market, lines, lots: judgeLots(snapshot.lots.filter(isOf), lines) };
    })
    .filter(({ lots, lines }) => lots.length > 0 || lines.some(({ wanted }) => wanted > 0))
    .sort((a, b) => surplusOf(b) - surplusOf(a) || a.commodity.localeCompare(b.commodity));
}

export function surplusOf({ lots }: Market): number {
  return lots.reduce((sum, { balance }) => sum + balance.declared, 0);
}

/** Reasons of all lots, each with the lot that it is about. */
export function unsoldOf({ lots }: Market): { readonly lotId: string; readonly reason: Reason }[] {
  return lots.flatMap(({ lot, unsold }) => unsold.map((reason) => ({ lotId: lot.id, reason })));
}
