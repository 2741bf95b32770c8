import { covers } from '../format/calendar.js';
import type { Line, Term } from '../format/market.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { normalise } from '../normalized/normalized-market.js';
import { inForce } from '../normalized/terms-index.js';
import type { ReasonCode } from '../format/result.js';
import type { Counterfactual } from './context.js';

/** The first two gates for a set of lines and origins, when one of them is closed. */
export interface ClosedAgreement {
  code: ReasonCode;
  binding: string[];
  gain: number;
  /** Rows that would serve if it were opened: those that it closes, or one to each place. */
  opened: Term[];
}

/**
 * @param lines index of lines that want the product
 * @param origins origins of the lots in question
 * @param fresh whether new units are meant: promised ones are served under their row whatever became of it
 * @returns null when some line has a serving row that covers some of the origins
 */
export function closedAgreement(
  normal: NormalizedMarket,
  lines: readonly number[],
  origins: readonly string[],
  resolve: Counterfactual,
  fresh: boolean,
): ClosedAgreement | null {
  const covering = new Set<number>();
  for (const j of lines) {
    const line = normal.lines[j];
    if (line === undefined) continue;
    const row = normal.pin[j] ?? -1;
    const usable = row >= 0 && (normal.pins.takes(row, line) || (!fresh && line.promised > 0));
    if (usable && origins.some((origin) => normal.pins.originCovered(row, origin))) return null;
    for (const other of rowsOf(normal, line)) {
      if (origins.some((origin) => normal.pins.originCovered(other, origin))) covering.add(other);
    }
  }
  const rows = [...covering].filter((row) => normal.pins.serving[row] !== 1).sort((a, b) => a - b);
  if (rows.length === 0) {
    const places = [...new Set(lines.map((j) => normal.lines[j]?.destination ?? ''))].sort();
    const product = normal.lines[lines[0] ?? -1]?.product ?? '';
    const opened = imaginedRows(product, places, commonArea(origins));
    const gain = resolve(`region:${product}:${opened[0]?.origin ?? ''}:${places.join('\u0001')}`, ({ market, kept }) =>
      normalise({ ...market, terms: [...market.terms, ...opened] }, kept),
    );
    return { code: 'REGION_NOT_COVERED', binding: places, gain, opened };
  }
  const suspended = rows.filter((row) => {
    const term = normal.terms[row];
    return term !== undefined && inForce(term, normal.asOf);
  });
  const stopping = suspended.length > 0 ? suspended : rows;
  const binding = stopping.map((row) => normal.terms[row]?.id ?? '');
  const opened = stopping.flatMap((row) => normal.terms[row] ?? []);
  const gain = resolve(`force:${binding.join('\u0001')}`, (now) => withRowsInForce(now, new Set(binding)));
  return { code: suspended.length > 0 ? 'AGREEMENT_SUSPENDED' : 'AGREEMENT_NOT_IN_FORCE', binding, gain, opened };
}

/** A line with a pin has no other row. */
function rowsOf(normal: NormalizedMarket, line: Line): number[] {
  if (line.term === undefined) return normal.pins.covering(line);
  const row = normal.pins.pin(line);
  return normal.pins.covers(row, line) ? [row] : [];
}

function withRowsInForce(normal: NormalizedMarket, ids: ReadonlySet<string>): NormalizedMarket {
  const { market } = normal;
  const terms = market.terms.map((term) => {
    if (!ids.has(term.id)) return term;
    const { suspended: _, ...rest } = term;
    return { ...rest, from: '0001-01-01', to: '9999-12-31' };
  });
  return normalise({ ...market, terms }, normal.kept);
}

/** As if rows for the product without limits or freight reached these places; what else they would ask is unknown. */
function imaginedRows(product: string, places: readonly string[], origin: string): Term[] {
  return places.map((destination, at): Term => ({
    id: `\u0000imagined-${String(at)}`,
    agreement: '',
    origin,
    destination,
    products: [product],
    from: '0001-01-01',
    to: '9999-12-31',
    quota: Number.MAX_SAFE_INTEGER,
    freight: 0,
    transitDays: 0,
    certificates: [],
  }));
}

/** The smallest area that holds all origins; the first of them where they share none. */
function commonArea(origins: readonly string[]): string {
  const [first = '', ...others] = [...origins].sort();
  let area = first;
  while (area !== '' && !others.every((origin) => covers(area, origin))) {
    area = area.slice(0, Math.max(0, area.lastIndexOf('.')));
  }
  return area === '' ? first : area;
}
