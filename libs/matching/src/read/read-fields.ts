import { dayOf } from '../format/calendar.js';
import type { FaultList } from '../format/faults.js';

export type Fields = Record<string, unknown>;

const LONGEST_TEXT = 200;
const MOST_CERTIFICATES = 64;

/** Reads typed fields out of parsed JSON; a wrong one is noted and a harmless stand-in returned. */
export class FieldReader {
  constructor(private readonly faults: FaultList) {}

  fault(pointer: string, message: string): void {
    this.faults.add(pointer, message);
  }

  object(value: unknown, at: string): Fields | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.fault(at, 'must be an object');
    return null;
  }

  array(value: unknown, at: string): unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(at, 'must be an array');
    return [];
  }

  text(fields: Fields, name: string, at: string): string {
    const value = own(fields, name);
    if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT) return value;
    this.fault(`${at}/${name}`, `must be a text of 1 to ${String(LONGEST_TEXT)} characters`);
    return '';
  }

  /** An integer in [low, high]; `absent` stands in where the field may be left out. */
  integer(fields: Fields, name: string, at: string, low: number, high: number, absent?: number): number {
    const value = own(fields, name);
    if (value === undefined && absent !== undefined) return absent;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high) return value + 0;
    this.fault(`${at}/${name}`, `must be an integer from ${String(low)} to ${String(high)}`);
    return low;
  }

  flag(fields: Fields, name: string, at: string, absent: boolean): boolean {
    const value = own(fields, name);
    if (value === undefined) return absent;
    if (typeof value === 'boolean') return value;
    this.fault(`${at}/${name}`, 'must be true or false');
    return absent;
  }

  date(fields: Fields, name: string, at: string): string {
    const value = own(fields, name);
    if (typeof value === 'string' && dayOf(value) !== null) return value;
    this.fault(`${at}/${name}`, 'must be a calendar date, YYYY-MM-DD');
    return '1970-01-01';
  }

  choice<T extends string>(fields: Fields, name: string, at: string, choices: readonly T[], absent: T): T {
    const value = own(fields, name);
    if (value === undefined) return absent;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    this.fault(`${at}/${name}`, `must be one of ${choices.join(', ')}`);
    return absent;
  }

  /** A list of distinct texts; left out it is empty where `optional`. */
  texts(fields: Fields, name: string, at: string, optional: boolean): string[] {
    const value = own(fields, name);
    if (value === undefined && optional) return [];
    const list = this.array(value, `${at}/${name}`);
    if (list.length > MOST_CERTIFICATES) this.fault(`${at}/${name}`, `must hold at most ${String(MOST_CERTIFICATES)}`);
    const read: string[] = [];
    list.slice(0, MOST_CERTIFICATES).forEach((item, index) => {
      if (typeof item !== 'string' || item.length === 0 || item.length > LONGEST_TEXT) {
        this.fault(`${at}/${name}/${String(index)}`, 'must be a text');
      } else if (!read.includes(item)) read.push(item);
    });
    return read;
  }
}

/** An own field, so that nothing is ever read from a prototype. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
