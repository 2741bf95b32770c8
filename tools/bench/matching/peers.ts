import * as highsModule from 'highs';
import type { Highs } from 'highs';
import type { Market } from '#matching/format/market.js';
import { fits, normalise } from '#matching/normalized/normalized-market.js';

/** First come, cheapest lot first: what a desk does without an engine. Quantity placed. */
export function naiveQuantity(market: Market): number {
  const normal = normalise(market);
  const left = normal.lots.map((lot) => lot.quantity);
  const quota = normal.terms.map((term) => term.quota);
  const byPrice = normal.lots
    .map((_, i) => i)
    .sort((a, b) => (normal.lots[a]?.price ?? 0) - (normal.lots[b]?.price ?? 0) || a - b);
  let open = byPrice;
  let placed = 0;
  normal.lines.forEach((line, j) => {
    const row = normal.pin[j] ?? -1;
    if (normal.pins.serving[row] !== 1) return;
    let want = Math.min(line.quantity, quota[row] ?? 0);
    for (const i of open) {
      if (want === 0) break;
      const units = Math.min(want, left[i] ?? 0);
      if (units === 0 || !fits(normal, i, j)) continue;
      left[i] = (left[i] ?? 0) - units;
      quota[row] = (quota[row] ?? 0) - units;
      placed += units;
      want -= units;
    }
    if (j % 16 === 0) open = open.filter((i) => (left[i] ?? 0) > 0);
  });
  return placed;
}

/** The same market as a linear program in the CPLEX LP format: most quantity, then least cost. */
export function linearProgram(market: Market): string {
  const normal = normalise(market);
  const dearest =
    Math.max(...market.lots.map((lot) => lot.price)) + Math.max(...market.terms.map((term) => term.freight)) + 1;
  const [ofLot, ofLine, ofRow]: [string[][], string[][], string[][]] = [
    normal.lots.map(() => []),
    normal.lines.map(() => []),
    normal.terms.map(() => []),
  ];
  const objective: string[] = [];
  normal.lots.forEach((lot, i) => {
    normal.lines.forEach((_, j) => {
      const row = normal.pin[j] ?? -1;
      if (normal.pins.serving[row] !== 1 || !fits(normal, i, j)) return;
      const name = `x${String(i)}_${String(j)}`;
      objective.push(`- ${String(2 * dearest - lot.price - (normal.terms[row]?.freight ?? 0))} ${name}`);
      ofLot[i]?.push(name);
      ofLine[j]?.push(name);
      ofRow[row]?.push(name);
    });
  });
  const rows = [
    ...limits(ofLot, (i) => normal.lots[i]?.quantity ?? 0),
    ...limits(ofLine, (j) => normal.lines[j]?.quantity ?? 0),
    ...limits(ofRow, (g) => normal.terms[g]?.quota ?? 0),
  ];
  return `Minimize\n obj: ${objective.join(' ')}\nSubject To\n${rows.map((row, n) => ` c${String(n)}: ${row}`).join('\n')}\nEnd`;
}

function limits(names: readonly string[][], most: (at: number) => number): string[] {
  return names.flatMap((list, at) => (list.length === 0 ? [] : [`${list.join(' + ')} <= ${String(most(at))}`]));
}

// The package's types describe another module system than the one it is loaded by.
const loadHighs = (highsModule as unknown as { default: () => Promise<Highs> }).default;

/** Time to solve, the model being read included, and the quantity; a solver instance of its own. */
export async function solveWithHighs(market: Market): Promise<{ ms: number; quantity: number }> {
  const highs = await loadHighs();
  const text = linearProgram(market);
  const began = performance.now();
  const solution = highs.solve(text);
  const ms = performance.now() - began;
  let quantity = 0;
  for (const column of Object.values(solution.Columns) as { Primal?: number }[]) quantity += column.Primal ?? 0;
  return { ms, quantity: Math.round(quantity) };
}

/** The most that a market sells where lines with `partial` false take all or nothing, by an integer program. */
export async function mostByProgram(market: Market): Promise<number> {
  const highs = await loadHighs();
  const normal = normalise(market);
  const [ofLot, ofLine, ofRow]: [string[][], string[][], string[][]] = [
    normal.lots.map(() => []),
    normal.lines.map(() => []),
    normal.terms.map(() => []),
  ];
  normal.lots.forEach((_, i) => {
    normal.lines.forEach((__, j) => {
      const row = normal.pin[j] ?? -1;
      if (normal.pins.serving[row] !== 1 || !fits(normal, i, j)) return;
      const name = `x${String(i)}_${String(j)}`;
      ofLot[i]?.push(name);
      ofLine[j]?.push(name);
      ofRow[row]?.push(name);
    });
  });
  const all = ofLine.flat();
  if (all.length === 0) return 0;
  const rows = [
    ...limits(ofLot, (i) => normal.lots[i]?.quantity ?? 0),
    ...limits(ofRow, (g) => normal.terms[g]?.quota ?? 0),
  ];
  const binaries: string[] = [];
  normal.lines.forEach(({ quantity, partial }, j) => {
    const sum = (ofLine[j] ?? []).join(' + ');
    if (sum === '') return;
    if (partial === false) binaries.push(`z${String(j)}`);
    rows.push(partial === false ? `${sum} - ${String(quantity)} z${String(j)} = 0` : `${sum} <= ${String(quantity)}`);
  });
  const text = `Maximize\n obj: ${all.join(' + ')}\nSubject To\n${rows.map((row, n) => ` c${String(n)}: ${row}`).join('\n')}\nBinary\n ${binaries.join(' ')}\nEnd`;
  const { ObjectiveValue } = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: 60 });
  return Math.round(ObjectiveValue);
}
