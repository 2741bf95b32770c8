import type { Allocation, MatchingResult } from '../result.js';
import { objection, type Facts } from './facts.js';

/** What the allocations of a result add up to. Index i is lot i of the market file, j line j, g row g. */
export interface Tally {
  /** (lot, line, units), valid ones only. */
  moves: { lot: number; line: number; units: number }[];
  lotSold: Float64Array;
  lineGot: Float64Array;
  /** New units per terms row, beside promises. */
  rowUsed: Float64Array;
  /** Units sold per part (parts.ts). */
  partSold: Float64Array;
}

/** Check 1: every allocation is allowed, nothing is oversold, sums are what the result says. */
export function tally(facts: Facts, result: MatchingResult, fault: (text: string) => void): Tally {
  const { lots, lines, terms } = facts;
  const sums: Tally = {
    moves: [],
    lotSold: new Float64Array(lots.length),
    lineGot: new Float64Array(lines.length),
    rowUsed: new Float64Array(terms.length),
    partSold: new Float64Array(facts.parts.units.length),
  };
  for (const allocation of result.allocations) addMove(facts, allocation, sums, fault);
  lots.forEach((lot, i) => {
    if ((sums.lotSold[i] ?? 0) > lot.quantity) fault(`lot ${lot.id} sells more than it holds`);
    for (let part = facts.parts.firstPart[i] ?? 0; part < (facts.parts.firstPart[i + 1] ?? 0); part += 1) {
      if ((sums.partSold[part] ?? 0) <= (facts.parts.units[part] ?? 0)) continue;
      fault(
        `producer ${facts.parts.holderName[facts.parts.holder[part] ?? 0] ?? ''} sells more of lot ${lot.id} than it contributed`,
      );
    }
  });
  lines.forEach((line, j) => {
    const got = sums.lineGot[j] ?? 0;
    if (got > line.quantity) fault(`line ${line.id} gets more than it wants`);
    if (got < line.promised) fault(`line ${line.id} gets less than it was promised`);
    const row = facts.lineTerm[j] ?? -1;
    const fresh = got - line.promised;
    if (fresh > 0 && facts.lineServed[j] !== true)
      fault(`line ${line.id} gets new units under a row that does not serve today`);
    if (fresh > 0) sums.rowUsed[row] = (sums.rowUsed[row] ?? 0) + fresh;
    const floor = line.partial === false ? line.quantity : (line.minimum ?? 0);
    if (fresh > 0 && got < floor) fault(`line ${line.id} gets less than its minimum`);
  });
  terms.forEach((term, g) => {
    if ((sums.rowUsed[g] ?? 0) > term.quota) fault(`row ${term.id} passes more than its quota`);
  });
  return sums;
}

function addMove(facts: Facts, allocation: Allocation, sums: Tally, fault: (text: string) => void): void {
  const [i, j] = [facts.lotIndex.get(allocation.lot), facts.lineIndex.get(allocation.line)];
  const units = allocation.quantity;
  const what = (problem: string): void => {
    fault(`allocation of ${allocation.lot} to ${allocation.line}: ${problem}`);
  };
  if (i === undefined || j === undefined) {
    what('unknown id');
    return;
  }
  if (!Number.isSafeInteger(units) || units <= 0) {
    what('quantity is no positive integer');
    return;
  }
  const wrong = objection(facts, i, j);
  if (wrong !== null) what(wrong);
  if (facts.terms[facts.lineTerm[j] ?? -1]?.id !== allocation.term) what("not the line's terms row");
  sums.moves.push({ lot: i, line: j, units });
  sums.lotSold[i] = (sums.lotSold[i] ?? 0) + units;
  sums.lineGot[j] = (sums.lineGot[j] ?? 0) + units;
  const lot = facts.lots[i];
  const pay = (producer: string, quantity: number): void => {
    const part = facts.parts.find(i, producer);
    if (part < 0) what(`${producer} has no part in it`);
    else sums.partSold[part] = (sums.partSold[part] ?? 0) + quantity;
  };
  if (lot?.contributions === undefined) {
    pay(lot?.producer ?? '', units);
    return;
  }
  let sum = 0;
  for (const { producer, quantity } of allocation.shares ?? []) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) what('a share is no positive integer');
    sum += quantity;
    pay(producer, quantity);
  }
  if (sum !== units) what('shares do not sum to its quantity');
}

/** The result's own figures: totals, remainders and that reasons sum to them. */
export function checkFigures(facts: Facts, result: MatchingResult, sums: Tally, fault: (text: string) => void): void {
  let [quantity, goods, freight] = [0, 0n, 0n];
  for (const { lot, line, units } of sums.moves) {
    quantity += units;
    goods += BigInt(units) * BigInt(facts.lots[lot]?.price ?? 0);
    freight += BigInt(units) * BigInt(facts.terms[facts.lineTerm[line] ?? -1]?.freight ?? 0);
  }
  if (quantity !== result.totals.quantity) fault('totals.quantity is not the sum of the allocations');
  if (goods.toString() !== String(result.totals.goodsCost)) fault('totals.goodsCost is not the sum of the allocations');
  if (freight.toString() !== String(result.totals.freightCost))
    fault('totals.freightCost is not the sum of the allocations');
  remainders(
    'unsold',
    facts.lots,
    sums.lotSold,
    result.unsold.map((entry) => ({ id: entry.lot, ...entry })),
    fault,
  );
  remainders(
    'unfilled',
    facts.lines,
    sums.lineGot,
    result.unfilled.map((entry) => ({ id: entry.line, ...entry })),
    fault,
  );
  if (result.proof.upperBound - result.totals.quantity !== result.proof.gap)
    fault('proof.gap is not upperBound − quantity');
}

/** Every allocation is whole sacks, but for promises that are none. */
export function checkSacks(facts: Facts, result: MatchingResult, fault: (text: string) => void): void {
  const parcels = facts.market.parcels ?? {};
  for (const { lot, line, quantity } of result.allocations) {
    const order = facts.lines[facts.lineIndex.get(line) ?? -1];
    const sack = order !== undefined && Object.hasOwn(parcels, order.product) ? (parcels[order.product] ?? 1) : 1;
    if (order !== undefined && order.promised % sack === 0 && quantity % sack !== 0) {
      const shared = facts.lines.some((other) => other.product === order.product && other.promised % sack !== 0);
      if (!shared) fault(`allocation of ${lot} to ${line} is no whole number of sacks`);
    }
  }
}

interface Remainder {
  id: string;
  quantity: number;
  reasons: readonly { quantity: number; kind: string; gain: number }[];
}

function remainders(
  name: string,
  records: readonly { id: string; quantity: number }[],
  done: Float64Array,
  entries: readonly Remainder[],
  fault: (text: string) => void,
): void {
  const left = new Map(entries.map((entry) => [entry.id, entry]));
  records.forEach((record, at) => {
    const rest = record.quantity - (done[at] ?? 0);
    const entry = left.get(record.id);
    left.delete(record.id);
    if ((entry?.quantity ?? 0) !== rest) fault(`${name} of ${record.id} is not what is left of it`);
    if (entry === undefined) return;
    let sum = 0;
    for (const reason of entry.reasons) {
      sum += reason.quantity;
      if (reason.kind === 'cut' && !(reason.gain > 0)) fault(`${name} of ${record.id}: a cut reason without gain`);
      if (reason.kind === 'cut' && name === 'unsold' && reason.quantity > reason.gain)
        fault(`${name} of ${record.id}: a cut reason for more than it would sell`);
    }
    if (sum !== entry.quantity) fault(`${name} of ${record.id}: reasons do not sum to its quantity`);
  });
  if (left.size > 0) fault(`${name} names what the market does not hold`);
}
