import { covers, dayNumber } from '../format/calendar.js';
import type { Line, Term } from '../format/market.js';
import type { Reason, ReasonCode } from '../format/result.js';
import type { Flow } from '../net/flow.js';
import { codeOf, FILTERS, passes, type LotView } from '../normalized/eligibility.js';
import { askOf, type Ask, type NormalizedMarket } from '../normalized/normalized-market.js';
import type { ClosedAgreement } from './agreement.js';
import type { Context } from './context.js';

/** What lets no more units through a row that something would still pass. */
export function blockedBy(flow: Flow, row: number): ReasonCode {
  return flow.poolRoom(row) > 0 ? 'PARTNER_SHARE_RESERVED' : 'QUOTA_EXHAUSTED';
}

/** A reason that sells less than it is about, and does not say yet what stops the rest. */
export function withNext(reason: Reason, next: ReasonCode): Reason {
  return reason.gain < reason.quantity && reason.then.length === 0 ? { ...reason, then: [next] } : reason;
}

/**
 * What stops the rest of some stock, or of some lines, once rows that were closed serve: the first gate that is closed then,
 * or their quota, or what partners' shares leave; else `last`.
 */
export function afterOpening(
  { solution: { normal, flow } }: Context,
  { opened, gain }: ClosedAgreement,
  lines: readonly number[],
  views: readonly LotView[],
  last: ReasonCode,
): ReasonCode {
  let pairs: (readonly [LotView, Ask])[] = [];
  let quota = 0;
  const rows = new Set<Term>();
  for (const j of lines) {
    const line = normal.lines[j];
    const row = line && rowOnceOpen(normal, line, opened);
    if (line === undefined || row === undefined) continue;
    const near = views.filter(({ origin }) => covers(row.origin, origin));
    if (near.length === 0) continue;
    const ask = askOf(line, row, dayNumber(line.needBy));
    for (const view of near) pairs.push([view, ask]);
    if (!rows.has(row)) quota += row.quota;
    rows.add(row);
  }
  if (pairs.length === 0) return 'REGION_NOT_COVERED';
  for (const filter of FILTERS) {
    const through = pairs.filter(([view, ask]) => passes(view, ask, filter));
    if (through.length === 0) return codeOf(filter, pairs, normal.asOf);
    pairs = through;
  }
  if (quota <= gain) return 'QUOTA_EXHAUSTED';
  const product = normal.lines[lines[0] ?? -1]?.product;
  const pool = normal.pools.findIndex((one) => one.product === product);
  return pool >= 0 && flow.openIn(pool) <= gain ? 'PARTNER_SHARE_RESERVED' : last;
}

/** The row that a line would belong to: the one that reaches it most closely, then the cheapest. */
function rowOnceOpen({ pins, terms }: NormalizedMarket, line: Line, opened: readonly Term[]): Term | undefined {
  const candidates = [
    ...pins.covering(line).flatMap((row) => (pins.serving[row] === 1 ? (terms[row] ?? []) : [])),
    ...opened.filter((row) => covers(row.destination, line.destination) && row.products.includes(line.product)),
  ].filter(({ id }) => line.term === undefined || line.term === id);
  return candidates.sort(
    (a, b) => b.destination.length - a.destination.length || a.freight - b.freight || (a.id < b.id ? -1 : 1),
  )[0];
}
