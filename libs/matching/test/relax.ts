import type { Market } from '#matching/format/market.js';
import type { Reason } from '#matching/format/result.js';
import { highestPrice, readFacts, type Facts } from '../src/verify/facts.js';
import { keptOf, type KeptByName } from './oracle.js';
import { day } from './random-market.js';

const EVER = { from: '2000-01-01', to: '2999-01-01' };

/** A market with one thing relaxed; its shares stay those of the market as it was, unless they are what is relaxed. */
export interface Relaxed {
  market: Market;
  kept: KeptByName;
  facts?: Facts;
}

/** Everything in `binding` relaxed by `relaxBy`, from the lot's or the line's side; null: not expressible. */
export function relax(market: Market, reason: Reason, of: { lot?: string; line?: string }): Relaxed | null {
  const copy = structuredClone(market);
  const kept = keptOf(market);
  const lot = copy.lots.find(({ id }) => id === of.lot);
  const line = copy.lines.find(({ id }) => id === of.line);
  const product = lot?.product ?? line?.product ?? '';
  const by = reason.relaxBy ?? 0;
  const later = (date: string, days: number): string =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  if (reason.binding.some((name) => name.startsWith('surplus:')) && !addFittingLot(copy, of.line ?? '', by)) {
    return null;
  }
  switch (reason.code) {
    case 'REGION_NOT_COVERED':
      imagineRows(
        { market: copy, kept },
        product,
        reason.binding,
        lot === undefined ? areaOf(copy, product) : lot.origin,
      );
      return { market: copy, kept };
    case 'AGREEMENT_NOT_IN_FORCE':
    case 'AGREEMENT_SUSPENDED':
      for (const term of copy.terms) {
        if (!reason.binding.includes(term.id)) continue;
        Object.assign(term, EVER);
        delete term.suspended;
      }
      return { market: copy, kept };
    case 'QUOTA_EXHAUSTED': {
      const [first, ...others] = reason.binding;
      for (const term of copy.terms) if (term.id === first) term.quota += by;
      if (others.some((name) => !name.startsWith('surplus:'))) kept.open.delete(product);
      return { market: copy, kept };
    }
    case 'PARTNER_SHARE_RESERVED':
      kept.open.delete(product);
      return { market: copy, kept };
    case 'CERTIFICATE_MISSING':
    case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL':
      if (lot !== undefined) lot.certificates.push(...reason.binding);
      else if (waived(copy, line?.id ?? '', reason.binding) === null) return null;
      return { market: copy, kept };
    case 'SHELF_LIFE_TOO_SHORT':
      if (lot !== undefined) lot.bestBefore = later(lot.bestBefore, by);
      else if (line !== undefined) line.minLifeDays -= by;
      return { market: copy, kept };
    case 'NEEDED_TOO_SOON':
    case 'NEED_BY_PASSED': {
      // Also before today, which no file can say.
      const facts = readFacts(copy);
      const [i, j] = [copy.lots.findIndex(({ id }) => id === of.lot), copy.lines.findIndex(({ id }) => id === of.line)];
      if (i >= 0) facts.lotReady[i] = (facts.lotReady[i] ?? 0) - by;
      else facts.lineReady[j] = (facts.lineReady[j] ?? 0) + by;
      return { market: copy, kept, facts };
    }
    case 'PRICE_ABOVE_CEILING':
      if (lot !== undefined) {
        lot.price -= by;
        return { market: copy, kept };
      }
      return { market: copy, kept, facts: withCeiling(copy, of.line ?? '', by) };
    case 'NO_SURPLUS':
      return { market: copy, kept };
    case 'BELOW_MINIMUM_LOT':
      for (const one of copy.lines) {
        if (!reason.binding.includes(one.id)) continue;
        delete one.partial;
        delete one.minimum;
      }
      return { market: copy, kept };
    case 'UNIT_INDIVISIBLE':
      copy.parcels = Object.fromEntries(
        Object.entries(copy.parcels ?? {}).filter(([name]) => !reason.binding.includes(name)),
      );
      return { market: copy, kept };
    case 'NO_DEMAND':
      addLineFor(copy, of.lot ?? '', by);
      // Like everybody, a new buyer leaves partners their shares.
      kept.share.set('wants', 0);
      return { market: copy, kept };
    default:
      return null;
  }
}

/** The line's ceiling and, for this line alone, its row's maximum are raised: no file can say the latter. */
function withCeiling(market: Market, id: string, by: number): Facts {
  const facts = readFacts(market);
  const j = market.lines.findIndex((line) => line.id === id);
  const [line, row] = [market.lines[j], market.terms[facts.lineTerm[j] ?? -1]];
  if (line === undefined || row === undefined) throw new Error(`Line ${id} has no row.`);
  const maxLandedPrice = line.maxLandedPrice === null ? null : line.maxLandedPrice + by;
  const band = row.priceBand && { ...row.priceBand, maximum: row.priceBand.maximum + by };
  facts.linePrice[j] = highestPrice({ ...line, maxLandedPrice }, band ? { ...row, priceBand: band } : row);
  return facts;
}

/** The smallest area that all lots of a product lie in, or the first of their origins. */
function areaOf(market: Market, product: string): string {
  const origins = market.lots.filter((lot) => lot.product === product).map(({ origin }) => origin);
  const [first = ''] = origins.sort();
  const parts = first.split('.');
  const shared = parts.filter((_, at) => {
    const area = parts.slice(0, at + 1).join('.');
    return origins.every((origin) => `${origin}.`.startsWith(`${area}.`));
  });
  return shared.length === 0 ? first : shared.join('.');
}

/** Rows without limits to these places; like all others they leave partners their shares. */
function imagineRows({ market, kept }: Relaxed, product: string, places: readonly string[], origin: string): void {
  for (const destination of places) {
    const id = `\u0000${destination}`;
    market.terms.push({
      ...{ id, agreement: '', origin, destination, products: [product], quota: 1_000_000 },
      ...{ ...EVER, freight: 0, transitDays: 0, certificates: [] },
    });
    kept.share.set(id, 0);
  }
}

/** As the market says, but for the lot that fits: it may have been ready long ago. */
export function inTime(market: Market): Facts {
  const facts = readFacts(market);
  const i = market.lots.findIndex(({ id }) => id === 'fits');
  if (i >= 0) facts.lotReady[i] = 0;
  return facts;
}

/** A buyer of this lot alone, under a row of its own. */
function addLineFor(market: Market, lotId: string, quantity: number): void {
  const lot = market.lots.find(({ id }) => id === lotId);
  if (lot === undefined) return;
  lot.certificates.push('+');
  const needBy = lot.availableFrom > market.asOf ? lot.availableFrom : market.asOf;
  // Who buys goods on the day on which they are there takes them as they are, over or not.
  const life = Math.min(0, Math.floor((Date.parse(lot.bestBefore) - Date.parse(needBy)) / 86_400_000));
  market.terms.push({
    ...{ id: 'wants', agreement: '', origin: lot.origin, destination: '00', products: [lot.product], quota: quantity },
    ...{ ...EVER, freight: 0, transitDays: 0, certificates: [] },
  });
  market.lines.push({
    ...{ id: 'wants', order: 'wants', destination: '00', product: lot.product, quantity, maxLandedPrice: null },
    ...{ certificates: ['+'], needBy, minLifeDays: life, promised: 0 },
  });
}

function addFittingLot(market: Market, lineId: string, quantity: number): boolean {
  const line = market.lines.find(({ id }) => id === lineId);
  if (line === undefined) return false;
  market.lots.push({
    id: 'fits',
    producer: 'new',
    origin: '33.03',
    product: line.product,
    quantity,
    price: 0,
    availableFrom: day(0),
    bestBefore: day(5000),
    certificates: ['HALAL', 'P-IRT', 'SNI'],
  });
  // It must serve this line alone: others are made to ask for what it has not.
  for (const other of market.lines) if (other.id !== lineId) other.certificates.push('-');
  for (const lot of market.lots) if (lot.id !== 'fits') lot.certificates.push('-');
  return true;
}

/** Kinds waived for one line; a row's kinds cannot be waived for a line alone in the format, so those are not expressible. */
function waived(market: Market, lineId: string, kinds: readonly string[]): Market | null {
  if (market.terms.some((term) => term.certificates.some((kind) => kinds.includes(kind)))) return null;
  for (const line of market.lines) {
    if (line.id === lineId) line.certificates = line.certificates.filter((kind) => !kinds.includes(kind));
  }
  return market;
}
