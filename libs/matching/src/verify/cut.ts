import type { MatchingResult } from '../result.js';
import { objection, type Facts } from './facts.js';
import { Skyline } from './skyline.js';

interface Named {
  quota: Uint8Array;
  line: Uint8Array;
  lot: Uint8Array;
  promise: Uint8Array;
}

/**
 * The upper bound holds whatever the solver did: the named elements have the capacities that the market states, their
 * sum is the bound, and without them no unit has a way from a lot to a buyer.
 */
export function checkCut(facts: Facts, result: MatchingResult, fault: (text: string) => void): void {
  const { lots, lines, terms } = facts;
  const named: Named = {
    quota: new Uint8Array(terms.length),
    line: new Uint8Array(lines.length),
    lot: new Uint8Array(lots.length),
    promise: new Uint8Array(lines.length),
  };
  let sum = 0;
  for (const { kind, id, capacity } of result.proof.cut) {
    sum += capacity;
    const finder = kind === 'quota' ? facts.findTerm : kind === 'lot' ? facts.findLot : facts.findLine;
    const index = finder.at(id);
    if (index < 0 || !Object.hasOwn(named, kind) || kind === 'reserve') {
      fault(`proof.cut names an unknown ${kind} ${id}`);
      return;
    }
    const line = lines[index];
    const stated =
      kind === 'quota'
        ? terms[index]?.quota
        : kind === 'lot'
          ? lots[index]?.quantity
          : kind === 'promise'
            ? line?.promised
            : (line?.quantity ?? 0) - (line?.promised ?? 0);
    if (stated !== capacity) fault(`proof.cut: ${kind} ${id} has another capacity`);
    if (named[kind][index] === 1) fault(`proof.cut names ${kind} ${id} twice`);
    named[kind][index] = 1;
  }
  if (sum !== result.proof.upperBound) fault('the capacities of proof.cut do not sum to the upper bound');
  checkSeparates(facts, named, fault);
}

function checkSeparates(facts: Facts, named: Named, fault: (text: string) => void): void {
  const byProduct = Array.from({ length: facts.products }, (): number[] => []);
  let open = 0;
  facts.lines.forEach((line, j) => {
    const row = facts.lineTerm[j] ?? -1;
    if (row < 0) return;
    const fresh =
      facts.lineServed[j] === 1 &&
      line.quantity > line.promised &&
      named.line[j] === 0 &&
      named.quota[row] === 0 &&
      (facts.terms[row]?.quota ?? 0) > 0;
    if (!fresh && !(line.promised > 0 && named.promise[j] === 0)) return;
    byProduct[facts.lineProduct[j] ?? 0]?.push(j);
    open += 1;
  });
  if (open === 0) return;
  const skyline = new Skyline(facts);
  facts.lotQuantity.forEach((quantity, i) => {
    if (quantity > 0 && named.lot[i] === 0) skyline.add(i);
  });
  for (const i of skyline.lots) {
    for (const j of byProduct[facts.lotProduct[i] ?? 0] ?? []) {
      if (objection(facts, i, j) !== null) continue;
      fault(`proof.cut leaves a way from lot ${facts.lots[i]?.id ?? ''} to line ${facts.lines[j]?.id ?? ''}`);
      return;
    }
  }
}
