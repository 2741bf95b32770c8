import type { Lot } from '../market.js';

/**
 * Producers' parts of lots, flat: part n belongs to lot i when firstPart[i] ≤ n < firstPart[i + 1]. A holder is a
 * producer in one product.
 */
export interface Parts {
  firstPart: Int32Array;
  holder: Int32Array;
  units: Float64Array;
  holderName: string[];
  /** All that a holder offers. */
  surplus: Float64Array;
  /** The part of a producer in a lot, −1 when it has none. */
  find(lot: number, producer: string): number;
}

export function readParts(lots: readonly Lot[]): Parts {
  const firstPart = new Int32Array(lots.length + 1);
  lots.forEach((lot, i) => {
    firstPart[i + 1] = (firstPart[i] ?? 0) + (lot.contributions?.length ?? 1);
  });
  const count = firstPart[lots.length] ?? 0;
  const [holder, units] = [new Int32Array(count), new Float64Array(count)];
  const names = new Map<string, Map<string, number>>();
  const holderName: string[] = [];
  const surplus: number[] = [];
  let part = 0;
  const put = (product: string, producer: string, quantity: number): void => {
    let known = names.get(product);
    if (known === undefined) names.set(product, (known = new Map<string, number>()));
    let id = known.get(producer);
    if (id === undefined) {
      id = holderName.push(producer) - 1;
      known.set(producer, id);
      surplus.push(0);
    }
    holder[part] = id;
    units[part] = quantity;
    surplus[id] = (surplus[id] ?? 0) + quantity;
    part += 1;
  };
  for (const lot of lots) {
    if (lot.contributions === undefined) put(lot.product, lot.producer, lot.quantity);
    else for (const one of lot.contributions) put(lot.product, one.producer, one.quantity);
  }
  const pooled = new Map<number, Map<string, number>>();
  const find = (i: number, producer: string): number => {
    const lot = lots[i];
    if (lot === undefined) return -1;
    if (lot.contributions === undefined) return producer === lot.producer ? (firstPart[i] ?? -1) : -1;
    let index: Map<string, number> | undefined = pooled.get(i);
    if (index === undefined)
      pooled.set(i, (index = new Map(lot.contributions.map((one, at) => [one.producer, (firstPart[i] ?? 0) + at]))));
    return index.get(producer) ?? -1;
  };
  return { firstPart, holder, units, holderName, surplus: Float64Array.from(surplus), find };
}
