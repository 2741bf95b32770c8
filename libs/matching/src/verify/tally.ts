import type { Allocation, MatchingResult } from '../format/result.js';
import { objection, type Facts } from './facts.js';
import { openUsed } from './reserved-shares.js';
import { ExactSum } from './numbers.js';
import { ReasonCheck } from './reasons.js';
import { Remainders } from './remainders.js';

/** What the allocations of a result add up to. Index i is lot i of the market file, j line j, g row g. */
export interface Tally {
  /** Valid allocations only, the first `moves` of each array. */
  moves: number;
  moveLot: Int32Array;
  moveLine: Int32Array;
  lotSold: Float64Array;
  lineGot: Float64Array;
  /** New units per terms row, beside promises. */
  rowUsed: Float64Array;
  /** Units sold per part (parts.ts). */
  partSold: Float64Array;
}

type Fault = (text: string) => void;

/** Check 1: every allocation is allowed, nothing is oversold, sums are what the result says. */
export function tally(facts: Facts, result: MatchingResult, fault: Fault): Tally {
  const { lots, lines, terms } = facts;
  const sums: Tally = {
    moves: 0,
    moveLot: new Int32Array(result.allocations.length),
    moveLine: new Int32Array(result.allocations.length),
    lotSold: new Float64Array(lots.length),
    lineGot: new Float64Array(lines.length),
    rowUsed: new Float64Array(terms.length),
    partSold: new Float64Array(facts.parts.units.length),
  };
  for (const allocation of result.allocations) addMove(facts, allocation, sums, fault);
  checkPairs(result, fault);
  checkParts(facts, sums, fault);
  lines.forEach((line, j) => {
    const got = sums.lineGot[j] ?? 0;
    if (got > line.quantity) fault(`line ${line.id} gets more than it wants`);
    if (got < line.promised) fault(`line ${line.id} gets less than it was promised`);
    const row = facts.lineTerm[j] ?? -1;
    const fresh = got - line.promised;
    if (fresh > 0 && facts.lineServed[j] !== 1) {
      fault(`line ${line.id} gets new units under a row that does not serve today`);
    }
    if (fresh > 0) sums.rowUsed[row] = (sums.rowUsed[row] ?? 0) + fresh;
    const floor = line.partial === false ? line.quantity : (line.minimum ?? 0);
    if (fresh > 0 && got < floor) fault(`line ${line.id} gets less than its minimum`);
  });
  terms.forEach((term, g) => {
    if ((sums.rowUsed[g] ?? 0) > term.quota) fault(`row ${term.id} passes more than its quota`);
  });
  for (const [product, units] of openUsed(facts.kept.pool, facts.kept.share, facts.kept.open, sums.rowUsed)) {
    if (units > (facts.kept.open.get(product) ?? 0)) {
      fault(`others take what is reserved of ${lines[facts.lineProduct.indexOf(product)]?.product ?? ''}`);
    }
  }
  return sums;
}

/** Each lot serves a line once. In the order of a result that holds by itself; only another order needs a table. */
function checkPairs({ allocations }: MatchingResult, fault: Fault): void {
  const rises = allocations.every((one, at) => {
    const before = allocations[at - 1];
    return before === undefined || before.lot < one.lot || (before.lot === one.lot && before.line < one.line);
  });
  if (rises) return;
  const seen = new Set<string>();
  for (const { lot, line } of allocations) {
    const pair = JSON.stringify([lot, line]);
    if (seen.has(pair)) fault(`allocation of ${lot} to ${line}: stands twice`);
    seen.add(pair);
  }
}

function checkParts({ lots, lotQuantity, parts }: Facts, { lotSold, partSold }: Tally, fault: Fault): void {
  const { firstPart, units, holder, holderName } = parts;
  lotQuantity.forEach((quantity, i) => {
    if ((lotSold[i] ?? 0) > quantity) fault(`lot ${lots[i]?.id ?? ''} sells more than it holds`);
    for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) {
      if ((partSold[part] ?? 0) > (units[part] ?? 0)) {
        fault(
          `producer ${holderName[holder[part] ?? 0] ?? ''} sells more of lot ${lots[i]?.id ?? ''} than it contributed`,
        );
      }
    }
  });
}

function addMove(facts: Facts, allocation: Allocation, sums: Tally, fault: Fault): void {
  const [i, j] = [facts.findLot.at(allocation.lot), facts.findLine.at(allocation.line)];
  const units = allocation.quantity;
  const wrong = i < 0 || j < 0 ? 'unknown id' : isCount(units) ? null : 'quantity is no positive integer';
  const what = (problem: string): void => {
    fault(`allocation of ${allocation.lot} to ${allocation.line}: ${problem}`);
  };
  if (wrong !== null) {
    what(wrong);
    return;
  }
  const barred = objection(facts, i, j);
  if (barred !== null) what(barred);
  if (facts.terms[facts.lineTerm[j] ?? -1]?.id !== allocation.term) what("not the line's terms row");
  sums.moveLot[sums.moves] = i;
  sums.moveLine[sums.moves] = j;
  sums.moves += 1;
  sums.lotSold[i] = (sums.lotSold[i] ?? 0) + units;
  sums.lineGot[j] = (sums.lineGot[j] ?? 0) + units;
  if ((allocation.frozen === true) !== (facts.rowOpen[facts.lineTerm[j] ?? -1] === 0)) {
    what(allocation.frozen === true ? 'frozen, though its row serves' : 'not frozen, though its row does not serve');
  }
  const first = facts.parts.firstPart[i] ?? 0;
  if (facts.lots[i]?.contributions === undefined) {
    if (allocation.shares !== undefined) what('shares of a lot that has one producer');
    sums.partSold[first] = (sums.partSold[first] ?? 0) + units;
    return;
  }
  let sum = 0;
  const seen = new Set<string>();
  for (const { producer, quantity } of allocation.shares ?? []) {
    if (!isCount(quantity)) what('a share is no positive integer');
    if (seen.has(producer)) what(`${producer} has two shares in it`);
    seen.add(producer);
    sum += quantity;
    const part = facts.parts.find(i, producer);
    if (part < 0) what(`${producer} has no part in it`);
    else sums.partSold[part] = (sums.partSold[part] ?? 0) + quantity;
  }
  if (sum !== units) what('shares do not sum to its quantity');
}

function isCount(units: number): boolean {
  return Number.isSafeInteger(units) && units > 0;
}

/** The result's own figures: totals, remainders and that reasons sum to them. */
export function checkFigures(facts: Facts, result: MatchingResult, sums: Tally, fault: Fault): void {
  const [goods, freight] = [new ExactSum(), new ExactSum()];
  let quantity = 0;
  sums.lotSold.forEach((units, i) => {
    quantity += units;
    goods.add(units, facts.lotPrice[i] ?? 0);
  });
  sums.lineGot.forEach((units, j) => {
    freight.add(units, facts.terms[facts.lineTerm[j] ?? -1]?.freight ?? 0);
  });
  const { totals, proof } = result;
  if (quantity !== totals.quantity) fault('totals.quantity is not the sum of the allocations');
  if (goods.toString() !== String(totals.goodsCost)) fault('totals.goodsCost is not the sum of the allocations');
  if (freight.toString() !== String(totals.freightCost)) fault('totals.freightCost is not the sum of the allocations');
  const unsold = new Remainders('unsold', facts.lotQuantity, facts.findLot, sums.lotSold, fault);
  const reasons = new ReasonCheck(facts, fault);
  for (const entry of result.unsold) {
    unsold.check(entry.lot, entry);
    const { product = '' } = facts.lots[facts.findLot.at(entry.lot)] ?? {};
    for (const reason of entry.reasons) reasons.check('unsold', entry.lot, product, reason);
  }
  unsold.close();
  const wanted = Float64Array.from(facts.lines, (line) => line.quantity);
  const unfilled = new Remainders('unfilled', wanted, facts.findLine, sums.lineGot, fault);
  for (const entry of result.unfilled) {
    unfilled.check(entry.line, entry);
    const { product = '' } = facts.lines[facts.findLine.at(entry.line)] ?? {};
    for (const reason of entry.reasons) reasons.check('unfilled', entry.line, product, reason);
  }
  unfilled.close();
  if (proof.upperBound - totals.quantity !== proof.gap) fault('proof.gap is not upperBound − quantity');
  checkCounts(facts, result, sums, fault);
}

function checkCounts(facts: Facts, { totals }: MatchingResult, sums: Tally, fault: Fault): void {
  let [full, part] = [0, 0];
  facts.lines.forEach((line, j) => {
    const got = sums.lineGot[j] ?? 0;
    if (got > 0 && got === line.quantity) full += 1;
    else if (got > 0) part += 1;
  });
  const selling = new Set<string>();
  const { holder, holderName } = facts.parts;
  sums.partSold.forEach((units, at) => {
    if (units > 0) selling.add(holderName[holder[at] ?? 0] ?? '');
  });
  if (totals.linesFull !== full) fault('totals.linesFull is not the number of lines that get all they want');
  if (totals.linesPart !== part) fault('totals.linesPart is not the number of lines that get a part');
  if (totals.producersSelling !== selling.size) {
    fault('totals.producersSelling is not the number of producers that sell');
  }
}
