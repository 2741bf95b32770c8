import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Words } from '#kernel/refusals/words.js';
import { DomainError } from '#kernel/domain-error.js';
import { readDecimal, type NumberLocale } from '#kernel/localized-decimal.js';
import type { Cell } from '../spreadsheets/cells.js';

/** One thing that is wrong in a row, or has to be looked at; without a field it is about the whole row. */
export interface RowFault<Field extends string> {
  readonly field?: Field;
  readonly code: ErrorCode;
  /** In place of what is said for the code. */
  readonly said?: Words;
  /** It can be placed all the same, when its sender has looked at it. */
  readonly amber?: true;
}

const UNITS: Readonly<Record<string, string>> = {
  kilogram: 'kg',
  gram: 'g',
  kwintal: 'kuintal',
  pasang: 'pair',
  buah: 'piece',
  pcs: 'piece',
  lusin: 'lusin',
  dozen: 'lusin',
};
const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');
const TRUE = ['ya', 'yes', 'true', '1'];
const FALSE = ['tidak', 'no', 'false', '0'];

/** Reads the cells of one row by the declared locale; what is wrong is gathered, and a faulty cell counts as empty. */
export class RowReader<Field extends string> {
  readonly faults: RowFault<Field>[] = [];

  constructor(
    private readonly fields: readonly (Field | null)[],
    private readonly cells: readonly Cell[],
    private readonly locale: NumberLocale | undefined,
  ) {
    if (cells.slice(fields.length).some(({ text }) => text.trim() !== '')) this.faults.push({ code: 'TOO_MANY_CELLS' });
  }

  /** A name for the row, shown and compared: nothing invisible in it. */
  key(field: Field): string | undefined {
    const key = this.text(field);
    // eslint-disable-next-line no-control-regex -- those are what is invisible
    if (key !== undefined && !/^[^\u0000-\u001f\u007f]{1,100}$/.test(key)) this.fault(field, 'INVALID');
    return key;
  }

  /** One of several words, each for what it means; anything else is a fault. */
  choice<Value extends string>(field: Field, words: Readonly<Record<string, Value>>): Value | undefined {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined) return undefined;
    return Object.hasOwn(words, text) ? words[text] : this.without(field, 'INVALID');
  }

  fault(field: Field, code: ErrorCode): void {
    this.faults.push({ field, code });
  }

  /** A faulty cell counts as empty from here on. */
  private without<T>(field: Field, code: ErrorCode): T | undefined {
    this.fault(field, code);
    return undefined;
  }

  text(field: Field): string | undefined {
    return this.cell(field, /^[=+\-@]/)?.text;
  }

  decimal(field: Field): string | undefined {
    const cell = this.cell(field, /^[=@]/);
    if (!cell || cell.kind === 'number') return cell?.text;
    const text = cell.text.replace(/^Rp\s*/i, '');
    try {
      return readDecimal(text, this.locale);
    } catch (error) {
      if (error instanceof DomainError) return this.without(field, error.code);
      throw error;
    }
  }

  whole(field: Field): number | undefined {
    const text = this.decimal(field);
    if (text === undefined) return undefined;
    return /^\d{1,15}$/.test(text) ? Number(text) : this.without(field, 'INVALID');
  }

  unit(field: Field): string | undefined {
    const unit = this.text(field)?.toLowerCase();
    return unit === undefined ? undefined : (UNITS[unit] ?? unit);
  }

  codes(field: Field): string[] | undefined {
    return this.text(field)
      ?.split(/[;,|+]/)
      .map((code) => code.trim())
      .filter((code) => code !== '');
  }

  digits(field: Field): string | undefined {
    return this.text(field)?.replaceAll(/[\s.-]/g, '');
  }

  yesNo(field: Field): boolean | undefined {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined) return undefined;
    if (TRUE.includes(text)) return true;
    return FALSE.includes(text) ? false : this.without(field, 'INVALID');
  }

  /** YYYY-MM-DD everywhere; `31/12/2026` and `31 Desember 2026` where the file is Indonesian. */
  date(field: Field): string | undefined {
    const text = this.text(field);
    if (text === undefined || this.locale === 'en') return text;
    const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
    if (numeric && this.locale === undefined) return this.without(field, 'QUANTITY_AMBIGUOUS');
    const named = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text);
    const [, day = '', month = '', year = ''] = numeric ?? named ?? [];
    if (year === '') return text;
    const number = named ? String(MONTHS.indexOf(month.toLowerCase()) + 1) : month;
    return `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }

  private cell(field: Field, formula: RegExp): Cell | undefined {
    const cell = this.cells[this.fields.indexOf(field)];
    const text = cell?.text.trim() ?? '';
    if (!cell || text === '') return undefined;
    if (cell.kind === 'formula' || (cell.kind === 'text' && formula.test(text))) return this.without(field, 'FORMULA');
    return { kind: cell.kind, text };
  }
}

/** Without what is undefined: the field is not there then. */
export function present<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
