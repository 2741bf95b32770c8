import * as highsModule from 'highs';
import type { Highs } from 'highs';
import type { Market } from '#matching/format/market.js';
import { objection, readFacts, type Facts } from '../src/verify/facts.js';
import type { ReservedShares } from '../src/verify/reserved-shares.js';

// Its types describe another module system than the one it is loaded by.
const loadHighs = (highsModule as unknown as { default: () => Promise<Highs> }).default;
let loaded: Promise<Highs> | undefined;

export async function oracle(): Promise<Highs> {
  return (loaded ??= loadHighs());
}

/**
 * The optimum of a market by linear programming: most quantity, then least goods cost plus freight, as one
 * objective (each unit is worth more than any unit can cost). Arcs are written pair by pair from the format's rules.
 * @param kept partner shares, where they are not those of the market itself; rows that it does not name know none
 * @param facts where something is relaxed that the format cannot state
 */
export function lpOptimum(
  highs: Highs,
  market: Market,
  kept: KeptByName = keptOf(market),
  facts: Facts = readFacts(market),
): { quantity: number; cost: number } {
  const worth =
    1 +
    2 * Math.max(1, ...market.lots.map((lot) => lot.price)) +
    2 * Math.max(0, ...market.terms.map((term) => term.freight));
  const [ofLot, ofLine, ofRow] = [
    new Map<number, string[]>(),
    new Map<number, string[]>(),
    new Map<number, string[]>(),
  ];
  const objective: string[] = [];
  const put = (map: Map<number, string[]>, key: number, name: string): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [name]);
    else known.push(name);
  };
  market.lots.forEach((lot, i) => {
    market.lines.forEach((_, j) => {
      if (objection(facts, i, j) !== null) return;
      const row = facts.lineTerm[j] ?? -1;
      // p: serves the promise, n: is new.
      for (const part of ['p', 'n'] as const) {
        if (part === 'n' && facts.lineServed[j] !== 1) continue;
        const name = `${part}_${String(i)}_${String(j)}`;
        objective.push(`- ${String(worth - lot.price - (market.terms[row]?.freight ?? 0))} ${name}`);
        put(ofLot, i, name);
        put(ofLine, part === 'p' ? j : -1 - j, name);
        if (part === 'n') put(ofRow, row, name);
      }
    });
  });
  if (objective.length === 0) return { quantity: 0, cost: 0 };
  const rows: string[] = [];
  for (const [i, names] of ofLot) rows.push(`${names.join(' + ')} <= ${String(market.lots[i]?.quantity)}`);
  for (const [key, names] of ofLine) {
    const line = market.lines[key < 0 ? -1 - key : key];
    if (key < 0) rows.push(`${names.join(' + ')} <= ${String((line?.quantity ?? 0) - (line?.promised ?? 0))}`);
    else rows.push(`${names.join(' + ')} = ${String(line?.promised)}`);
  }
  for (const [g, names] of ofRow) rows.push(`${names.join(' + ')} <= ${String(market.terms[g]?.quota)}`);
  for (const [product, open] of kept.open) {
    const shared = [...ofRow].filter(([g]) => {
      const term = market.terms[g];
      return term !== undefined && kept.share.has(term.id) && term.products.includes(product);
    });
    // What a row passes is at most its share and what it takes of the open part; all of them share the open part.
    for (const [g, names] of shared) {
      rows.push(`${names.join(' + ')} - o_${String(g)} <= ${String(kept.share.get(market.terms[g]?.id ?? '') ?? 0)}`);
    }
    if (shared.length > 0) rows.push(`${shared.map(([g]) => `o_${String(g)}`).join(' + ')} <= ${String(open)}`);
  }
  const problem = `Minimize\n obj: ${objective.join(' ')}\nSubject To\n${rows.map((row, n) => ` c${String(n)}: ${row}`).join('\n')}\nEnd`;
  const solution = highs.solve(problem);
  let [quantity, cost] = [0, 0];
  for (const column of Object.values(solution.Columns)) {
    const value = 'Primal' in column ? Number(column.Primal) : 0;
    const [, i, j] = column.Name.split('_');
    if (j === undefined) continue;
    quantity += value;
    cost +=
      value * ((market.lots[Number(i)]?.price ?? 0) + (market.terms[facts.lineTerm[Number(j)] ?? -1]?.freight ?? 0));
  }
  return { quantity: Math.round(quantity), cost: Math.round(cost) };
}

export interface KeptByName {
  share: Map<string, number>;
  open: Map<string, number>;
}

/** The market's own partner shares, by name. */
export function keptOf(market: Market): KeptByName {
  const facts = readFacts(market);
  const kept: ReservedShares = facts.kept;
  const names = new Map([...market.lots, ...market.lines].map(({ product }) => [facts.numberOf(product), product]));
  return {
    share: new Map(market.terms.map((term, row) => [term.id, kept.share[row] ?? 0])),
    open: new Map([...kept.open].flatMap(([number, units]) => [[names.get(number) ?? '', units]])),
  };
}
