import { dayOf } from '../format/calendar.js';
import type { FaultList } from '../format/faults.js';

export type Fields = Record<string, unknown>;

const LONGEST_TEXT = 200;
const MOST_CERTIFICATES = 64;
const REGION = /^\d+(\.\d+)*$/;

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

  /** Notes fields that the format does not know: one that is misspelt would otherwise be taken for absent. */
  only(fields: Fields, at: string, known: readonly string[]): void {
    for (const name of Object.keys(fields)) {
      if (known.includes(name)) continue;
      const meant = nearest(name, known);
      this.fault(
        `${at}/${name}`,
        `is no field of the format${meant === undefined ? '' : `; ${meant} was probably meant`}`,
      );
    }
  }

  /** Digits in parts, as 33.02 or 82.71.03. */
  region(fields: Fields, name: string, at: string): string {
    const code = this.text(fields, name, at);
    if (code !== '' && !REGION.test(code)) {
      this.fault(`${at}/${name}`, 'must be a region code such as 33.02 or 82.71.03');
    }
    return code;
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
      } else if (!read.includes(item)) {
        read.push(item);
      }
    });
    return read;
  }
}

/** The name of the format that somebody most likely meant; undefined when none is near. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const begun = known.find((one) => one.toLowerCase().startsWith(lower) || lower.startsWith(one.toLowerCase()));
  const [best] = known
    .map((one) => ({ one, steps: steps(lower, one.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  return best !== undefined && best.steps <= 2 ? best.one : begun;
}

/** Letters to add, drop or change that turn one word into the other (Levenshtein). */
function steps(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (before[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[to.length] ?? 0;
}

/** An own field, so that nothing is ever read from a prototype. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
