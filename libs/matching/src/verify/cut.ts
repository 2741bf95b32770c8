import type { CutElement, MatchingResult } from '../format/result.js';
import { objection, type Facts } from './facts.js';
import { Skyline } from './skyline.js';

interface Named {
  quota: Uint8Array;
  line: Uint8Array;
  lot: Uint8Array;
  promise: Uint8Array;
  reserve: Uint8Array;
  /** Per product number. */
  open: Uint8Array;
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
    reserve: new Uint8Array(terms.length),
    open: new Uint8Array(facts.products),
  };
  let sum = 0;
  for (const { kind, id, capacity } of result.proof.cut) {
    sum += capacity;
    const index = indexOf(facts, kind, id);
    if (index < 0 || !Object.hasOwn(named, kind)) {
      fault(`proof.cut names an unknown ${kind} ${id}`);
      return;
    }
    const stated = capacityOf(facts, kind, index);
    if (stated !== capacity) fault(`proof.cut: ${kind} ${id} has another capacity`);
    if (named[kind][index] === 1) fault(`proof.cut names ${kind} ${id} twice`);
    named[kind][index] = 1;
  }
  if (sum !== result.proof.upperBound) fault('the capacities of proof.cut do not sum to the upper bound');
  checkTied(facts, result, named, fault);
  checkSeparates(facts, named, fault);
}

/** The bottlenecks beside the cut are there, with the capacities that the market states, and are no part of it. */
function checkTied(facts: Facts, result: MatchingResult, cut: Named, fault: (text: string) => void): void {
  const seen = new Set<string>();
  for (const { kind, id, capacity } of result.proof.tied) {
    const index = Object.hasOwn(cut, kind) ? indexOf(facts, kind, id) : -1;
    if (index < 0) fault(`proof.tied names an unknown ${kind} ${id}`);
    else if (capacityOf(facts, kind, index) !== capacity) fault(`proof.tied: ${kind} ${id} has another capacity`);
    else if (cut[kind][index] === 1 || seen.has(`${kind} ${id}`)) fault(`proof.tied names ${kind} ${id} again`);
    seen.add(`${kind} ${id}`);
  }
}

type Kind = CutElement['kind'];

function indexOf(facts: Facts, kind: Kind, id: string): number {
  switch (kind) {
    case 'quota':
    case 'reserve':
      return facts.findTerm.at(id);
    case 'lot':
      return facts.findLot.at(id);
    case 'open':
      return facts.numberOf(id);
    default:
      return facts.findLine.at(id);
  }
}

function capacityOf({ terms, lots, lines, kept }: Facts, kind: Kind, index: number): number | undefined {
  const line = lines[index];
  switch (kind) {
    case 'quota':
      return terms[index]?.quota;
    case 'reserve':
      return kept.share[index];
    case 'open':
      return kept.open.get(index);
    case 'lot':
      return lots[index]?.quantity;
    case 'promise':
      return line?.promised;
    case 'line':
      return (line?.quantity ?? 0) - (line?.promised ?? 0);
  }
}

/** Whether new units could leave the row: by its own share or quota, or by the product's open part. */
function leaves({ kept, terms }: Facts, named: Named, row: number): boolean {
  if (named.quota[row] === 1 || !((terms[row]?.quota ?? 0) > 0)) return false;
  if ((kept.share[row] ?? 0) > 0 && named.reserve[row] === 0) return true;
  const product = kept.pool[row] ?? -1;
  return product >= 0 && named.open[product] === 0 && (kept.open.get(product) ?? 0) > 0;
}

function checkSeparates(facts: Facts, named: Named, fault: (text: string) => void): void {
  const byProduct = Array.from({ length: facts.products }, (): number[] => []);
  let open = 0;
  facts.lines.forEach((line, j) => {
    const row = facts.lineTerm[j] ?? -1;
    if (row < 0) return;
    const fresh =
      facts.lineServed[j] === 1 && line.quantity > line.promised && named.line[j] === 0 && leaves(facts, named, row);
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
