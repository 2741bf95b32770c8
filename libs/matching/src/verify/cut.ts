import type { MatchingResult } from '../result.js';
import { objection, type Facts } from './facts.js';

/**
 * The upper bound holds whatever the solver did: the named elements have the capacities that the market states, their
 * sum is the bound, and without them no unit has a way from a lot to a buyer.
 */
export function checkCut(facts: Facts, result: MatchingResult, fault: (text: string) => void): void {
  const named = {
    quota: new Set<number>(),
    line: new Set<number>(),
    lot: new Set<number>(),
    promise: new Set<number>(),
  };
  let sum = 0;
  for (const { kind, id, capacity } of result.proof.cut) {
    sum += capacity;
    const index =
      kind === 'quota' ? facts.termIndex.get(id) : kind === 'lot' ? facts.lotIndex.get(id) : facts.lineIndex.get(id);
    if (index === undefined || kind === 'reserve') {
      fault(`proof.cut names an unknown ${kind} ${id}`);
      return;
    }
    const line = facts.lines[index];
    const stated =
      kind === 'quota'
        ? facts.terms[index]?.quota
        : kind === 'lot'
          ? facts.lots[index]?.quantity
          : kind === 'promise'
            ? line?.promised
            : (line?.quantity ?? 0) - (line?.promised ?? 0);
    if (stated !== capacity) fault(`proof.cut: ${kind} ${id} has another capacity`);
    if (named[kind].has(index)) fault(`proof.cut names ${kind} ${id} twice`);
    named[kind].add(index);
  }
  if (sum !== result.proof.upperBound) fault('the capacities of proof.cut do not sum to the upper bound');
  checkSeparates(facts, named, fault);
}

interface Named {
  quota: Set<number>;
  line: Set<number>;
  lot: Set<number>;
  promise: Set<number>;
}

function checkSeparates(facts: Facts, named: Named, fault: (text: string) => void): void {
  const open = facts.lines
    .map((_, j) => j)
    .filter((j) => {
      const line = facts.lines[j];
      const row = facts.lineTerm[j] ?? -1;
      if (line === undefined || row < 0) return false;
      const fresh =
        facts.lineServed[j] === true &&
        line.quantity > line.promised &&
        !named.line.has(j) &&
        !named.quota.has(row) &&
        (facts.terms[row]?.quota ?? 0) > 0;
      return fresh || (line.promised > 0 && !named.promise.has(j));
    });
  if (open.length === 0) return;
  const byProduct = new Map<string, number[]>();
  for (const j of open) {
    const product = facts.lines[j]?.product ?? '';
    const known = byProduct.get(product);
    if (known === undefined) byProduct.set(product, [j]);
    else known.push(j);
  }
  for (const i of mostAble(facts, named.lot)) {
    const lot = facts.lots[i];
    for (const j of byProduct.get(lot?.product ?? '') ?? []) {
      if (objection(facts, i, j) !== null) continue;
      fault(`proof.cut leaves a way from lot ${lot?.id ?? ''} to line ${facts.lines[j]?.id ?? ''}`);
      return;
    }
  }
}

/** Lots outside the cut that no other one outside it can replace everywhere: alike in certificates, as fresh, as early, as cheap. */
function mostAble(facts: Facts, inCut: ReadonlySet<number>): number[] {
  const alike = new Map<string, number[]>();
  facts.lots.forEach((lot, i) => {
    if (lot.quantity === 0 || inCut.has(i)) return;
    const key = `${lot.product}\n${lot.origin}\n${String(facts.lotHolding[i])}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [i]);
    else known.push(i);
  });
  return [...alike.values()].flatMap((lots) => {
    const kept: number[] = [];
    const [best, ready] = [facts.lotBest, facts.lotReady];
    const price = (i: number): number => facts.lots[i]?.price ?? 0;
    lots.sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0) || (ready[a] ?? 0) - (ready[b] ?? 0) || price(a) - price(b));
    for (const i of lots) {
      if (!kept.some((other) => (ready[other] ?? 0) <= (ready[i] ?? 0) && price(other) <= price(i))) kept.push(i);
    }
    return kept;
  });
}
