import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { noteOf } from '#kernel/refusals/file-notes.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { callContext, runAs } from '#platform/context/call-context.js';
import { openBook, type Book } from '../spreadsheets/book.js';
import type { FileRow, Merge } from '../spreadsheets/cells.js';
import type { ColumnChoice } from './column-choice.js';
import { chooseSheet } from './choose-sheet.js';
import { readFileColumns, type FileColumns } from './file-columns.js';
import { charactersOf, FileSize } from './file-size.js';
import { JudgeRows, type FileOfRows } from './judge-rows.js';
import { ReadingTurns } from './reading-turns.js';
import { drained, spooled } from './spool.js';
import type { Format } from './upload-bodies.js';
import { RememberedColumns, senderOf } from './remembered-columns.js';
import { findTable, type FileTable } from './table.js';
import { UploadStore } from './upload-store.js';
import { kindNamed, UPLOAD_KINDS, type UploadKind } from './upload-kind.js';

/** Rows in one transaction, far below its limit of 5 s. */
const CHUNK_ROWS = 500;
/** Of a chunk, above which it is not filled up. */
const CHUNK_CHARACTERS = 512 * 1024;

export interface ReceivedFile {
  /** Name of the kind of file that it is. */
  readonly kind: string;
  readonly format: Format;
  readonly body: Readable;
  readonly locale: NumberLocale | undefined;
  readonly fileName: string | undefined;
  /** Name of the sheet to read; undefined: the first one that fits. */
  readonly sheet?: string | undefined;
  readonly choice: ColumnChoice;
}

/** Reads a file and keeps what it says, row by row; nothing is placed. */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly store: UploadStore,
    private readonly turns: ReadingTurns,
    private readonly remembered: RememberedColumns,
    @Inject(UPLOAD_KINDS) private readonly kinds: readonly UploadKind[],
  ) {}

  /**
   * The same bytes, read in the same way, by the same region, or the same aggregator of it, are the same upload, however often they are sent.
   *
   * @returns its id, and whether it is new
   * @throws DomainError FILE_UNREADABLE, FILE_COLUMNS, SHEET_UNKNOWN, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE; as
   *   ReadingTurns for too many files at once
   */
  run(caller: Caller, file: ReceivedFile): Promise<{ id: string; isNew: boolean }> {
    return this.inTurn(caller, file, (path, contentHash) => this.receive(caller, file, path, contentHash));
  }

  /**
   * What the columns of a file are taken for; nothing of it is kept.
   *
   * @throws DomainError as readFileColumns, and as ReadingTurns
   */
  columns(caller: Caller, file: ReceivedFile): Promise<FileColumns> {
    const { columns } = kindNamed(this.kinds, file.kind);
    return this.inTurn(caller, file, async (path) => {
      const choice = await this.remembered.with(senderOf(caller), file.kind, file.choice);
      return readFileColumns(path, file, { columns, choice });
    });
  }

  private inTurn<T>(
    { region, subject }: Caller,
    { body }: ReceivedFile,
    work: (path: string, contentHash: string) => Promise<T>,
  ): Promise<T> {
    return this.turns
      .take(`${region} ${subject}`, () =>
        spooled(body, (path, contentHash) => this.turns.read(() => work(path, contentHash))),
      )
      .finally(() => drained(body));
  }

  private async receive(
    caller: Caller,
    file: ReceivedFile,
    path: string,
    contentHash: string,
  ): Promise<{ id: string; isNew: boolean }> {
    const sender = senderOf(caller);
    const how = [...(file.sheet === undefined ? [] : [JSON.stringify(file.sheet)]), ...choiceOf(file.choice)];
    const identity = [file.kind, sender, contentHash, file.format, file.locale ?? '-', ...how].join(' ');
    const known = await this.store.known(identity);
    const isUndone = known !== undefined && (await kindNamed(this.kinds, file.kind).isUndone?.(known)) === true;
    if (known !== undefined && !isUndone) return { id: known, isNew: false };
    if (known !== undefined) await this.store.retire(known, identity);
    const choice = await this.remembered.with(sender, file.kind, file.choice);
    const id = await this.keep(caller, { ...file, choice }, path, contentHash);
    await this.remembered.keep(sender, file.kind, file.choice);
    return this.store.show(id, identity);
  }

  private async keep(caller: Caller, file: ReceivedFile, path: string, contentHash: string): Promise<string> {
    const { columns } = kindNamed(this.kinds, file.kind);
    const book = await openBook(file.format, path);
    try {
      const { index, sheets, notes } = await chooseSheet(book, { columns, choice: file.choice }, file.sheet);
      const merges = await measured(book.rows(index));
      const table = await findTable(book.rows(index, merges), columns, file.choice);
      try {
        const { headings, fields } = table;
        const id = uuidv7();
        await this.store.begin({
          ...{ id, kind: file.kind, region: caller.region, uploaded_by: caller.subject, file_name: file.fileName },
          ...{ content_hash: contentHash, locale: file.locale, headings: JSON.stringify(headings) },
          // For the file of errors: what a spreadsheet program of that locale opens.
          ...{ delimiter: book.delimiter ?? (file.locale === 'en' ? ',' : ';'), fields: JSON.stringify(fields) },
          ...{ aggregator: dataScopeOf(caller).aggregator, sheets: JSON.stringify(sheets) },
        });
        await this.keepTable(caller, file, { id, locale: file.locale, ...table });
        const letters = book.encoding === 'windows-1252' ? [noteOf('old-letters')] : [];
        await this.store.note(id, [...notes, ...letters, ...table.notes()]);
        return id;
      } finally {
        await table.rows.return(undefined);
      }
    } finally {
      book.close();
    }
  }

  private async keepTable(
    caller: Caller,
    file: ReceivedFile,
    table: FileOfRows & Pick<FileTable<string>, 'rows'>,
  ): Promise<void> {
    try {
      // One line in the audit log, when the upload is shown, and not one for each chunk of it.
      const { call: _, ...quiet } = callContext();
      const judge = new JudgeRows(caller, table, kindNamed(this.kinds, file.kind));
      await runAs(quiet, () => this.keepRows(table.id, table.rows, judge));
    } catch (error) {
      await this.store.drop(table.id);
      throw error;
    }
  }

  private async keepRows(id: string, rows: AsyncIterable<FileRow>, judge: JudgeRows): Promise<void> {
    let chunk: FileRow[] = [];
    let characters = 0;
    for await (const row of rows) {
      chunk.push(row);
      characters += charactersOf(row);
      if (chunk.length < CHUNK_ROWS && characters < CHUNK_CHARACTERS) continue;
      await this.store.insert(id, await judge.judge(chunk));
      chunk = [];
      characters = 0;
    }
    await this.store.insert(id, await judge.judge(chunk));
  }
}

/** What was said of the columns, as a part of what makes an upload the same. */
function choiceOf({ columns, values }: ColumnChoice): string[] {
  if (columns.size === 0 && values.size === 0) return [];
  const sorted = (said: ReadonlyMap<string, unknown>): unknown[] => [...said].sort(([a], [b]) => (a < b ? -1 : 1));
  return [JSON.stringify([sorted(columns), sorted(values)])];
}

/** Reads all rows once: a file of too much costs a glance. @returns what is known when all of them were read */
async function measured(rows: ReturnType<Book['rows']>): Promise<readonly Merge[]> {
  const size = new FileSize();
  for (;;) {
    const next = await rows.next();
    if (next.done) return next.value;
    size.add(next.value);
  }
}
