import type { Reason } from '#matching/format/result.js';
import type { Line } from '../ledger/line.js';
import type { Term } from '../ledger/term.js';

type Limits = Pick<Line, 'id' | 'minimum' | 'partial' | 'maxLandedPrice'>;

/**
 * Who has to give way where the engine names a line: the line, the row that serves it first, or both. The engine knows one
 * least quantity and one ceiling of a line, whoever set it.
 */
export function whoseLimits(line: Limits, row: Term | undefined, { code, relaxBy = 0 }: Reason): string[] {
  if (!row) return [line.id];
  if (code === 'BELOW_MINIMUM_LOT') return named(line, row, leastQuantities(line, row));
  if (code === 'PRICE_ABOVE_CEILING') return named(line, row, ceilings(line, row, relaxBy));
  return [line.id];
}

/** Whether each of the two gives way. */
interface Limiting {
  readonly line: boolean;
  readonly row: boolean;
}

function named({ id }: Limits, row: Term, limiting: Limiting): string[] {
  const names = [...(limiting.line ? [id] : []), ...(limiting.row ? [row.id] : [])];
  return names.length === 0 ? [id] : names;
}

function leastQuantities({ minimum, partial }: Limits, { minimumLot }: Term): Limiting {
  return { line: minimum > 0 || !partial, row: minimumLot > 0 };
}

/** What keeps goods out that cost `relaxBy` more than the lower of the two lets through. */
function ceilings({ maxLandedPrice }: Limits, { freight, maximumPrice }: Term, relaxBy: number): Limiting {
  const own = maxLandedPrice === null ? Infinity : maxLandedPrice - freight;
  const ofRow = maximumPrice ?? Infinity;
  const wanted = Math.min(own, ofRow) + relaxBy;
  return { line: own < wanted, row: ofRow < wanted };
}
