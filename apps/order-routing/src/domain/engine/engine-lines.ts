import { codeAtEnd, wayOf } from '#kernel/region-changes.js';
import { covers } from '#kernel/region-code.js';
import type { Line as MatchingLine } from '#matching/format/market.js';
import type { Reason } from '#matching/format/result.js';
import { certificateOf, type Law } from './law.js';
import { isInForce } from '../ledger/in-force.js';
import { openQuantity, type Line } from '../ledger/line.js';
import type { MarketState } from '../ledger/market-state.js';
import { isUnder, partsOf, unboundUnder, type PromisePart } from '../ledger/promise-parts.js';
import { wayOfRow } from '../ledger/row-way.js';
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

/** The engine's reasons, which name lines and places as the ledger has them, and certificates where it has rules. */
export function inLedgerWords(state: MarketState, reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason) => {
    const binding = reason.binding.map((name) => codeAtEnd(certificateOf(state, ledgerIdOf(name))));
    return { ...reason, binding: [...new Set(binding)] };
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

/** Rows that new promises to a line may draw on, the first choice first: the narrowest, then the least freight. */
export function servingRows(state: MarketState, { commodity, deliverTo }: Line, at: Date): Term[] {
  const place = wayOf(deliverTo);
  const rows = [...state.terms.values()].filter((term) => {
    if (term.removed || term.commodity !== commodity || !covers(wayOfRow(state, term), place)) return false;
    const agreement = state.agreements.get(term.agreementId);
    return agreement !== undefined && isInForce(agreement, at);
  });
  return rows.sort(
    (a, b) => wayOfRow(state, b).length - wayOfRow(state, a).length || a.freight - b.freight || (a.id < b.id ? -1 : 1),
  );
}

/** What a line is read by: the law of the day, and the row that serves it first; undefined: none does. */
export interface Under {
  readonly law: Law;
  readonly first: Term | undefined;
}

/** A line as the engine reads it. What is bound already has left lots and line alike; the engine sees the rest. */
export function engineLines(state: MarketState, line: Line, { law, first }: Under): MatchingLine[] {
  const under = first && { termId: first.id, edition: first.edition };
  const others = partsOf(line.takes).filter(
    (part) => part.promised > part.allocated && !(under && isUnder(part, under)),
  );
  const open = openLine(state, line, { law, first });
  return [...(open.quantity > 0 ? [open] : []), ...others.map((part) => promisedLine(state, line, part, law))];
}

/** What is open of a line, with what is promised under the row that serves it first. */
export function openLine(state: MarketState, line: Line, { law, first }: Under): MatchingLine {
  const promised = first ? unboundUnder(line.takes, { termId: first.id, edition: first.edition }) : 0;
  const quantity = openQuantity(line) + promised;
  return {
    ...asked(line, law),
    ...leastOf(state, line, { promised, quantity }, first),
    ...(first ? { term: first.id } : {}),
  };
}

/** What a line would draw on a further row that serves it, with what is promised under that already. */
export function furtherLine(state: MarketState, line: Line, law: Law, row: Term): MatchingLine {
  return { ...openLine(state, line, { law, first: row }), id: partId(line, row.id) };
}

/** What is promised under an edition of its own, and has no lots yet. */
function promisedLine(state: MarketState, line: Line, part: PromisePart, law: Law): MatchingLine {
  const term = engineTermId(state, part);
  const quantity = part.promised - part.allocated;
  return { ...asked(line, law), id: partId(line, term), quantity, promised: quantity, term };
}

function partId({ id }: Line, term: string): string {
  return `${id}${PART}${term}`;
}

function asked(line: Line, law: Law): Omit<MatchingLine, 'quantity' | 'promised'> {
  return {
    id: line.id,
    order: line.orderId,
    destination: wayOf(line.deliverTo),
    product: line.commodity,
    maxLandedPrice: line.maxLandedPrice,
    certificates: [...line.certificates, ...law.askedBy(line)],
    needBy: line.needBy,
    minLifeDays: line.minLifeDays,
  };
}

/** What a line takes at least counts what it is promised elsewhere and what is bound. */
function leastOf(
  state: MarketState,
  line: Line,
  open: Pick<MatchingLine, 'quantity' | 'promised'>,
  row: Term | undefined,
): Pick<MatchingLine, 'quantity' | 'promised' | 'minimum' | 'partial'> {
  const minimum = Math.max(line.minimum, minimumLot(state, line, row)) - (line.promised - open.promised);
  return { ...open, ...(minimum > 0 ? { minimum } : {}), ...(line.partial ? {} : { partial: false }) };
}

/**
 * The minimum lot of the row that a line draws on, 0 for a line that is promised already; where none serves it, that of the
 * rows that cover it most closely.
 */
function minimumLot(state: MarketState, line: Line, row: Term | undefined): number {
  if (line.promised > 0) return 0;
  if (row) return row.minimumLot;
  const place = wayOf(line.deliverTo);
  const rows = [...state.terms.values()]
    .filter((term) => !term.removed && term.commodity === line.commodity)
    .map((term) => ({ least: term.minimumLot, way: wayOfRow(state, term) }))
    .filter(({ way }) => covers(way, place));
  const closest = Math.max(...rows.map(({ way }) => way.length));
  return Math.max(0, ...rows.filter(({ way }) => way.length === closest).map(({ least }) => least));
}
