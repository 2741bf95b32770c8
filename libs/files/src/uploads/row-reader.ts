import type { ErrorCode } from '#kernel/refusals/codes.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';
import { DomainError } from '#kernel/domain-error.js';
import { readDecimal, writtenDecimal } from '#kernel/localized-decimal.js';
import { dateInWords } from '#kernel/written-date.js';
import type { Cell } from '../spreadsheets/cells.js';
import { plainText } from './headings.js';
import type { RowContext } from './row-context.js';
import { readRegion, readVillage, type RegionCell } from './region-cell.js';
import { certificateNamed, isNothing, literal, UNITS, withoutCurrency, YES_NO } from './row-words.js';
import { dayOfSerial, readDate } from './written-date.js';

/** One thing that is wrong in a row, or has to be looked at; without a field it is about the whole row. */
export interface RowFault<Field extends string> {
  readonly field?: Field;
  readonly code: ErrorCode;
  /** In place of what is said for the code. */
  readonly said?: Words;
  /** It can be placed all the same, when its sender has looked at it. */
  readonly amber?: true;
}

/** Digits that a number of a spreadsheet can hold. */
const MOST_DIGITS = 15;

/** Reads the cells of one row by the declared locale; what is wrong is gathered, and a faulty cell counts as empty. */
export class RowReader<Field extends string> {
  readonly faults: RowFault<Field>[] = [];
  /** Cells that a spreadsheet had taken for something else, by column, as they were read: so they are given back. */
  readonly rewritten = new Map<number, string>();

  constructor(
    private readonly context: RowContext<Field>,
    private readonly cells: readonly Cell[],
  ) {
    const { length } = context.fields;
    if (cells.slice(length).some(({ text }) => plainText(text) !== '')) this.faults.push({ code: 'TOO_MANY_CELLS' });
  }

  /** A name for the row, shown and compared: nothing invisible in it. */
  key(field: Field): string | undefined {
    const key = this.text(field);
    // eslint-disable-next-line no-control-regex -- those are what is invisible
    if (key !== undefined && !/^[^\u0000-\u001f\u007f]{1,100}$/.test(key)) this.fault(field, 'INVALID');
    return key;
  }

  /** One of several words, each for what it means; anything else is a fault. */
  choice<Value>(field: Field, words: Readonly<Record<string, Value>>): Value | undefined {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined) return undefined;
    return Object.hasOwn(words, text) ? words[text] : this.without(field, 'INVALID');
  }

  fault(field: Field, code: ErrorCode, said?: Words): void {
    this.faults.push(said ? { field, code, said } : { field, code });
  }

  /** It is read so, and its sender has to look at it. */
  doubt(field: Field, said: Words, code: ErrorCode = 'DOUBTFUL'): void {
    this.faults.push({ field, code, said, amber: true });
  }

  /** Codes, numbers of papers, words: a number of a spreadsheet may have lost zeros, and a date was something else before. */
  text(field: Field): string | undefined {
    const cell = this.cell(field, /^[=+\-@]/);
    if (!cell) return undefined;
    const { kind, text } = cell;
    if (kind === 'date' || kind === 'time' || kind === 'boolean') {
      return this.without(field, 'INVALID', says('is-date', { text }));
    }
    if (kind === 'number' && text.replace('.', '').length > MOST_DIGITS) return this.lost(field, text);
    if (kind === 'number' && text.includes('.')) this.doubt(field, says('is-number', { text }));
    return text;
  }

  /** Of somebody, or something: no figures and no dates. */
  name(field: Field): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const isFigure = /^[\d.,/: -]+$/.test(text) || 'date' in readDate(text, this.context.locale);
    const isKnown = this.faults.some((fault) => fault.field === field);
    if (isFigure && !isKnown) this.doubt(field, says('is-number', { text }));
    return text;
  }

  /** @param unit field of the unit, which may stand behind the figures, too */
  decimal(field: Field, unit?: Field): string | undefined {
    const cell = this.cell(field, /^[=@]/);
    if (!cell) return undefined;
    if (cell.merged) this.doubt(field, says('merged-amount', { text: cell.text }));
    if (cell.kind === 'number') return cell.text;
    if (cell.kind !== 'text') return this.without(field, 'INVALID', says('is-date', { text: cell.text }));
    const figures = this.withoutUnit(withoutCurrency(cell.text), unit);
    try {
      return this.readable(figures);
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
    const text = this.text(field)?.toLowerCase().replace(/\.$/, '');
    const said = text === undefined ? undefined : Object.hasOwn(UNITS, text) ? UNITS[text] : text;
    const { unit } = this.context;
    if (said === undefined) return unit ?? undefined;
    if (unit !== null && said !== unit) this.fault(field, 'INVALID', says('unit-heading', { unit }));
    return said;
  }

  codes(field: Field): string[] | undefined {
    return this.text(field)
      ?.split(/[;,|+]/)
      .map((code) => code.trim())
      .filter((code) => code !== '');
  }

  /** Kinds of certificates, as they are called here. */
  certificates(field: Field, known: readonly string[]): string[] | undefined {
    const codes = this.codes(field)?.map(certificateNamed);
    const other = codes?.filter((code) => !known.includes(code)) ?? [];
    if (other.length > 0) this.doubt(field, says('certificate-unknown', { text: other.join(', ') }));
    return codes;
  }

  /** The digits of a number that counts nothing. @param length how many it has: one that lacks one has lost a zero */
  digits(field: Field, length?: number): string | undefined {
    const cell = this.cell(field, /^[=@]/);
    if (!cell || cell.text === '0') return undefined;
    const { kind, text } = cell;
    if (kind === 'date' || kind === 'time') return this.without(field, 'INVALID', says('is-date', { text }));
    if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return this.lost(field, text);
    if (kind === 'number' && text.length > MOST_DIGITS) return this.lost(field, text);
    const digits = text.replaceAll(/[\s.-]/g, '');
    if (digits.length + 1 !== length || !/^\d+$/.test(digits)) return digits;
    return this.without(field, 'DIGITS_LOST', says('zero-lost', { likely: `0${digits}` }));
  }

  yesNo(field: Field, more: Readonly<Record<string, boolean>> = {}): boolean | undefined {
    const cell = this.cell(field, /^[=+@]/);
    if (!cell) return undefined;
    const text = cell.text.toLowerCase();
    // T is `tidak` in a file in Indonesian, and might be `true` in another.
    const words = this.context.locale === 'id-ID' ? { ...YES_NO, ...more, t: false } : { ...YES_NO, ...more };
    return Object.hasOwn(words, text) ? words[text as keyof typeof words] : this.without(field, 'INVALID');
  }

  /** A region: its code, NN to NN.NN.NN.NNNN, or its name. */
  region(field: Field): string | undefined {
    return this.place(field, readRegion);
  }

  /** A village by its code; its name, or what is no code at all, is given back as it is. */
  village(field: Field): string | undefined {
    return this.place(field, readVillage);
  }

  date(field: Field): string | undefined {
    const cell = this.cell(field, /^[=@]/);
    if (!cell || cell.kind === 'date') return cell?.text;
    const { text } = cell;
    if (cell.kind === 'number') {
      const day = dayOfSerial(text);
      if (day === undefined) return this.without(field, 'INVALID', says('date-form', { text }));
      this.doubt(field, says('date-read', { text, date: dateInWords(day) }));
      return this.rewrite(field, day);
    }
    const read = readDate(text, this.context.locale);
    if ('fault' in read) {
      const code = read.fault === 'date-ambiguous' ? 'QUANTITY_AMBIGUOUS' : 'INVALID';
      return this.without(field, code, says(read.fault, { text }));
    }
    if (read.doubtful) this.doubt(field, says('date-read', { text, date: dateInWords(read.date) }));
    return read.date;
  }

  private place(field: Field, read: (cell: Cell) => RegionCell): string | undefined {
    const cell = this.cell(field, /^[=+\-@]/);
    if (!cell) return undefined;
    const { kind, text } = cell;
    const found = read(cell);
    if ('fault' in found) return this.without(field, found.code, found.fault);
    if ('code' in found) return found.code;
    if ('unread' in found) return kind === 'date' ? this.without(field, 'INVALID', says('is-date', { text })) : text;
    this.doubt(field, found.said);
    return this.rewrite(field, found.read);
  }

  /** A decimal that only one locale can have written needs none declared. */
  private readable(text: string): string {
    const { locale } = this.context;
    if (locale === undefined && !/^\d+$/.test(text)) {
      const [own, other] = [writtenDecimal(text, 'id-ID'), writtenDecimal(text, 'en')];
      if ((own === undefined) !== (other === undefined)) return own ?? other ?? text;
    }
    return readDecimal(text, locale);
  }

  /** `500 kg` in a row of kilograms, `2 orang` among people. */
  private withoutUnit(text: string, field: Field | undefined): string {
    const [, figures, behind] = /^([\d.,]+)\s*([a-z]+)\.?$/i.exec(text) ?? [];
    if (figures === undefined || behind === undefined) return text;
    const unit = behind.toLowerCase();
    if (field === undefined) return /^(orang|org|jiwa|hari|days?|people)$/.test(unit) ? figures : text;
    const own = plainText(
      this.cells[this.context.fields.indexOf(field)]?.text ?? this.context.unit ?? '',
    ).toLowerCase();
    return (UNITS[unit] ?? unit) === (UNITS[own] ?? own) ? figures : text;
  }

  private rewrite(field: Field, text: string): string {
    this.rewritten.set(this.context.fields.indexOf(field), text);
    return text;
  }

  private lost<T>(field: Field, text: string): T | undefined {
    return this.without(field, 'DIGITS_LOST', says('digits-lost', { text }));
  }

  /** A faulty cell counts as empty from here on. */
  private without<T>(field: Field, code: ErrorCode, said?: Words): T | undefined {
    this.fault(field, code, said);
    return undefined;
  }

  private cell(field: Field, formula: RegExp): Cell | undefined {
    const cell = this.cells[this.context.fields.indexOf(field)];
    if (!cell) return undefined;
    const text = literal(plainText(cell.text));
    if (text === '' || isNothing(text)) return undefined;
    if (cell.kind === 'error') return this.without(field, 'FORMULA', says('cell-error', { text }));
    if (cell.kind === 'formula' || (cell.kind === 'text' && formula.test(text))) return this.without(field, 'FORMULA');
    if (cell.formula) this.doubt(field, says('formula-value', { text }), 'FORMULA');
    return { ...cell, text };
  }
}

/** Without what is undefined: the field is not there then. */
export function present<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
