import type { Line, Market } from '../format/market.js';
import { packLots, unpackLots, type PackedLots } from './lots.js';
import { Column, packTexts, textAt, valueAt, type PackedColumn, type Texts } from './texts.js';

/** What lines have in common but for their names and quantities. */
type LineKind = Omit<Line, 'id' | 'order' | 'quantity' | 'promised'>;

/** A market for another thread: what there are many of lies in typed arrays, whose buffers are handed over. */
export interface PackedMarket {
  header: Omit<Market, 'lots' | 'lines'>;
  lots: PackedLots;
  lineIds: Texts;
  lineOrders: Texts;
  lineQuantity: Float64Array;
  linePromised: Float64Array;
  lineKind: PackedColumn<LineKind>;
}

export function packMarket({ lots, lines, ...header }: Market): PackedMarket {
  const kinds = new Column<LineKind>(lines.length);
  lines.forEach(({ id: _, order: __, quantity: ___, promised: ____, ...kind }, j) => {
    kinds.put(j, JSON.stringify(kind), kind);
  });
  return {
    header,
    lots: packLots(lots),
    lineIds: packTexts(lines.map(({ id }) => id)),
    lineOrders: packTexts(lines.map(({ order }) => order)),
    lineQuantity: Float64Array.from(lines, ({ quantity }) => quantity),
    linePromised: Float64Array.from(lines, ({ promised }) => promised),
    lineKind: kinds.packed,
  };
}

export function unpackMarket(packed: PackedMarket): Market {
  const lines = Array.from(packed.lineQuantity, (quantity, j): Line => ({
    id: textAt(packed.lineIds, j),
    order: textAt(packed.lineOrders, j),
    ...valueAt(packed.lineKind, j),
    quantity,
    promised: packed.linePromised[j] ?? 0,
  }));
  return { ...packed.header, lots: unpackLots(packed.lots), lines };
}
