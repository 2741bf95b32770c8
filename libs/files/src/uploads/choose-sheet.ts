import { noteOf, type FileNote } from '#kernel/refusals/file-notes.js';
import { DomainError } from '#kernel/domain-error.js';
import type { Book } from '../spreadsheets/book.js';
import type { ColumnChoice } from './column-choice.js';
import type { Columns } from './columns.js';
import { findTable, listed } from './table.js';

/** Sheets whose first rows are looked at. */
const MOST_LOOKED_AT = 20;

/** A sheet of a file, as its sender may choose it. */
export interface SheetView {
  readonly name: string;
  readonly chosen: boolean;
}

/** The columns of a kind of file, and what its sender says of them. */
export interface WantedColumns {
  readonly columns: Columns<string>;
  readonly choice: ColumnChoice;
}

export interface ChosenSheet {
  readonly index: number;
  /** All that can be seen; none for a text. */
  readonly sheets: readonly SheetView[];
  readonly notes: readonly FileNote[];
}

/**
 * The sheet that is asked for; else the first that can be seen and has the headings; else the first that can be seen.
 *
 * @throws DomainError SHEET_UNKNOWN for a name that no sheet has that can be seen
 */
export async function chooseSheet(
  book: Book,
  { columns, choice }: WantedColumns,
  wanted: string | undefined,
): Promise<ChosenSheet> {
  const all = book.sheets.map((sheet, index) => ({ ...sheet, index }));
  const seen = all.some(({ isHidden }) => !isHidden) ? all.filter(({ isHidden }) => !isHidden) : all;
  const found =
    wanted === undefined
      ? await firstWithTable(book, { columns, choice }, seen)
      : seen.find(({ name }) => name === wanted);
  const [first] = seen;
  if (!first || (wanted !== undefined && !found)) {
    throw new DomainError('SHEET_UNKNOWN', { names: listed(seen.map(({ name }) => name)) });
  }
  const chosen = found ?? first;
  const others = seen.filter(({ index }) => index !== chosen.index).map(({ name }) => name);
  const hidden = all.filter((sheet) => sheet.isHidden && !seen.includes(sheet)).map(({ name }) => name);
  const more = { sheet: chosen.name, n: others.length, names: listed(others) };
  return {
    index: chosen.index,
    sheets: seen.filter(({ name }) => name !== '').map(({ name, index }) => ({ name, chosen: index === chosen.index })),
    notes: [
      ...(others.length > 0 ? [noteOf('sheet-read', more)] : []),
      ...(hidden.length > 0 ? [noteOf('sheets-hidden', { names: listed(hidden) })] : []),
    ],
  };
}

async function firstWithTable<Sheet extends { readonly index: number }>(
  book: Book,
  { columns, choice }: WantedColumns,
  sheets: readonly Sheet[],
): Promise<Sheet | undefined> {
  if (sheets.length < 2) return undefined;
  for (const sheet of sheets.slice(0, MOST_LOOKED_AT)) {
    const rows = book.rows(sheet.index);
    try {
      await findTable(rows, columns, choice);
      return sheet;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    } finally {
      await rows.return([]);
    }
  }
  return undefined;
}
