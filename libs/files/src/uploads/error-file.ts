import type { NumberLocale } from '#kernel/localized-decimal.js';
import { escapeFormula } from '../spreadsheets/escape-formula.js';
import { ERROR_HEADING, languageOf, type Columns } from './columns.js';
import type { RowView, UploadView } from './find-uploads.js';
import { cellMessage } from './cell-messages.js';

/**
 * The rows with errors as they were sent, with a column that says what is wrong: corrected, it can be sent again.
 * CSV in UTF-8 with a byte order mark, by which spreadsheet programs know it; formulas are neutralised.
 */
export async function* errorFile(
  { headings, locale, delimiter }: UploadView & { readonly delimiter: string },
  pages: AsyncIterable<readonly RowView[]>,
  kind: Columns<string>,
): AsyncGenerator<string> {
  // A file of errors that is sent again has the column already.
  const columns = headings.flatMap((heading, index) => (isErrorHeading(heading) ? [] : [index]));
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

function isErrorHeading(heading: string): boolean {
  return heading.trim().toLowerCase() === ERROR_HEADING;
}

function quoted(text: string, delimiter: string): string {
  const safe = escapeFormula(text);
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
