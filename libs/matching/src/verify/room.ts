import type { MatchingResult, Unproved } from '../format/result.js';
import { componentOf, componentsOf } from './components.js';
import type { Facts } from './facts.js';
import type { Tally } from './tally.js';

/**
 * What may still move in a result, in whole sacks and with the served lines' least quantities fixed; lines that are left out
 * for theirs stay out. Without sacks and least quantities this is simply what is left of everything.
 */
export interface Room {
  /** Units that a lot may still sell. */
  lot: Float64Array;
  /** Units that a line may still take, and give up. */
  line: Float64Array;
  spare: Float64Array;
  /** Quota, share and open part in whole sacks; units of a row that least quantities hold. */
  quota: Float64Array;
  share: Float64Array;
  open: Map<number, number>;
  held: Float64Array;
  /** Per lot, line and row: whether price, expiry and freight can be shown, and fairness too. */
  lotShown: Uint8Array;
  lineShown: Uint8Array;
  lotFair: Uint8Array;
  rowShown: Uint8Array;
  unproved: Unproved[];
}

export function readRoom(facts: Facts, result: MatchingResult, sums: Tally, fault: (text: string) => void): Room {
  const { lots, lines, terms, lotProduct, lineProduct, kept, market } = facts;
  const parts = componentsOf(facts);
  const sack = sacksOf(facts);
  const has = {
    sacks: new Uint8Array(parts.count),
    floors: new Uint8Array(parts.count),
    cut: new Uint8Array(parts.count),
  };
  sack.forEach((units, product) => {
    if (units !== 1) has.sacks[parts.ofProduct[product] ?? 0] = 1;
  });
  const rowSack = terms.map((term, row) =>
    rowsSack(facts, sack, term.products, () => {
      has.cut[parts.ofRow[row] ?? 0] = 1;
    }),
  );
  const floor = Float64Array.from(lines, (line, j) => {
    const least = (line.partial === false ? line.quantity : (line.minimum ?? 0)) - line.promised;
    if (least > 0) has.floors[parts.ofProduct[lineProduct[j] ?? 0] ?? 0] = 1;
    return least <= 0 ? 0 : upTo(least, sack[lineProduct[j] ?? 0] ?? 1);
  });
  for (let move = 0; move < sums.moves; move += 1) {
    const product = lineProduct[sums.moveLine[move] ?? 0] ?? 0;
    // A promise may stand that is no whole number of sacks.
    if ((result.allocations[move]?.quantity ?? 0) % (sack[product] ?? 1) === 0) continue;
    has.cut[parts.ofProduct[product] ?? 0] = 1;
  }
  checkGaps(facts, result, sums, parts, has, fault);
  const fresh = Float64Array.from(lines, (line, j) => (sums.lineGot[j] ?? 0) - line.promised);
  const held = new Float64Array(terms.length);
  lines.forEach((_, j) => {
    const row = facts.lineTerm[j] ?? -1;
    if (row >= 0 && (fresh[j] ?? 0) > 0) held[row] = (held[row] ?? 0) + (floor[j] ?? 0);
  });
  const shown = (part: number): number => (has.cut[part] === 1 ? 0 : 1);
  const isFair = market.policy.fairness === 'none';
  return {
    lot: Float64Array.from(
      lots,
      (_, i) => down(facts.lotQuantity[i] ?? 0, sack[lotProduct[i] ?? 0] ?? 1) - (sums.lotSold[i] ?? 0),
    ),
    line: Float64Array.from(lines, (line, j) => {
      if (facts.lineServed[j] !== 1 || ((floor[j] ?? 0) > 0 && (fresh[j] ?? 0) === 0)) return 0;
      return down(line.quantity - line.promised, sack[lineProduct[j] ?? 0] ?? 1) - (fresh[j] ?? 0);
    }),
    spare: Float64Array.from(fresh, (units, j) => Math.max(0, units - (floor[j] ?? 0))),
    quota: Float64Array.from(terms, (term, row) => down(term.quota, rowSack[row] ?? 1)),
    share: Float64Array.from(kept.share, (units, row) => (units === Infinity ? units : down(units, rowSack[row] ?? 1))),
    open: new Map([...kept.open].map(([product, units]) => [product, down(units, sack[product] ?? 1)])),
    held,
    lotShown: Uint8Array.from(lotProduct, (product) => shown(parts.ofProduct[product] ?? 0)),
    lineShown: Uint8Array.from(lineProduct, (product) => shown(parts.ofProduct[product] ?? 0)),
    // Goods in sacks are shared fairly inside a class of lots only.
    lotFair: Uint8Array.from(lotProduct, (product) => (has.sacks[parts.ofProduct[product] ?? 0] === 1 ? 0 : 1)),
    rowShown: Uint8Array.from(parts.ofRow, (part) => (part < 0 ? 1 : shown(part))),
    unproved: [
      ...(result.proof.gap > 0 ? (['quantity'] as const) : []),
      ...(has.cut.includes(1) ? (['price', 'expiry', 'freight'] as const) : []),
      ...(has.sacks.includes(1) && !isFair ? (['fairness'] as const) : []),
    ],
  };
}

function sacksOf({ market, lots, lines, lotProduct, lineProduct, products }: Facts): Float64Array {
  const parcels = market.parcels ?? {};
  const sack = new Float64Array(products).fill(1);
  if (market.parcels === undefined) return sack;
  const read = (product: string, number: number): void => {
    if (Object.hasOwn(parcels, product)) sack[number] = parcels[product] ?? 1;
  };
  lots.forEach(({ product }, i) => {
    read(product, lotProduct[i] ?? 0);
  });
  lines.forEach(({ product }, j) => {
    read(product, lineProduct[j] ?? 0);
  });
  return sack;
}

/** The least quantity that is whole sacks of each product that is here; tells where these are unequal. */
function rowsSack(facts: Facts, sack: Float64Array, products: readonly string[], unequal: () => void): number {
  const sizes = [...new Set(products.map((product) => sack[facts.numberOf(product)] ?? 1))];
  const here = [...new Set(products.flatMap((product) => sack[facts.numberOf(product)] ?? []))];
  if (here.length > 1) unequal();
  return sizes.reduce((a, b) => {
    let multiple = a;
    while (multiple % b !== 0 && Number.isSafeInteger(multiple + a)) multiple += a;
    return multiple;
  }, 1);
}

/** Without sacks and least quantities a part of the market has no gap, whatever stands beside it. */
function checkGaps(
  facts: Facts,
  result: MatchingResult,
  sums: Tally,
  parts: ReturnType<typeof componentsOf>,
  has: { sacks: Uint8Array; floors: Uint8Array },
  fault: (text: string) => void,
): void {
  const gap = new Float64Array(parts.count);
  for (const element of result.proof.cut) {
    const part = componentOf(facts, parts, element);
    gap[part] = (gap[part] ?? 0) + element.capacity;
  }
  sums.lotSold.forEach((units, i) => {
    const part = parts.ofProduct[facts.lotProduct[i] ?? 0] ?? 0;
    gap[part] = (gap[part] ?? 0) - units;
  });
  gap.forEach((units, part) => {
    if (units !== 0 && has.sacks[part] === 0 && has.floors[part] === 0) {
      fault('proof.gap: goods without sacks and least quantities have none');
    }
  });
}

function down(units: number, sack: number): number {
  return units - (units % sack);
}

function upTo(units: number, sack: number): number {
  return Math.ceil(units / sack) * sack;
}
