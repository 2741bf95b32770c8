import type { Highs } from 'highs';
import type { Market } from '#matching/format/market.js';
import { modelOf, type Model } from './model.js';

export interface Optimum {
  quantity: number;
  /** Goods and freight. */
  cost: number;
}

/**
 * The optimum of a market with sacks and least quantities, by integer programming: most quantity, then least cost.
 *
 * @param served lines (by id) that take new units; without it the program chooses them
 * @param model where something is relaxed that the format cannot state
 */
export function milpOptimum(
  highs: Highs,
  market: Market,
  served?: ReadonlySet<string>,
  model: Model = modelOf(market),
): Optimum {
  const { lots, lines, terms, parcels = {} } = market;
  const { pairs, rowOf, takesNew, share, open } = model;
  const sack = (product: string): number => (Object.hasOwn(parcels, product) ? (parcels[product] ?? 1) : 1);
  const costOf = (i: number, j: number): number => (lots[i]?.price ?? 0) + (terms[rowOf[j] ?? -1]?.freight ?? 0);
  // A unit is worth more than any way of placing all others can save.
  const worth = served === undefined ? null : 1 + 2 * Math.max(0, ...pairs.map(({ lot, line }) => costOf(lot, line)));
  const rows = new Map<string, string[]>();
  const put = (key: string, term: string): void => {
    rows.set(key, [...(rows.get(key) ?? []), term]);
  };
  const objective: string[] = [];
  const whole: string[] = [];
  const bounds: string[] = [];
  for (const { lot: i, line: j } of pairs) {
    const units = sack(lines[j]?.product ?? '');
    for (const part of ['p', 'n'] as const) {
      if (part === 'n' ? takesNew[j] !== true : lines[j]?.promised === 0) continue;
      const name = `${part}_${String(i)}_${String(j)}`;
      objective.push(`- ${String(units * (worth === null ? 1 : worth - costOf(i, j)))} ${name}`);
      if (units > 1) whole.push(name);
      // HiGHS gives no value for some columns without a bound.
      bounds.push(`0 <= ${name} <= ${String(Math.floor((lots[i]?.quantity ?? 0) / units))}`);
      put(`lot ${String(i)}`, `${String(units)} ${name}`);
      put(`${part} ${String(j)}`, `${String(units)} ${name}`);
      if (part === 'n') put(`row ${String(rowOf[j])}`, `${String(units)} ${name}`);
    }
  }
  if (objective.length === 0) return { quantity: 0, cost: 0 };
  const limits: string[] = [];
  const binaries: string[] = [];
  for (const [key, sum] of rows) {
    const [what, at = ''] = key.split(' ');
    const all = sum.join(' + ');
    const line = lines[Number(at)];
    if (what === 'lot') limits.push(`${all} <= ${String(lots[Number(at)]?.quantity)}`);
    if (what === 'p') limits.push(`${all} = ${String(line?.promised)}`);
    if (what === 'row') limits.push(`${all} <= ${String(terms[Number(at)]?.quota)}`);
    if (what !== 'n' || line === undefined) continue;
    const most = line.quantity - line.promised;
    const least = (line.partial === false ? line.quantity : (line.minimum ?? 0)) - line.promised;
    if (served !== undefined && !served.has(line.id)) {
      limits.push(`${all} <= 0`);
    } else if (least <= 0) {
      limits.push(`${all} <= ${String(most)}`);
    } else if (served !== undefined) {
      limits.push(`${all} <= ${String(most)}`, `${all} >= ${String(least)}`);
    } else {
      binaries.push(`z_${at}`);
      limits.push(`${all} - ${String(most)} z_${at} <= 0`, `${all} - ${String(least)} z_${at} >= 0`);
    }
  }
  for (const [product, units] of open) {
    const rowsOf = [...rows.keys()].filter((key) => {
      const [what, at] = key.split(' ');
      return what === 'row' && terms[Number(at)]?.products.includes(product) === true;
    });
    for (const key of rowsOf) {
      const g = key.slice(4);
      limits.push(`${(rows.get(key) ?? []).join(' + ')} - o_${g} <= ${String(share[Number(g)])}`);
    }
    if (rowsOf.length > 0) limits.push(`${rowsOf.map((key) => `o_${key.slice(4)}`).join(' + ')} <= ${String(units)}`);
  }
  const problem = [
    `Minimize\n obj: ${objective.join(' ')}`,
    `Subject To\n${limits.map((limit, n) => ` c${String(n)}: ${limit}`).join('\n')}`,
    `Bounds\n ${bounds.join('\n ')}`,
    ...(whole.length > 0 ? [`General\n ${whole.join(' ')}`] : []),
    ...(binaries.length > 0 ? [`Binary\n ${binaries.join(' ')}`] : []),
    'End',
  ].join('\n');
  const solution = highs.solve(problem, { mip_rel_gap: 0, mip_abs_gap: 0.5 });
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  let [quantity, cost] = [0, 0];
  for (const column of Object.values(solution.Columns)) {
    const [part, i, j] = column.Name.split('_');
    if (j === undefined || (part !== 'p' && part !== 'n')) continue;
    const units = ('Primal' in column ? Number(column.Primal) : 0) * sack(lines[Number(j)]?.product ?? '');
    quantity += units;
    cost += units * costOf(Number(i), Number(j));
  }
  return { quantity: Math.round(quantity), cost: Math.round(cost) };
}
