import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '#kernel/domain-error.js';
import type { FileRow } from './cells.js';

/** A row of 200 well-filled cells fits; an unclosed quote does not swallow the memory. */
const MAX_ROW_BYTES = 64 * 1024;
const DELIMITERS = [';', ',', '\t'] as const;

/**
 * Reads a CSV file in UTF-8, with or without byte order mark, with any line ends. The delimiter is the one of `;`, `,`
 * and tab that the first line has most of.
 *
 * @returns the delimiter, and the rows; one that is `broken` (an unclosed quote) is the last
 * @throws DomainError FILE_UNREADABLE for what is not UTF-8 text, from here or while the rows are read
 */
export async function readCsv(path: string): Promise<{ delimiter: string; rows: AsyncGenerator<FileRow> }> {
  const delimiter = delimiterOf(await firstLine(path));
  return { delimiter, rows: rowsOf(path, delimiter) };
}

async function* rowsOf(path: string, delimiter: string): AsyncGenerator<FileRow> {
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
      number += 1;
      if (record.some((text) => text.trim() !== '')) {
        yield { number, cells: record.map((text) => ({ kind: 'text', text })) };
      }
    }
    records = [];
  }
  for await (const text of textOf(path)) {
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

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw unreadable();
    }
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    // UTF-16 has them in every ASCII character.
    if (bytes.includes(0)) throw unreadable();
    yield decode(bytes);
  }
  yield decode();
}

async function firstLine(path: string): Promise<string> {
  let text = '';
  for await (const chunk of textOf(path)) {
    text += chunk;
    if (text.length > MAX_ROW_BYTES || /[\r\n]/.test(text)) break;
  }
  return text.split(/[\r\n]/, 1)[0] ?? '';
}

function delimiterOf(line: string): string {
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

function unreadable(): DomainError {
  return new DomainError('FILE_UNREADABLE.csv');
}
