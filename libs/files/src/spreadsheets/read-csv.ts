import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { FileRow } from './cells.js';
import { encodingOf, textOf, type Encoding } from './encoding.js';

/** A row of 200 well-filled cells fits; an unclosed quote does not swallow the memory. */
const MAX_ROW_BYTES = 64 * 1024;
const DELIMITERS = [';', ',', '\t'] as const;

/** Lines from which it is seen what stands between the cells: a letterhead has nothing between them. */
const LINES_LOOKED_AT = 20;

/** A CSV file that was looked at; it can be read as often as need be. */
export interface CsvFile {
  readonly delimiter: string;
  readonly encoding: Encoding;
  /** One that is `broken` (an unclosed quote) is the last. */
  readonly rows: () => AsyncGenerator<FileRow>;
}

/**
 * Looks at a CSV file in UTF-8, with or without byte order mark, in UTF-16 or Windows-1252, with any line ends. What
 * stands between its cells is what its first line says (`sep=;`), else the one of `;`, `,` and tab that its first lines
 * have most of.
 *
 * @throws DomainError FILE_UNREADABLE for what is no text, from here or while the rows are read
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const encoding = await encodingOf(path);
  const lines = await firstLines(path, encoding);
  const said = /^"?sep=(.)"?$/i.exec(lines[0]?.trim() === 'sep=' ? 'sep=\t' : (lines[0] ?? '').trimStart())?.[1];
  const delimiter = said ?? delimiterOf(lines);
  return { delimiter, encoding, rows: () => rowsOf(path, encoding, delimiter, said !== undefined) };
}

async function* rowsOf(
  path: string,
  encoding: Encoding,
  delimiter: string,
  isSepLine: boolean,
): AsyncGenerator<FileRow> {
  let records: string[][] = [];
  let failure: unknown;
  const parser = parse({
    delimiter,
    // All of them: a file may be put together from several.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quote inside a cell that does not begin with one is itself: PT "Maju".
    relax_quotes: true,
    max_record_size: MAX_ROW_BYTES,
    // Taken here and not from the stream, which forgets what it has when a later row cannot be read.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  parser.on('error', (error) => {
    failure = error;
  });
  parser.resume();
  let number = 0;
  function* taken(): Generator<FileRow> {
    for (const record of records) {
      // A spreadsheet program does not show it.
      if (isSepLine) {
        isSepLine = false;
        continue;
      }
      number += 1;
      if (record.some((text) => text.trim() !== '')) {
        yield { number, cells: record.map((text) => ({ kind: 'text', text })) };
      }
    }
    records = [];
  }
  for await (const text of textOf(path, encoding)) {
    parser.write(text);
    yield* taken();
    if (failure !== undefined) break;
  }
  if (failure === undefined) {
    parser.end();
    await finished(parser).catch((error: unknown) => {
      failure = error;
    });
    yield* taken();
  }
  if (failure instanceof CsvError) yield { number: number + 1, cells: [], broken: true };
  else if (failure !== undefined) throw failure as Error;
}

async function firstLines(path: string, encoding: Encoding): Promise<string[]> {
  let text = '';
  for await (const chunk of textOf(path, encoding)) {
    text += chunk;
    if (text.length > MAX_ROW_BYTES) break;
  }
  return text.split(/\r\n|\r|\n/, LINES_LOOKED_AT);
}

function delimiterOf(lines: readonly string[]): string {
  const text = lines.join('\n').replaceAll(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: text.split(delimiter).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}
