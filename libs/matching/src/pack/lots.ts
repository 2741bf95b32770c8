import { HeldNumbers } from '../format/certificate-validity.js';
import type { Contribution, HeldCertificate, Lot } from '../format/market.js';
import { Column, packTexts, textAt, valueAt, type PackedColumn, type Texts } from './texts.js';

export interface PackedLots {
  ids: Texts;
  producers: Texts;
  quantity: Float64Array;
  price: Float64Array;
  origin: PackedColumn<string>;
  product: PackedColumn<string>;
  availableFrom: PackedColumn<string>;
  bestBefore: PackedColumn<string>;
  certificates: PackedColumn<HeldCertificate[]>;
  /** Contributions of each lot; −1: it is not pooled. */
  parts: Int32Array;
  partProducers: Texts;
  partQuantity: Float64Array;
}

export function packLots(lots: readonly Lot[]): PackedLots {
  const count = lots.length;
  const [quantity, price] = [new Float64Array(count), new Float64Array(count)];
  const [origin, product] = [new Column<string>(count), new Column<string>(count)];
  const [availableFrom, bestBefore] = [new Column<string>(count), new Column<string>(count)];
  const [held, heldNumbers, heldLists] = [new HeldNumbers(), new Int32Array(count), [] as HeldCertificate[][]];
  const parts = new Int32Array(count);
  const contributions: Contribution[] = [];
  lots.forEach((lot, i) => {
    quantity[i] = lot.quantity;
    price[i] = lot.price;
    origin.put(i, lot.origin, lot.origin);
    product.put(i, lot.product, lot.product);
    availableFrom.put(i, lot.availableFrom, lot.availableFrom);
    bestBefore.put(i, lot.bestBefore, lot.bestBefore);
    const number = held.of(lot.certificates);
    heldLists[number] ??= lot.certificates;
    heldNumbers[i] = number;
    parts[i] = lot.contributions?.length ?? -1;
    if (lot.contributions !== undefined) for (const part of lot.contributions) contributions.push(part);
  });
  return {
    ids: packTexts(lots.map(({ id }) => id)),
    producers: packTexts(lots.map(({ producer }) => producer)),
    quantity,
    price,
    origin: origin.packed,
    product: product.packed,
    availableFrom: availableFrom.packed,
    bestBefore: bestBefore.packed,
    certificates: { values: heldLists, numbers: heldNumbers },
    parts,
    partProducers: packTexts(contributions.map(({ producer }) => producer)),
    partQuantity: Float64Array.from(contributions, (part) => part.quantity),
  };
}

/** Lots of equal certificates share one list, which nobody may change. */
export function unpackLots(packed: PackedLots): Lot[] {
  let part = 0;
  return Array.from(packed.quantity, (quantity, i): Lot => {
    const lot: Lot = {
      id: textAt(packed.ids, i),
      producer: textAt(packed.producers, i),
      origin: valueAt(packed.origin, i),
      product: valueAt(packed.product, i),
      quantity,
      price: packed.price[i] ?? 0,
      availableFrom: valueAt(packed.availableFrom, i),
      bestBefore: valueAt(packed.bestBefore, i),
      certificates: valueAt(packed.certificates, i),
    };
    const count = packed.parts[i] ?? -1;
    if (count < 0) return lot;
    lot.contributions = Array.from({ length: count }, (_, at) => ({
      producer: textAt(packed.partProducers, part + at),
      quantity: packed.partQuantity[part + at] ?? 0,
    }));
    part += count;
    return lot;
  });
}
