import { covers } from '../format/calendar.js';
import { FaultList } from '../format/faults.js';
import type { Line, Lot, Market, Policy, Term } from '../format/market.js';
import { FieldReader, own, type Fields } from './read-fields.js';
import { shareFaults } from '../normalized/shares.js';
import { readLine, readLot, readTerm } from './read-records.js';

const MOST = Number.MAX_SAFE_INTEGER;
const WIDEST_TIER_PERCENT = 10_000;
const MARKET_FIELDS = ['asOf', 'priceScale', 'policy', 'balances', 'parcels', 'terms', 'lots', 'lines'];
const POLICY_FIELDS = ['priceObjective', 'priceTierPercent', 'fairness', 'expiryBucketDays'];

/**
 * Checks parsed JSON against the matching format and returns the market it states.
 *
 * @param json any parsed JSON value
 * @returns a fresh market with the optional fields filled in (policy, certificates, promised …)
 * @throws MalformedMarket with the JSON Pointer of each fault (first 100): wrong types, numbers that are negative,
 *   fractional or unsafe, fields that the format does not know, sums above 2^53 − 1, duplicate ids, a line's `term` that
 *   does not exist or cannot serve it, a share of a product that some row lists beside others
 */
export function readMarket(json: unknown): Market {
  const faults = new FaultList();
  const read = new FieldReader(faults);
  const root = read.object(json, '');
  if (root === null) {
    faults.throwIfAny();
    throw new Error('unreachable');
  }
  read.only(root, '', MARKET_FIELDS);
  const market: Market = {
    ...readHeader(read, root),
    terms: readAll(read, root, 'terms', readTerm),
    lots: readAll(read, root, 'lots', readLot),
    lines: readAll(read, root, 'lines', readLine),
  };
  checkIds(faults, market);
  checkSums(faults, market);
  for (const { row, message } of shareFaults(market)) faults.add(`/terms/${String(row)}/products`, message);
  faults.throwIfAny();
  return market;
}

type Header = Omit<Market, 'terms' | 'lots' | 'lines'>;

function readHeader(read: FieldReader, root: Fields): Header {
  const header: Header = {
    asOf: read.date(root, 'asOf', ''),
    priceScale: read.integer(root, 'priceScale', '', 1, 1_000_000_000, 1),
    policy: readPolicy(read, own(root, 'policy')),
  };
  const balances = readNumbers(read, root, 'balances', -MOST);
  if (balances !== null) header.balances = balances;
  const parcels = readNumbers(read, root, 'parcels', 1);
  if (parcels !== null) header.parcels = parcels;
  return header;
}

/** Reads a policy by itself, as `--policy policy.json` gives it; absent fields take their defaults. */
export function readPolicy(read: FieldReader, value: unknown): Policy {
  const fields = value === undefined ? {} : (read.object(value, '/policy') ?? {});
  read.only(fields, '/policy', POLICY_FIELDS);
  const policy: Policy = {
    priceObjective: read.choice(fields, 'priceObjective', '/policy', ['landed', 'freight-only'], 'landed'),
    priceTierPercent: read.integer(fields, 'priceTierPercent', '/policy', 0, WIDEST_TIER_PERCENT, 0),
    fairness: read.choice(fields, 'fairness', '/policy', ['max-min', 'proportional', 'none'], 'max-min'),
  };
  if (own(fields, 'expiryBucketDays') !== undefined) {
    policy.expiryBucketDays = read.integer(fields, 'expiryBucketDays', '/policy', 0, 36_500);
  }
  return policy;
}

function readNumbers(read: FieldReader, root: Fields, name: string, low: number): Record<string, number> | null {
  const value = own(root, name);
  if (value === undefined) return null;
  const fields = read.object(value, `/${name}`) ?? {};
  // Built from entries: a key such as __proto__ stays an ordinary key.
  return Object.fromEntries(Object.keys(fields).map((key) => [key, read.integer(fields, key, `/${name}`, low, MOST)]));
}

function readAll<T>(
  read: FieldReader,
  root: Fields,
  name: string,
  one: (read: FieldReader, fields: Fields, at: string) => T,
): T[] {
  const all: T[] = [];
  read.array(own(root, name), `/${name}`).forEach((item, index) => {
    const at = `/${name}/${String(index)}`;
    const fields = read.object(item, at);
    if (fields !== null) all.push(one(read, fields, at));
  });
  return all;
}

function checkIds(faults: FaultList, market: Market): void {
  const terms = distinct(faults, 'terms', market.terms);
  distinct(faults, 'lots', market.lots);
  distinct(faults, 'lines', market.lines);
  market.lines.forEach((line, index) => {
    if (line.term === undefined) return;
    const row = terms.get(line.term);
    const fault = row === undefined ? 'is no id of a term' : pinFault(line, row);
    if (fault !== null) faults.add(`/lines/${String(index)}/term`, fault);
  });
}

/** What is promised is kept under its row whatever that has become; where nothing is, a pin to a wrong row is a slip. */
function pinFault({ promised, product, destination }: Line, row: Term): string | null {
  if (promised > 0) return null;
  if (!row.products.includes(product)) return `names a row that does not list ${product}`;
  return covers(row.destination, destination) ? null : `names a row for ${row.destination}, not for ${destination}`;
}

function distinct<One extends Term | Lot | Line>(
  faults: FaultList,
  name: string,
  records: readonly One[],
): Map<string, One> {
  const ids = new Map<string, One>();
  records.forEach((record, index) => {
    if (ids.has(record.id)) faults.add(`/${name}/${String(index)}/id`, `is a duplicate: ${record.id}`);
    ids.set(record.id, record);
  });
  return ids;
}

/** Every sum the engine forms is bounded by one of these two, so it stays exact. */
function checkSums(faults: FaultList, market: Market): void {
  for (const name of ['lots', 'lines'] as const) {
    let sum = 0;
    for (const record of market[name]) sum += record.quantity;
    if (!Number.isSafeInteger(sum)) faults.add(`/${name}`, 'quantities sum above 2^53 − 1');
  }
  const stock = market.lots.reduce((sum, { quantity }) => sum + quantity, 0);
  for (const [producer, balance] of Object.entries(market.balances ?? {})) {
    if (!Number.isSafeInteger(Math.abs(balance) + stock)) {
      faults.add(`/balances/${producer}`, 'is, with all that the lots hold, beyond 2^53 − 1');
    }
  }
}
