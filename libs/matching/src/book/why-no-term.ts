import type { LotView } from '../gates.js';
import type { Line } from '../market.js';
import type { PinFinder } from '../pins.js';
import { inForce } from '../pins.js';
import type { Reason } from '../result.js';

/**
 * The region or agreement gate of a line that no terms row serves today.
 * @param obtainable units that the line would get if this row served
 */
export function agreementReasons(
  line: Line,
  unmet: number,
  lots: readonly LotView[],
  pins: PinFinder,
  asOf: number,
  obtainable: (row: number) => number,
): Reason {
  const pinned = line.term === undefined ? [] : [pins.pin(line)];
  const rows = (pinned.length > 0 ? pinned : pins.covering(line)).filter((row) =>
    lots.some((lot) => pins.originCovered(row, lot.origin)),
  );
  const base = { kind: 'gate', quantity: unmet, then: [] } as const;
  if (rows.length === 0) {
    return { ...base, then: [], code: 'REGION_NOT_COVERED', binding: [line.destination], gain: 0 };
  }
  const suspended = rows.filter((row) => {
    const term = pins.terms[row];
    return term !== undefined && inForce(term, asOf);
  });
  const stopping = suspended.length > 0 ? suspended : rows;
  const best = stopping[0] ?? -1;
  return {
    ...base,
    then: [],
    code: suspended.length > 0 ? 'AGREEMENT_SUSPENDED' : 'AGREEMENT_NOT_IN_FORCE',
    binding: stopping.map((row) => pins.terms[row]?.id ?? ''),
    gain: obtainable(best),
  };
}
