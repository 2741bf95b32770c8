import { DomainError } from '#kernel/domain-error.js';
import { readDecimal, type NumberLocale } from '#kernel/localized-decimal.js';
import type { Cell } from './cells.js';
import type { Field } from './columns.js';

/** One thing that is wrong in a row; without a field it is about the whole row. */
export interface RowFault {
  readonly field?: Field;
  readonly code: string;
}

/** What a row orders, as POST /api/orders would have it; its shape is not checked yet. */
export interface RowOrder {
  readonly key: string | undefined;
  readonly body: object;
  readonly faults: readonly RowFault[];
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

/** Reads the cells of one row. Pure: what depends on agreements, regions and today is judged later. */
export function rowOrder(
  fields: readonly (Field | null)[],
  cells: readonly Cell[],
  locale: NumberLocale | undefined,
): RowOrder {
  const row = new RowReader(fields, cells, locale);
  const needBy = row.date('needBy');
  const line = present({
    commodity: row.text('commodity'),
    quantity: row.decimal('quantity'),
    unit: row.unit(),
    minimum: row.decimal('minimum'),
    maxLandedPrice: row.whole('maxLandedPrice'),
    certificates: row.codes('certificates'),
    needBy,
    minLifeDays: row.whole('minLifeDays'),
    deliverTo: row.text('deliverTo'),
    partial: row.yesNo('partial'),
  });
  const buyer = present({ name: row.text('buyer'), nib: row.digits('nib'), npwp: row.digits('npwp') });
  const body = present({ origin: row.text('origin'), reference: row.text('reference'), buyer, lines: [line] });
  const key = row.text('key');
  // eslint-disable-next-line no-control-regex -- a key is shown and compared: nothing invisible in it
  if (key !== undefined && !/^[^\u0000-\u001f\u007f]{1,100}$/.test(key)) row.fault('key', 'INVALID');
  if (cells.slice(fields.length).some(({ text }) => text.trim() !== '')) row.faults.push({ code: 'TOO_MANY_CELLS' });
  return { key, body, faults: row.faults };
}

/** Which cell a JSON pointer into the order means. */
export function fieldAt(pointer: string): Field | undefined {
  const name = /^\/lines\/0\/(\w+)/.exec(pointer)?.[1] ?? /^\/buyer\/(\w+)/.exec(pointer)?.[1] ?? pointer.slice(1);
  return name === 'name' ? 'buyer' : (name as Field);
}

class RowReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly fields: readonly (Field | null)[],
    private readonly cells: readonly Cell[],
    private readonly locale: NumberLocale | undefined,
  ) {}

  fault(field: Field, code: string): void {
    this.faults.push({ field, code });
  }

  /** A faulty cell counts as empty from here on. */
  private without<T>(field: Field, code: string): T | undefined {
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

  unit(): string | undefined {
    const unit = this.text('unit')?.toLowerCase();
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

function present<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
