import type { Lot } from '../format/market.js';
import { dayCount } from './dates.js';
import { Holdings } from './holdings.js';
import type { Numbers } from './numbers.js';
import { PartsReader, type Parts } from './parts.js';

/** Lots in flat arrays; index i is lot i of the market file. */
export interface LotFacts {
  lotQuantity: Float64Array;
  lotProduct: Int32Array;
  lotBest: Int32Array;
  lotReady: Int32Array;
  lotPrice: Float64Array;
  /** Index into `held`: certificate kind → last day on which it holds. */
  lotHolding: Int32Array;
  lotOrigin: Int32Array;
  /** Lots of equal product, origin and holding share a number. */
  lotKind: Float64Array;
  held: readonly Map<string, number>[];
  parts: Parts;
}

/** Reads every lot once: what touches each object again costs more than all that is computed from it. */
export function readLots(lots: readonly Lot[], today: number, products: Numbers, origins: Numbers): LotFacts {
  const count = lots.length;
  const [lotQuantity, lotPrice] = [new Float64Array(count), new Float64Array(count)];
  const [lotProduct, lotOrigin, lotHolding] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [lotBest, lotReady] = [new Int32Array(count), new Int32Array(count)];
  const holdings = new Holdings();
  const parts = new PartsReader(lots);
  for (let i = 0; i < count; i += 1) {
    const lot = lots[i];
    if (lot === undefined) continue;
    const product = products.of(lot.product);
    lotProduct[i] = product;
    lotOrigin[i] = origins.of(lot.origin);
    lotHolding[i] = holdings.of(lot.certificates);
    lotQuantity[i] = lot.quantity;
    lotPrice[i] = lot.price;
    lotBest[i] = dayCount(lot.bestBefore);
    lotReady[i] = Math.max(today, dayCount(lot.availableFrom));
    parts.add(lot, product);
  }
  const { held } = holdings;
  const places = origins.count;
  const lotKind = Float64Array.from(
    lotProduct,
    (product, i) => (product * places + (lotOrigin[i] ?? 0)) * held.length + (lotHolding[i] ?? 0),
  );
  return {
    lotQuantity,
    lotProduct,
    lotBest,
    lotReady,
    lotPrice,
    lotHolding,
    lotOrigin,
    lotKind,
    held,
    parts: parts.read(),
  };
}
