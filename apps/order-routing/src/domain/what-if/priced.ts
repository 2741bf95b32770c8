import { editionOf, ledgerIdOf } from '../engine/engine-lines.js';
import { solveMarket } from '../engine/solve-market.js';
import { amountOf } from '../ledger/settlement.js';
import { unitPriceOf } from '../ledger/term.js';
import type { Copy } from './copy.js';

/** Goods that a run at this instant would give a line, under one row. Quantities in base units, rupiah a trade unit. */
interface PricedPart {
  readonly line: string;
  readonly term: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly freight: number;
}

/** What lines would be given by a run now, with its price; nothing where the engine's result is not proved. */
export function pricedParts({ state, at }: Copy, lines: ReadonlySet<string>): PricedPart[] {
  const solved = solveMarket(state, at);
  if ('faults' in solved) return [];
  return solved.result.allocations.flatMap(({ line: engineLine, lot: engineLot, term: engineTerm, quantity }) => {
    const line = ledgerIdOf(engineLine);
    if (!lines.has(line)) return [];
    const [lot, term] = [state.lot(ledgerIdOf(engineLot)), editionOf(state, engineTerm)];
    return { line, term: term.id, quantity, unitPrice: unitPriceOf(lot, term), freight: term.freight };
  });
}

/** Rupiah a trade unit, freight included. */
export interface LandedPrice {
  readonly from: number;
  readonly to: number;
}

export function landedPrice(parts: readonly PricedPart[]): LandedPrice | null {
  const prices = parts.map(({ unitPrice, freight }) => unitPrice + freight);
  return prices.length === 0 ? null : { from: Math.min(...prices), to: Math.max(...prices) };
}

/** Rupiah of goods and of their freight. */
export function amountsOf(
  parts: readonly PricedPart[],
  unit: Parameters<typeof amountOf>[2],
): { readonly goods: number; readonly freight: number } {
  return {
    goods: parts.reduce((sum, part) => sum + amountOf(part.quantity, part.unitPrice, unit), 0),
    freight: parts.reduce((sum, part) => sum + amountOf(part.quantity, part.freight, unit), 0),
  };
}
