import type { Contribution, HeldCertificate, Line, Lot, PriceBand, Term } from '../format/market.js';
import type { Fields } from './read-fields.js';
import { own, type FieldReader } from './read-fields.js';

const MOST = Number.MAX_SAFE_INTEGER;
/** Prices up to here keep tier arithmetic (× 100 and a percentage) exact. */
const DEAREST = 10_000_000_000_000;
const LONGEST_DAYS = 36_500;

const TERM_FIELDS = [
  ...['id', 'agreement', 'origin', 'destination', 'products', 'from', 'to', 'quota', 'freight', 'transitDays'],
  ...['certificates', 'suspended', 'reserved', 'priceBand'],
];
const LOT_FIELDS = [
  ...['id', 'producer', 'origin', 'product', 'quantity', 'price', 'availableFrom', 'bestBefore', 'certificates'],
  'contributions',
];
const LINE_FIELDS = [
  ...['id', 'order', 'destination', 'product', 'quantity', 'maxLandedPrice', 'certificates', 'needBy', 'minLifeDays'],
  ...['promised', 'term', 'minimum', 'partial'],
];

/** Reads one terms row. */
export function readTerm(read: FieldReader, fields: Fields, at: string): Term {
  read.only(fields, at, TERM_FIELDS);
  const term: Term = {
    id: read.text(fields, 'id', at),
    agreement: read.text(fields, 'agreement', at),
    origin: read.region(fields, 'origin', at),
    destination: read.region(fields, 'destination', at),
    products: read.texts(fields, 'products', at, false),
    from: read.date(fields, 'from', at),
    to: read.date(fields, 'to', at),
    quota: read.integer(fields, 'quota', at, 0, MOST),
    freight: read.integer(fields, 'freight', at, 0, DEAREST),
    transitDays: read.integer(fields, 'transitDays', at, 0, LONGEST_DAYS),
    certificates: read.texts(fields, 'certificates', at, true),
  };
  if (term.products.length === 0) read.fault(`${at}/products`, 'must name at least one product');
  if (term.to < term.from) read.fault(`${at}/to`, 'must not be before from');
  if (read.flag(fields, 'suspended', at, false)) term.suspended = true;
  const reserved = read.integer(fields, 'reserved', at, 0, MOST, 0);
  if (reserved > 0) term.reserved = reserved;
  const band = own(fields, 'priceBand');
  if (band !== undefined) term.priceBand = readBand(read, band, `${at}/priceBand`);
  return term;
}

function readBand(read: FieldReader, value: unknown, at: string): PriceBand {
  const fields = read.object(value, at);
  if (fields === null) return { minimum: 0, maximum: 0 };
  read.only(fields, at, ['minimum', 'maximum']);
  const minimum = read.integer(fields, 'minimum', at, 0, DEAREST);
  const maximum = read.integer(fields, 'maximum', at, 0, DEAREST);
  if (minimum > maximum) read.fault(`${at}/minimum`, 'must not be above maximum');
  return { minimum, maximum };
}

/** Reads one lot; contributions must sum to its quantity. */
export function readLot(read: FieldReader, fields: Fields, at: string): Lot {
  read.only(fields, at, LOT_FIELDS);
  const lot: Lot = {
    id: read.text(fields, 'id', at),
    producer: read.text(fields, 'producer', at),
    origin: read.region(fields, 'origin', at),
    product: read.text(fields, 'product', at),
    quantity: read.integer(fields, 'quantity', at, 0, MOST),
    price: read.integer(fields, 'price', at, 0, DEAREST),
    availableFrom: read.date(fields, 'availableFrom', at),
    bestBefore: read.date(fields, 'bestBefore', at),
    certificates: readHeld(read, fields, at),
  };
  if (own(fields, 'contributions') !== undefined) lot.contributions = readContributions(read, fields, at, lot.quantity);
  return lot;
}

function readHeld(read: FieldReader, fields: Fields, at: string): HeldCertificate[] {
  const value = own(fields, 'certificates');
  if (value === undefined) return [];
  const held: HeldCertificate[] = [];
  read.array(value, `${at}/certificates`).forEach((item, index) => {
    const here = `${at}/certificates/${String(index)}`;
    if (typeof item === 'string') {
      if (item.length === 0) read.fault(here, 'must be a text or {kind, until}');
      else held.push(item);
      return;
    }
    const record = read.object(item, here);
    if (record === null) return;
    read.only(record, here, ['kind', 'until']);
    const kind = read.text(record, 'kind', here);
    held.push(own(record, 'until') === undefined ? kind : { kind, until: read.date(record, 'until', here) });
  });
  return held;
}

function readContributions(read: FieldReader, fields: Fields, at: string, quantity: number): Contribution[] {
  const seen = new Set<string>();
  let sum = 0;
  const parts: Contribution[] = [];
  read.array(own(fields, 'contributions'), `${at}/contributions`).forEach((item, index) => {
    const here = `${at}/contributions/${String(index)}`;
    const record = read.object(item, here);
    if (record === null) return;
    read.only(record, here, ['producer', 'quantity']);
    const part = {
      producer: read.text(record, 'producer', here),
      quantity: read.integer(record, 'quantity', here, 0, MOST),
    };
    if (seen.has(part.producer)) read.fault(`${here}/producer`, 'contributes twice to one lot');
    seen.add(part.producer);
    sum += part.quantity;
    parts.push(part);
  });
  if (sum !== quantity) read.fault(`${at}/contributions`, `must sum to the lot's quantity ${String(quantity)}`);
  return parts;
}

/** Reads one line. */
export function readLine(read: FieldReader, fields: Fields, at: string): Line {
  read.only(fields, at, LINE_FIELDS);
  const ceiling = own(fields, 'maxLandedPrice');
  const line: Line = {
    id: read.text(fields, 'id', at),
    order: read.text(fields, 'order', at),
    destination: read.region(fields, 'destination', at),
    product: read.text(fields, 'product', at),
    quantity: read.integer(fields, 'quantity', at, 0, MOST),
    maxLandedPrice:
      ceiling === null || ceiling === undefined ? null : read.integer(fields, 'maxLandedPrice', at, 0, 2 * DEAREST),
    certificates: read.texts(fields, 'certificates', at, true),
    needBy: read.date(fields, 'needBy', at),
    minLifeDays: read.integer(fields, 'minLifeDays', at, 0, LONGEST_DAYS, 0),
    promised: read.integer(fields, 'promised', at, 0, MOST, 0),
  };
  if (line.promised > line.quantity) read.fault(`${at}/promised`, 'must not be above quantity');
  if (own(fields, 'term') !== undefined) line.term = read.text(fields, 'term', at);
  const minimum = read.integer(fields, 'minimum', at, 0, MOST, 0);
  if (minimum > line.quantity) read.fault(`${at}/minimum`, 'must not be above quantity');
  if (minimum > 0) line.minimum = minimum;
  if (!read.flag(fields, 'partial', at, true)) line.partial = false;
  return line;
}
