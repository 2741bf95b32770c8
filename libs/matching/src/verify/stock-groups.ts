import type { Facts } from './facts.js';

/** Lots of one product that come from one place and hold the same, the freshest first. */
export interface StockGroup {
  origin: number;
  holding: number;
  lots: number[];
}

/** Per product number. */
export function stockGroups({ lotProduct, lotKind, lotOrigin, lotHolding, lotBest, products }: Facts): StockGroup[][] {
  const groups = Array.from({ length: products }, (): StockGroup[] => []);
  const known = new Map<number, StockGroup>();
  lotProduct.forEach((product, i) => {
    const kind = lotKind[i] ?? 0;
    let group = known.get(kind);
    if (group === undefined) {
      group = { origin: lotOrigin[i] ?? 0, holding: lotHolding[i] ?? 0, lots: [] };
      known.set(kind, group);
      groups[product]?.push(group);
    }
    group.lots.push(i);
  });
  for (const { lots } of known.values()) lots.sort((a, b) => (lotBest[b] ?? 0) - (lotBest[a] ?? 0));
  return groups;
}

/** Lines of each product that units can go to, those that ask the same once. */
export function asksOf(facts: Facts, takesAny: (line: number) => boolean): number[][] {
  const { lineProduct, lineTerm, lineKinds, lineNeed, lineLife, lineReady, linePrice, products } = facts;
  const asks = Array.from({ length: products }, (): number[] => []);
  const seen = new Set<string>();
  lineProduct.forEach((product, j) => {
    if ((lineTerm[j] ?? -1) < 0 || !takesAny(j)) return;
    const key = [
      product,
      lineTerm[j],
      lineKinds[j],
      lineNeed[j],
      lineLife[j],
      lineReady[j],
      linePrice[j],
      short(facts, j),
    ];
    if (seen.size === seen.add(key.join('|')).size) return;
    asks[product]?.push(j);
  });
  return asks;
}

/** Rupiah by which a line's ceiling stays below the least price of its row: no lot is cheap enough. */
export function short({ lines, terms, lineTerm }: Facts, j: number): number {
  const [line, row] = [lines[j], terms[lineTerm[j] ?? -1]];
  if (line === undefined || row?.priceBand === undefined || line.maxLandedPrice === null) return 0;
  return Math.max(0, row.priceBand.minimum - (line.maxLandedPrice - row.freight));
}

/** The highest price once the ceiling reaches the row's minimum. */
export function limit({ lines, terms, lineTerm }: Facts, j: number): number {
  const [line, row] = [lines[j], terms[lineTerm[j] ?? -1]];
  const ceiling = line?.maxLandedPrice ?? null;
  return Math.min(ceiling === null ? Infinity : ceiling - (row?.freight ?? 0), row?.priceBand?.maximum ?? Infinity);
}
