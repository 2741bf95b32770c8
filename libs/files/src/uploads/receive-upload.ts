import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { noteOf } from '#kernel/refusals/file-notes.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { callContext, runAs } from '#platform/context/call-context.js';
import { openBook, type Book } from '../spreadsheets/book.js';
import type { FileRow, Merge } from '../spreadsheets/cells.js';
import { chooseSheet } from './choose-sheet.js';
import { charactersOf, FileSize } from './file-size.js';
import { JudgeRows, type FileOfRows, type Judged, type RowState } from './judge-rows.js';
import { ReadingTurns } from './reading-turns.js';
import { drained, spooled } from './spool.js';
import type { Format } from './upload-bodies.js';
import { findTable, type FileTable } from './table.js';
import { kindNamed, UPLOAD_KINDS, type UploadKind } from './upload-kind.js';
import { insertInto } from '#platform/database/sql.js';

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
}

/** Reads a file and keeps what it says, row by row; nothing is placed. */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly turns: ReadingTurns,
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
    const sender = `${caller.region} ${caller.subject}`;
    return this.turns
      .take(sender, () =>
        spooled(file.body, (path, contentHash) => this.turns.read(() => this.receive(caller, file, path, contentHash))),
      )
      .finally(() => drained(file.body));
  }

  private async receive(
    caller: Caller,
    file: ReceivedFile,
    path: string,
    contentHash: string,
  ): Promise<{ id: string; isNew: boolean }> {
    const { aggregator } = dataScopeOf(caller);
    const sender = aggregator === null ? [caller.region] : [caller.region, aggregator];
    const how = file.sheet === undefined ? [] : [JSON.stringify(file.sheet)];
    const identity = [file.kind, ...sender, contentHash, file.format, file.locale ?? '-', ...how].join(' ');
    const known = await this.known(identity);
    const isUndone = known !== undefined && (await kindNamed(this.kinds, file.kind).isUndone?.(known)) === true;
    if (known !== undefined && !isUndone) return { id: known, isNew: false };
    // It keeps its rows; the next of the same bytes is another.
    await this.dataSource.query(`UPDATE upload SET identity = identity || ' ' || id WHERE id = $1 AND identity = $2`, [
      known ?? null,
      identity,
    ]);
    const id = await this.keep(caller, file, path, contentHash);
    return this.show(id, identity);
  }

  private async known(identity: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>('SELECT id FROM upload WHERE identity = $1', [
      identity,
    ]);
    return row?.id;
  }

  private async keep(caller: Caller, file: ReceivedFile, path: string, contentHash: string): Promise<string> {
    const { columns } = kindNamed(this.kinds, file.kind);
    const book = await openBook(file.format, path);
    try {
      const { index, sheets, notes } = await chooseSheet(book, columns, file.sheet);
      const merges = await measured(book.rows(index));
      const table = await findTable(book.rows(index, merges), columns);
      try {
        const { headings, fields } = table;
        const id = uuidv7();
        await this.dataSource.query(
          ...insertInto('upload', {
            ...{ id, kind: file.kind, region: caller.region, uploaded_by: caller.subject, file_name: file.fileName },
            ...{ content_hash: contentHash, locale: file.locale, headings: JSON.stringify(headings) },
            // For the file of errors: what a spreadsheet program of that locale opens.
            ...{ delimiter: book.delimiter ?? (file.locale === 'en' ? ',' : ';'), fields: JSON.stringify(fields) },
            ...{ aggregator: dataScopeOf(caller).aggregator, sheets: JSON.stringify(sheets), state: 'reading' },
          }),
        );
        await this.keepTable(caller, file, { id, locale: file.locale, ...table });
        const letters = book.encoding === 'windows-1252' ? [noteOf('old-letters')] : [];
        const told = JSON.stringify([...notes, ...letters, ...table.notes()]);
        await this.dataSource.query('UPDATE upload SET notes = $2 WHERE id = $1', [id, told]);
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
      await this.dataSource.query('DELETE FROM upload WHERE id = $1', [table.id]);
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
      await this.insert(id, await judge.judge(chunk));
      chunk = [];
      characters = 0;
    }
    await this.insert(id, await judge.judge(chunk));
  }

  private async insert(id: string, { rows, first }: Judged): Promise<void> {
    const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO upload_row (upload_id, number, state, key, meaning, cells, faults, body)
         SELECT $1, r.number, r.state, r.key, r.meaning, r.cells, r.faults, nullif(r.body::text, 'null')::json
         FROM json_to_recordset($2::json)
           AS r (number integer, state text, key text, meaning text, cells json, faults json, body json)`,
        [id, JSON.stringify(rows)],
      );
      const doubted = first.length === 0 ? 0 : await doubt(tx, id, first);
      await tx.query('UPDATE upload SET green = green + $2, amber = amber + $3, red = red + $4 WHERE id = $1', [
        id,
        count('green') - doubted,
        count('amber') + doubted,
        count('red'),
      ]);
    });
  }

  /** Makes it visible, unless the same file was faster; then that one is it. */
  private async show(id: string, identity: string): Promise<{ id: string; isNew: boolean }> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [identity]);
      const [known] = await tx.query<{ id: string }>('SELECT id FROM upload WHERE identity = $1', [identity]);
      if (known) {
        await tx.query('DELETE FROM upload WHERE id = $1', [id]);
        return { id: known.id, isNew: false };
      }
      await tx.query(`UPDATE upload SET identity = $2, state = 'preview' WHERE id = $1`, [id, identity]);
      return { id, isNew: true };
    });
  }
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

/** Makes earlier rows amber that one of the later ones is exactly like. @returns how many of them were green */
async function doubt(tx: Tx, id: string, first: Judged['first']): Promise<number> {
  const doubted = await tx.query(
    `UPDATE upload_row SET state = 'amber', faults = r.faults
     FROM json_to_recordset($2::json) AS r (number integer, faults json)
     WHERE upload_id = $1 AND upload_row.number = r.number AND state = 'green' RETURNING r.number`,
    [id, JSON.stringify(first)],
  );
  return doubted.length;
}
