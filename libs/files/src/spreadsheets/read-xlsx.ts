import type { FileRow, Merge } from './cells.js';
import { LIMITS } from './limits.js';
import { SheetRows } from './sheet-rows.js';
import { readWorkbook, type Sheet } from './workbook.js';
import { XlsxParts } from './xlsx-parts.js';

/** A spreadsheet that was opened; its sheets can be read as often as need be. */
export interface XlsxFile {
  readonly sheets: readonly Sheet[];
  /**
   * The rows of a sheet; only the texts that its cells share are held in memory.
   *
   * @param merges of the sheet, which are given back when all of it was read; none: merged cells are empty but the first
   */
  readonly rows: (sheet: Sheet, merges?: readonly Merge[]) => AsyncGenerator<FileRow, readonly Merge[]>;
  readonly close: () => void;
}

/** @throws DomainError FILE_UNREADABLE, UNSUPPORTED_MEDIA_TYPE (macros), TOO_LARGE, from here or while the rows are read */
export async function openXlsx(path: string): Promise<XlsxFile> {
  const parts = await XlsxParts.open(path);
  try {
    const workbook = await readWorkbook(parts);
    return {
      sheets: workbook.sheets,
      rows: async function* ({ part }, merges = []) {
        const rows = new SheetRows(workbook, merges);
        for await (const _ of parts.read(part, rows, LIMITS.sheetBytes)) yield* rows.take();
        yield* rows.take();
        return rows.found;
      },
      close: () => {
        parts.close();
      },
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}
