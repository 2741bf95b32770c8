import type { LotView } from '../normalized/eligibility.js';
import type { Line } from '../format/market.js';
import type { TermsIndex } from '../normalized/terms-index.js';
import { inForce } from '../normalized/terms-index.js';
import type { Reason, ReasonCode } from '../format/result.js';

/**
 * The region or agreement gate of a line that no terms row serves today.
 * @param obtainable units that the line would get if this row served
 */
export function agreementReasons(
  line: Line,
  unmet: number,
  lots: readonly LotView[],
  pins: TermsIndex,
  asOf: number,
  obtainable: (row: number) => number,
): Reason {
  const rows = rowsOf(line, pins).filter((row) => lots.some((lot) => pins.originCovered(row, lot.origin)));
  const { code, stopping } = closedGate(rows, pins, asOf);
  const [best] = stopping;
  return {
    ...{ kind: 'gate', quantity: unmet, code, then: [] },
    binding: best === undefined ? [line.destination] : stopping.map((row) => pins.terms[row]?.id ?? ''),
    gain: best === undefined ? 0 : obtainable(best),
  };
}

/** Rows that a line could be under, serving or not. */
export function rowsOf(line: Line, pins: TermsIndex): number[] {
  if (line.term === undefined) return pins.covering(line);
  const row = pins.pin(line);
  return pins.covers(row, line) ? [row] : [];
}

/** Which of the first two gates is closed: the rows among these that do not serve, and would open it, or none covers. */
export function closedGate(
  covering: readonly number[],
  pins: TermsIndex,
  asOf: number,
): { code: ReasonCode; stopping: readonly number[] } {
  const rows = covering.filter((row) => pins.serving[row] !== 1);
  if (rows.length === 0) return { code: 'REGION_NOT_COVERED', stopping: [] };
  const suspended = rows.filter((row) => {
    const term = pins.terms[row];
    return term !== undefined && inForce(term, asOf);
  });
  if (suspended.length > 0) return { code: 'AGREEMENT_SUSPENDED', stopping: suspended };
  return { code: 'AGREEMENT_NOT_IN_FORCE', stopping: rows };
}
