import type { Cell } from 'write-excel-file/node';
import { DomainError } from '#kernel/domain-error.js';
import { csvTextOf, type ExportCell } from './cells.js';

/** A workbook is made in memory, so it has an end; CSV streams and has none. */
const MOST_XLSX_ROWS = 100_000;

/** CSV in UTF-8 with a byte order mark and semicolons, as an Indonesian spreadsheet opens it by itself. */
export async function* csvOf(
  headings: readonly string[],
  pages: AsyncIterable<ExportCell[][]>,
): AsyncGenerator<string> {
  yield `\ufeff${line(headings)}`;
  for await (const rows of pages) yield rows.map((row) => line(row.map(csvTextOf))).join('');
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

/** @throws PayloadTooLargeException for more rows than a workbook is made for */
export async function xlsxOf(
  headings: readonly string[],
  pages: AsyncIterable<ExportCell[][]>,
  sheet: string,
): Promise<Buffer> {
  const rows: Cell[][] = [headings.map((value) => ({ value, fontWeight: 'bold' }))];
  for await (const page of pages) {
    if (rows.length + page.length > MOST_XLSX_ROWS) throw new DomainError('TOO_LARGE.export');
    for (const row of page) rows.push(row.map(toCell));
  }
  // Loaded for the first workbook.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(rows, { sheet }).toBuffer();
}

function toCell(cell: ExportCell): Cell {
  if (cell === null || typeof cell !== 'object') return cell;
  return { value: cell.at, type: Date, format: cell.isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
}
