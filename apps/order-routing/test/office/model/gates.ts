import { dayAt, plusDays, startOf } from './calendar.js';
import type { Agreement, Held, Line, Lot, Row } from './records.js';

export const ORIGIN = '33.02';

export function covers(region: string, place: string): boolean {
  return place === region || place.startsWith(`${region}.`);
}

export function isInForce({ stage, from, to }: Agreement, at: Date): boolean {
  const signed = stage === 'in-force' || stage === 'pks-signed';
  return signed && from !== null && from <= at && (to === null || at < to);
}

export function hasEnded({ stage, to }: Agreement, at: Date): boolean {
  return stage === 'terminated' || stage === 'expired' || (to !== null && to <= at);
}

const holds = (certificates: readonly Held[], kinds: readonly string[], day: string): boolean =>
  certificates.some(({ kind, until }) => kinds.includes(kind) && (until === undefined || until >= day));

/** Each set of which the law wants one, of goods for a use. Rules that bind from 2024 on concern no history of 2019. */
function lawWants({ law }: Lot, use: string): string[][] {
  if (law === null) return [];
  const named = ['HALAL', 'SNI', 'ORGANIC'].filter((kind) => law.asksFor.includes(kind)).map((kind) => [kind]);
  const isFood = law.asksFor.includes('P-IRT') || law.asksFor.includes('MD');
  const asked = use === 'repacking' || (use === 'resale' && law.packs === 'retail');
  return isFood && asked ? [['P-IRT', 'MD'], ...named] : named;
}

export function unitPrice(lot: Lot, row: Row): number {
  return Math.max(lot.floorPrice, row.minimumPrice ?? 0);
}

/** The gates in their order: whether goods that hold these certificates may go to a line under an edition of a row. */
export function closedGate(lot: Lot, certificates: readonly Held[], line: Line, row: Row, at: Date): string | null {
  if (row.partner !== line.partner || row.commodity !== line.commodity || !covers(row.destination, line.deliverTo)) {
    return 'region';
  }
  if (lot.commodity !== line.commodity) return 'commodity';
  const wanted = [...row.certificates, ...line.certificates].map((kind) => [kind]);
  for (const kinds of [...wanted, ...lawWants(lot, line.use)]) {
    if (!holds(certificates, kinds, line.needBy)) return `certificate ${kinds.join('/')}`;
  }
  if (lot.bestBefore !== null && lot.bestBefore < plusDays(line.needBy, line.minLifeDays)) return 'shelf life';
  const today = dayAt(at, ORIGIN);
  const ready = lot.producedOn > today ? lot.producedOn : today;
  if (ready > plusDays(line.needBy, -row.transitDays)) return 'time';
  const price = unitPrice(lot, row);
  if (row.maximumPrice != null && lot.floorPrice > row.maximumPrice) return 'price';
  if (line.maxLandedPrice !== null && price + row.freight > line.maxLandedPrice) return 'price';
  return null;
}

/** The goods of a line have to leave from here on. */
export function leavesAt(line: Line, row: Row): Date {
  return startOf(plusDays(line.needBy, -row.transitDays), ORIGIN);
}
