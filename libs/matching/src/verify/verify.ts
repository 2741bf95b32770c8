import type { Market } from '../format/market.js';
import type { MatchingResult } from '../format/result.js';
import { checkCut } from './cut.js';
import { readFacts } from './facts.js';
import { checkGates } from './gates.js';
import { sweepFreight } from './freight.js';
import { ranksOf } from './ranks.js';
import { readRoom } from './room.js';
import { checkSacks } from './sacks.js';
import { sweepStock } from './optimality-checks.js';
import { checkFigures, tally } from './tally.js';
import { wire } from './residual-graph.js';
import { checkWhy } from './why.js';

export interface Verdict {
  verified: boolean;
  /** What is wrong, first 100; empty when verified. */
  faults: string[];
}

const MOST_FAULTS = 100;

/**
 * Proves a result from the market and the result alone; shares no code with the solver.
 *
 * 1. It is feasible and its figures add up; reasons are of the closed list, name what is there, and a gate is the first one
 *    that is closed; the named cut separates stock from buyers and its capacity is the upper bound. 2. No unsold lot could take
 *    the place of a worse one that sells. 3. No unit could travel under a cheaper row. 4. No producer is served less than an
 *    equal where a shift is possible.
 *
 * Part by part: goods that share no row with sacks or least quantities have no gap and are shown in full, whatever stands beside
 * them. Where these take part, units move by the sack, what served lines must have stays, and lines that are left out stay out;
 * `proof.unproved` has to name what that does not show.
 *
 * Cost: linear in lots, lines and allocations for what is reachable, plus the pairs that are looked at and do not fit.
 * @param market as `readMarket` returns it
 * Source: docs/decisions/0003-matching-engine.md
 */
export function verify(market: Market, result: MatchingResult): Verdict {
  const faults: string[] = [];
  const fault = (text: string): void => {
    if (faults.length < MOST_FAULTS) faults.push(text);
  };
  const facts = readFacts(market);
  const sums = tally(facts, result, fault);
  checkFigures(facts, result, sums, fault);
  checkCut(facts, result, fault);
  if (faults.length === 0) {
    const ranks = ranksOf(facts);
    checkWhy(facts, result, sums, ranks, fault);
    const room = readRoom(facts, result, sums, fault);
    checkGates(facts, result, { sums, room }, fault);
    if (market.parcels !== undefined) checkSacks(facts, result, fault);
    const { unproved = [] } = result.proof;
    if (unproved.join() !== room.unproved.join()) {
      fault(`proof.unproved must be [${room.unproved.join(', ')}]`);
    }
    const wiring = wire(facts, sums);
    sweepStock(facts, sums, room, wiring, ranks, fault);
    sweepFreight(facts, sums, room, wiring, fault);
  }
  return { verified: faults.length === 0, faults };
}
