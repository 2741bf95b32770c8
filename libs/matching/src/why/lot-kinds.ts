import type { LotView } from '../normalized/eligibility.js';
import { KeyTable } from '../net/key-table.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { Numbering } from '../format/order.js';
import type { Context } from './context.js';
import { viewOf } from './relax.js';

/** Lots that are alike in everything a filter looks at; classes are alike only to the lines as they are. */
export interface LotKind {
  c: number;
  view: LotView;
  units: number;
}

/** Kinds of lots per product. */
export function kindsOfLots({ solution: { normal, net } }: Context): LotKind[][] {
  const kinds = normal.products.texts.map((): LotKind[] => []);
  const numberOf = kindNumbers(normal);
  const known: (LotKind | undefined)[] = [];
  normal.lotProduct.forEach((product, i) => {
    const number = numberOf(i);
    const kind = known[number];
    if (kind !== undefined) {
      kind.units += normal.lotUnits[i] ?? 0;
    } else {
      const fresh = { c: net.classOf[i] ?? 0, view: viewOf(normal, i), units: normal.lotUnits[i] ?? 0 };
      known[number] = fresh;
      kinds[product]?.push(fresh);
    }
  });
  return kinds;
}

const PAIR = 67_108_864;
/** Day numbers count from 1970 and may lie below 0. */
const DAYS = 1_000_000;

/** Equal numbers for lots of equal product, holding, dates, price and origin. */
function kindNumbers(normal: NormalizedMarket): (i: number) => number {
  const origins = new Numbering();
  const tables = Array.from({ length: 6 }, () => new KeyTable(1024));
  return (i) => {
    const keys = [
      normal.lotHeld[i] ?? 0,
      (normal.lotBest[i] ?? 0) + DAYS,
      (normal.lotReady[i] ?? 0) + DAYS,
      origins.of(normal.lots[i]?.origin ?? ''),
      tables[5]?.of(normal.lots[i]?.price ?? 0) ?? 0,
    ];
    let number = normal.lotProduct[i] ?? 0;
    for (let at = 0; at < 5; at += 1) number = tables[at]?.of(number * PAIR + (keys[at] ?? 0)) ?? 0;
    return number;
  };
}
