import { codeAtEnd, wayOf } from '#kernel/region-changes.js';
import type { Line as MatchingLine } from '#matching/format/market.js';
import type { Reason } from '#matching/format/result.js';
import { certificateOf, type Law } from './law.js';
import type { ServingRows } from './serving-rows.js';
import { whoseLimits } from './whose-limits.js';
import { openQuantity, type Line } from '../ledger/line.js';
import type { MarketState } from '../ledger/market-state.js';
import { isUnder, partsOf, unboundUnder, type PromisePart } from '../ledger/promise-parts.js';
import { editionKey, type Edition, type Term } from '../ledger/term.js';

/**
 * One line of the ledger is one or several of the engine's: one for what is still open, with what is promised under the
 * row that serves it first, and one for what is promised under any other edition or row, which keeps its own terms.
 */
export const PART = '#';

/** The ledger's line, or lot, that one of the engine's stands for. */
export function ledgerIdOf(engineId: string): string {
  const at = engineId.indexOf(PART);
  return at < 0 ? engineId : engineId.slice(0, at);
}

/**
 * The engine's reasons, which name lines and places as the ledger has them, certificates where it has rules, and rows where
 * their limits bind and not the lines' own.
 */
export function inLedgerWords(state: MarketState, rows: ServingRows, reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason) => {
    const named = reason.binding.flatMap((name) => {
      const id = ledgerIdOf(name);
      const line = state.lines.get(id);
      return line ? whoseLimits(line, rows.of(line)[0], reason) : codeAtEnd(certificateOf(state, id));
    });
    return { ...reason, binding: [...new Set(named)] };
  });
}

/** The engine's name of an edition: the present one has the row's own. */
export function engineTermId(state: MarketState, under: Edition): string {
  return state.terms.get(under.termId)?.edition === under.edition ? under.termId : editionKey(under);
}

/** The edition that the engine means. */
export function editionOf(state: MarketState, engineTerm: string): Term {
  return state.earlierTerms.get(engineTerm) ?? state.term(engineTerm);
}

/** What lines are read by: the law of the day, and the rows that serve at that instant. */
export interface Reading {
  readonly law: Law;
  readonly rows: ServingRows;
}

/** A line as the engine reads it. What is bound already has left lots and line alike; the engine sees the rest. */
export function engineLines(state: MarketState, line: Line, reading: Reading): MatchingLine[] {
  const [first] = reading.rows.of(line);
  const under = first && { termId: first.id, edition: first.edition };
  const others = partsOf(line.takes).filter(
    (part) => part.promised > part.allocated && !(under && isUnder(part, under)),
  );
  const open = openLine(line, first, reading);
  return [...(open.quantity > 0 ? [open] : []), ...others.map((part) => promisedLine(state, line, part, reading.law))];
}

/** What is open of a line, with what is promised under the row that serves it first; undefined: none does. */
export function openLine(line: Line, first: Term | undefined, { law, rows }: Reading): MatchingLine {
  const promised = first ? unboundUnder(line.takes, { termId: first.id, edition: first.edition }) : 0;
  // The minimum lot of a row binds a line that is not promised anything yet.
  const minimumLot = line.promised > 0 ? 0 : first ? first.minimumLot : rows.closestMinimum(line);
  // What a line takes at least counts what it is promised elsewhere and what is bound.
  const minimum = Math.max(line.minimum, minimumLot) - (line.promised - promised);
  const quantity = openQuantity(line) + promised;
  const least = { minimum, partial: line.partial };
  return engineLine(line, law, { id: line.id, quantity, promised, term: first?.id, ...least });
}

/** What a line would draw on a further row that serves it, with what is promised under that already. */
export function furtherLine(line: Line, row: Term, reading: Reading): MatchingLine {
  return Object.assign(openLine(line, row, reading), { id: partId(line, row.id) });
}

/** What is promised under an edition of its own, and has no lots yet. */
function promisedLine(state: MarketState, line: Line, part: PromisePart, law: Law): MatchingLine {
  const term = engineTermId(state, part);
  const quantity = part.promised - part.allocated;
  return engineLine(line, law, {
    id: partId(line, term),
    quantity,
    promised: quantity,
    term,
    minimum: 0,
    partial: true,
  });
}

function partId({ id }: Line, term: string): string {
  return `${id}${PART}${term}`;
}

/** Named one by one: there are as many as open lines, and an object of several spreads gets a hidden class of its own. */
function engineLine(
  line: Line,
  law: Law,
  part: {
    readonly id: string;
    readonly quantity: number;
    readonly promised: number;
    readonly term: string | undefined;
    readonly minimum: number;
    readonly partial: boolean;
  },
): MatchingLine {
  const read: MatchingLine = {
    id: part.id,
    order: line.orderId,
    destination: wayOf(line.deliverTo),
    product: line.commodity,
    quantity: part.quantity,
    maxLandedPrice: line.maxLandedPrice,
    certificates: line.certificates.concat(law.askedBy(line)),
    needBy: line.needBy,
    minLifeDays: line.minLifeDays,
    promised: part.promised,
  };
  if (part.term !== undefined) read.term = part.term;
  if (part.minimum > 0) read.minimum = part.minimum;
  if (!part.partial) read.partial = false;
  return read;
}
