import { openBook } from '../spreadsheets/book.js';
import { chooseSheet, type SheetView, type WantedColumns } from './choose-sheet.js';
import { readColumns } from './columns.js';
import { plainText } from './headings.js';
import { headingRow, headingsOf } from './table.js';
import type { Format } from './upload-bodies.js';

/** What the columns of a file are taken for. */
export interface FileColumns {
  /** Of a spreadsheet: those that can be seen. */
  readonly sheets: readonly SheetView[];
  readonly columns: readonly FileColumn[];
  /** Fields that must be there, and no column holds. */
  readonly missing: readonly string[];
}

export interface FileColumn {
  /** As it stands in the file. */
  readonly heading: string;
  /** Name of the field that it holds; null: it is passed over. */
  readonly field: string | null;
}

/**
 * Reads the headings of a file, for its sender to say what they mean.
 *
 * @throws DomainError FILE_UNREADABLE, SHEET_UNKNOWN, TOO_LARGE
 */
export async function readFileColumns(
  path: string,
  { format, sheet }: { readonly format: Format; readonly sheet?: string | undefined },
  wanted: WantedColumns,
): Promise<FileColumns> {
  const { columns, choice } = wanted;
  const book = await openBook(format, path);
  try {
    const { index, sheets } = await chooseSheet(book, wanted, sheet);
    const rows = book.rows(index);
    try {
      const headings = headingsOf(await headingRow(rows, columns, choice));
      const { fields } = readColumns(columns, headings, choice);
      const holds = headings.map((heading, at) => ({ heading: plainText(heading), field: fields[at] ?? null }));
      return {
        sheets,
        columns: holds.filter(({ heading }) => heading !== ''),
        missing: columns.required.filter((field) => !fields.includes(field) && !choice.values.has(field)),
      };
    } finally {
      await rows.return([]);
    }
  } finally {
    book.close();
  }
}
