import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { MalformedMarket, type MarketFault } from '#matching/format/faults.js';
import type { Market } from '#matching/format/market.js';
import { readMarket } from '#matching/read/read-market.js';
import { repeatedKey } from './repeated-key.js';

type Records = Record<'terms' | 'lots' | 'lines', unknown[]>;
/** Windows' editors and spreadsheets put it before UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const ARRAY_OF: Record<string, keyof Records> = { term: 'terms', lot: 'lots', line: 'lines' };

/**
 * Reads a market file: JSON, or `.ndjson` with the header on the first line and one object a line after it.
 * @param policy replaces the file's policy when given
 * @throws MalformedMarket with JSON Pointers, or with `line N` for .ndjson
 */
export async function readMarketFile(path: string, policy?: unknown): Promise<Market> {
  if (path.endsWith('.ndjson')) return readLines(path, policy);
  const json = parse(await readText(path), '');
  return readMarket(withPolicy(json, policy));
}

/** Parses JSON of any depth or shape, with or without a byte order mark; what is none is a fault, not a crash. */
export function parse(text: string, pointer: string): unknown {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    throw new MalformedMarket([
      { pointer, message: `is no JSON: ${error instanceof Error ? error.message : String(error)}` },
    ]);
  }
  const twice = repeatedKey(plain);
  if (twice !== undefined) {
    throw new MalformedMarket([{ pointer: `${pointer}${twice}`, message: 'stands twice in one object' }]);
  }
  return value;
}

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new MalformedMarket([
      { pointer: '', message: `cannot be read: ${error instanceof Error ? error.message : String(error)}` },
    ]);
  }
}

function withPolicy(json: unknown, policy: unknown): unknown {
  if (policy === undefined || typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return { ...json, policy };
}

async function readLines(path: string, policy: unknown): Promise<Market> {
  const records: Records = { terms: [], lots: [], lines: [] };
  const lineOf: Record<keyof Records, number[]> = { terms: [], lots: [], lines: [] };
  const faults: MarketFault[] = [];
  let header: unknown;
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      const value = parse(text, `line ${String(number)}`);
      if (header === undefined) {
        header = value;
        continue;
      }
      const array = ARRAY_OF[kindOf(value)];
      if (array === undefined) {
        if (faults.length < 100) {
          faults.push({ pointer: `line ${String(number)}`, message: 'needs "t": "term" | "lot" | "line"' });
        }
        continue;
      }
      records[array].push(withoutKind(value));
      lineOf[array].push(number);
    }
  } catch (error) {
    if (error instanceof MalformedMarket) throw error;
    throw new MalformedMarket([
      { pointer: '', message: `cannot be read: ${error instanceof Error ? error.message : String(error)}` },
    ]);
  }
  if (faults.length > 0) throw new MalformedMarket(faults);
  if (typeof header !== 'object' || header === null) {
    throw new MalformedMarket([{ pointer: 'line 1', message: 'must be the header object' }]);
  }
  try {
    return readMarket(withPolicy({ ...header, ...records }, policy));
  } catch (error) {
    if (error instanceof MalformedMarket) {
      throw new MalformedMarket(
        error.faults.map((fault) => atLine(fault, lineOf)),
        error.total,
      );
    }
    throw error;
  }
}

/** What the line says without the `t` that names its kind. */
function withoutKind(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('t' in value)) return value;
  const { t: _, ...record } = value;
  return record;
}

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('t' in value)) return '';
  return typeof value.t === 'string' && Object.hasOwn(ARRAY_OF, value.t) ? value.t : '';
}

/** `/lots/3/price` of a file of lines is `line 57: /price`. */
function atLine(fault: MarketFault, lineOf: Record<keyof Records, number[]>): MarketFault {
  const [, array = '', index = '', ...rest] = fault.pointer.split('/');
  const number = array in lineOf ? lineOf[array as keyof Records][Number(index)] : undefined;
  if (number === undefined || index === '') {
    return { ...fault, pointer: array in lineOf ? fault.pointer : `line 1: ${fault.pointer}` };
  }
  return { ...fault, pointer: `line ${String(number)}: /${rest.join('/')}` };
}
