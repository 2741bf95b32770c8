import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { wholeSacks } from '../normalized/sacks.js';

/** A certificate that nobody asks for. */
const ANYBODY = '\u0000new';
const FOREVER = 2_147_483_647;
/** Day numbers that no date reaches. */
const [LONG_AGO, NEVER] = [-1_000_000_000, 1_000_000_000];

/** The market with so many units more that fit one line, and no other; null where no row serves the line. */
export function withStock(normal: NormalizedMarket, j: number, units: number): NormalizedMarket | null {
  const [line, ask, term] = [normal.lines[j], normal.asks[j], normal.terms[normal.pin[j] ?? -1]];
  if (line === undefined || ask === undefined || ask === null || term === undefined) return null;
  const product = normal.lineProduct[j] ?? 0;
  const lot = {
    ...{ id: ANYBODY, producer: ANYBODY, origin: term.origin, product: line.product, quantity: units },
    // As cheap as the line may ask for, where freight alone is above its ceiling.
    ...{ price: Math.min(0, ask.limit), availableFrom: line.needBy, bestBefore: line.needBy, certificates: [] },
  };
  return {
    ...normal,
    asks: normal.asks.map((one, k) => (k === j || one === null ? one : { ...one, kinds: [ANYBODY, ...one.kinds] })),
    held: [
      ...normal.held.map((held) => new Map([...held, [ANYBODY, FOREVER] as const])),
      new Map(ask.kinds.map((kind) => [kind, FOREVER] as const)),
    ],
    lots: [...normal.lots, lot],
    lotProduct: Int32Array.from([...normal.lotProduct, product]),
    lotReady: Int32Array.from([...normal.lotReady, LONG_AGO]),
    lotBest: Int32Array.from([...normal.lotBest, NEVER]),
    lotHeld: Int32Array.from([...normal.lotHeld, normal.held.length]),
    lotUnits: Float64Array.from([...normal.lotUnits, wholeSacks(units, normal.sacks[product] ?? 1)]),
  };
}
