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
  /** Units sold per lot and contributor. */
  shares: Map<string, number>[];
}

/** Check 1: every allocation is allowed, nothing is oversold, sums are what the result says. */
export function tally(facts: Facts, result: MatchingResult, fault: (text: string) => void): Tally {
  const { lots, lines, terms } = facts;
  const sums: Tally = {
    moves: [], lotSold: new Float64Array(lots.length), lineGot: new Float64Array(lines.length),
    rowUsed: new Float64Array(terms.length), shares: lots.map(() => new Map<string, number>()),
  };
  for (const allocation of result.allocations) addMove(facts, allocation, sums, fault);
  lots.forEach((lot, i) => {
    if ((sums.lotSold[i] ?? 0) > lot.quantity) fault(`lot ${lot.id} sells more than it holds`);
    const parts = new Map(lot.contributions?.map((part) => [part.producer, part.quantity]) ?? [[lot.producer, lot.quantity]]);
    for (const [producer, units] of sums.shares[i] ?? []) {
      if (units > (parts.get(producer) ?? 0)) fault(`producer ${producer} sells more of lot ${lot.id} than it contributed`);
    }
  });
  lines.forEach((line, j) => {
    const got = sums.lineGot[j] ?? 0;
    if (got > line.quantity) fault(`line ${line.id} gets more than it wants`);
    if (got < line.promised) fault(`line ${line.id} gets less than it was promised`);
    const row = facts.lineTerm[j] ?? -1;
    const fresh = got - line.promised;
    if (fresh > 0 && facts.lineServed[j] !== true) fault(`line ${line.id} gets new units under a row that does not serve today`);
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
  const what = `allocation of ${allocation.lot} to ${allocation.line}`;
  const units = allocation.quantity;
  if (i === undefined || j === undefined) return fault(`${what}: unknown id`);
  if (!Number.isSafeInteger(units) || units <= 0) return fault(`${what}: quantity is no positive integer`);
  const wrong = objection(facts, i, j);
  if (wrong !== null) fault(`${what}: ${wrong}`);
  if (facts.terms[facts.lineTerm[j] ?? -1]?.id !== allocation.term) fault(`${what}: not the line's terms row`);
  sums.moves.push({ lot: i, line: j, units });
  sums.lotSold[i] = (sums.lotSold[i] ?? 0) + units;
  sums.lineGot[j] = (sums.lineGot[j] ?? 0) + units;
  const parts = sums.shares[i];
  const pooled = facts.lots[i]?.contributions !== undefined;
  const shares = pooled ? (allocation.shares ?? []) : [{ producer: facts.lots[i]?.producer ?? '', quantity: units }];
  let sum = 0;
  for (const { producer, quantity } of shares) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) fault(`${what}: a share is no positive integer`);
    sum += quantity;
    parts?.set(producer, (parts.get(producer) ?? 0) + quantity);
  }
  if (sum !== units) fault(`${what}: shares do not sum to its quantity`);
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
  if (freight.toString() !== String(result.totals.freightCost)) fault('totals.freightCost is not the sum of the allocations');
  remainders('unsold', facts.lots, sums.lotSold, result.unsold.map((entry) => ({ id: entry.lot, ...entry })), fault);
  remainders('unfilled', facts.lines, sums.lineGot, result.unfilled.map((entry) => ({ id: entry.line, ...entry })), fault);
  if (result.proof.upperBound - result.totals.quantity !== result.proof.gap) fault('proof.gap is not upperBound − quantity');
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

function remainders(name: string, records: readonly { id: string; quantity: number }[], done: Float64Array, entries: readonly Remainder[], fault: (text: string) => void): void {
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
      if (reason.kind === 'cut' && name === 'unsold' && reason.quantity > reason.gain) fault(`${name} of ${record.id}: a cut reason for more than it would sell`);
    }
    if (sum !== entry.quantity) fault(`${name} of ${record.id}: reasons do not sum to its quantity`);
  });
  if (left.size > 0) fault(`${name} names what the market does not hold`);
}
