import type { NumberLocale } from '#kernel/localized-decimal.js';
import { escapeFormula } from '../spreadsheets/escape-formula.js';
import { ERROR_HEADING, languageOf, type Columns } from './columns.js';
import type { RowView, UploadToMend } from './find-uploads.js';
import { cellMessage } from './cell-messages.js';

/**
 * The rows with errors as they were sent, with a column that says what is wrong: corrected, it can be sent again.
 * CSV in UTF-8 with a byte order mark, by which spreadsheet programs know it; formulas are neutralised.
 */
export async function* errorFile(
  { headings, fields, locale, delimiter }: UploadToMend,
  pages: AsyncIterable<readonly RowView[]>,
  kind: Columns<string>,
): AsyncGenerator<string> {
  // What was passed over was not kept; and a file of errors that is sent again has that column already.
  const columns = fields.flatMap((field, index) => (field === null ? [] : [index]));
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  yield `\ufeff${line([...columns.map((index) => headings[index] ?? ''), ERROR_HEADING])}`;
  for await (const rows of pages) {
    yield rows
      .map((row) => line([...columns.map((index) => row.cells[index] ?? ''), whatIsWrong(row, locale, kind)]))
      .join('');
  }
}

function whatIsWrong({ faults, outcome }: RowView, locale: string | null, kind: Columns<string>): string {
  const told = faults.map(({ cell, heading, message }) =>
    cell === null ? message : `${cell} (${heading ?? ''}): ${message}`,
  );
  if (outcome?.status === 'refused') {
    told.push(
      cellMessage(
        kind,
        locale as NumberLocale,
        { code: outcome.code },
        outcome.details?.[languageOf(locale as NumberLocale)] ?? outcome.detail,
      ),
    );
  }
  return told.join('; ');
}

function quoted(text: string, delimiter: string): string {
  const safe = escapeFormula(text);
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
