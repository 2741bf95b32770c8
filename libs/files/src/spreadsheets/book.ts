import type { FileRow, Merge } from './cells.js';
import type { Encoding } from './encoding.js';
import { openCsv } from './read-csv.js';
import { openXlsx } from './read-xlsx.js';

/** A file of rows, whatever program wrote it. */
export interface Book {
  /** What stands between the cells of a text; null: it is no text. */
  readonly delimiter: string | null;
  readonly encoding: Encoding | null;
  /** A text is one sheet without a name. */
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  /**
   * The rows of a sheet, as often as need be.
   *
   * @param index of the sheet; @param merges as an earlier reading of the same sheet gave them back
   */
  readonly rows: (index: number, merges?: readonly Merge[]) => AsyncGenerator<FileRow, readonly Merge[]>;
  readonly close: () => void;
}

/** @throws DomainError FILE_UNREADABLE, UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, from here or while the rows are read */
export async function openBook(format: 'csv' | 'xlsx', path: string): Promise<Book> {
  if (format === 'csv') {
    const { delimiter, encoding, rows } = await openCsv(path);
    const sheets = [{ name: '', isHidden: false }];
    return { delimiter, encoding, sheets, rows: () => withoutMerges(rows()), close: () => undefined };
  }
  const { sheets, rows, close } = await openXlsx(path);
  return {
    delimiter: null,
    encoding: null,
    sheets,
    rows: (index, merges) => {
      const sheet = sheets[index];
      if (!sheet) throw new Error(`The book has no sheet ${String(index)}.`);
      return rows(sheet, merges);
    },
    close,
  };
}

async function* withoutMerges(rows: AsyncGenerator<FileRow>): AsyncGenerator<FileRow, readonly Merge[]> {
  yield* rows;
  return [];
}
