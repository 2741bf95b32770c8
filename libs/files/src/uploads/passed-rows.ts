import { noteOf, type FileNote } from '#kernel/refusals/file-notes.js';
import type { FileRow } from '../spreadsheets/cells.js';
import type { Columns } from './columns.js';
import { plainText, readHeading } from './headings.js';

const TOTAL =
  /^(grand total|sub ?total|total|jumlah|jml|rata-rata|total keseluruhan|jumlah total|jumlah keseluruhan)\b/i;
/** Rows that are named one by one. */
const MOST_NAMED = 20;

type Reason = 'rows-hidden' | 'rows-total' | 'rows-note' | 'rows-numbering' | 'rows-headings';

/** Which rows below the headings are no rows of the table, and why. They are counted, and told by their numbers alone. */
export class PassedRows<Field extends string> {
  private readonly passed = new Map<Reason, { count: number; readonly named: number[] }>();
  private readonly required: readonly number[];
  private readonly names: readonly string[];
  private isFirst = true;

  constructor(columns: Columns<Field>, fields: readonly (Field | null)[], headings: readonly string[]) {
    this.required = fields.flatMap((field, index) =>
      field !== null && columns.required.includes(field) ? [index] : [],
    );
    this.names = headings.map((heading) => readHeading(heading).name);
  }

  passes(row: FileRow): boolean {
    const reason = this.reasonFor(row);
    this.isFirst &&= reason !== undefined;
    if (reason === undefined) return false;
    const passed = this.passed.get(reason) ?? { count: 0, named: [] };
    passed.count += 1;
    if (passed.named.length < MOST_NAMED) passed.named.push(row.number);
    this.passed.set(reason, passed);
    return true;
  }

  notes(): FileNote[] {
    return [...this.passed].map(([reason, { count, named }]) => {
      const more = count > named.length ? ` … (${String(count)})` : '';
      return noteOf(reason, { rows: `${named.join(', ')}${more}` });
    });
  }

  private reasonFor({ hidden, cells }: FileRow): Reason | undefined {
    if (hidden) return 'rows-hidden';
    const texts = cells.map(({ text }) => plainText(text));
    const said = texts.filter((text) => text !== '');
    if (this.isFirst && isNumbering(said)) return 'rows-numbering';
    if (this.isHeadings(texts, said.length)) return 'rows-headings';
    const isTotal = said.some((text) => TOTAL.test(text));
    // The word itself stands where a name would.
    const own = (index: number): boolean => cells[index]?.merged !== true && !TOTAL.test(texts[index] ?? '');
    const named = this.required.filter((index) => own(index) && (texts[index] ?? '') !== '').length;
    if (named * 2 > this.required.length) return undefined;
    if (isTotal) return 'rows-total';
    // A row of which most is missing is one that was begun, unless hardly anything is there.
    return said.length <= 3 && named * 2 < this.required.length ? 'rows-note' : undefined;
  }

  private isHeadings(texts: readonly string[], said: number): boolean {
    return said >= 2 && texts.every((text, index) => text === '' || readHeading(text).name === this.names[index]);
  }
}

/** `1 2 3 4` or `(1) (2) (3)` below the headings, as tables of offices have it. */
function isNumbering(texts: readonly string[]): boolean {
  return texts.length >= 3 && texts.every((text, index) => text.replaceAll(/[()]/g, '') === String(index + 1));
}
