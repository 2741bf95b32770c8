import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { callContext, runAs } from '#platform/context/call-context.js';
import type { FileRow } from '../spreadsheets/cells.js';
import { fieldsOf } from './columns.js';
import { charactersOf, FileSize } from './file-size.js';
import { JudgeRows, type FileOfRows, type Judged, type RowState } from './judge-rows.js';
import { readCsv } from '../spreadsheets/read-csv.js';
import { readXlsx } from '../spreadsheets/read-xlsx.js';
import { ReadingTurns } from './reading-turns.js';
import { drained, spooled } from './spool.js';
import type { Format } from './upload-bodies.js';
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
   * @throws DomainError FILE_UNREADABLE, FILE_COLUMNS, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE; as
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
    const identity = [file.kind, ...sender, contentHash, file.format, file.locale ?? '-'].join(' ');
    const known = await this.known(identity);
    if (known !== undefined) return { id: known, isNew: false };
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
    const size = new FileSize();
    for await (const row of (await openFile(file, path)).rows) size.add(row);
    const kind = kindNamed(this.kinds, file.kind);
    const { delimiter, rows } = await openFile(file, path);
    try {
      const first = await rows.next();
      if (first.done) throw new DomainError('FILE_UNREADABLE.empty');
      const headings = first.value.cells.map(({ text }) => text);
      const table: FileOfRows = {
        contentHash,
        locale: file.locale,
        headings,
        fields: fieldsOf(kind.columns, headings),
      };
      const id = uuidv7();
      await this.dataSource.query(
        ...insertInto('upload', {
          ...{ id, kind: file.kind, region: caller.region, uploaded_by: caller.subject, file_name: file.fileName },
          ...{ content_hash: contentHash, locale: file.locale, delimiter, headings: JSON.stringify(headings) },
          ...{ fields: JSON.stringify(table.fields), aggregator: dataScopeOf(caller).aggregator, state: 'reading' },
        }),
      );
      try {
        // One line in the audit log, when the upload is shown, and not one for each chunk of it.
        const { call: _, ...quiet } = callContext();
        await runAs(quiet, () => this.keepRows(id, rows, new JudgeRows(caller, table, kind)));
      } catch (error) {
        await this.dataSource.query('DELETE FROM upload WHERE id = $1', [id]);
        throw error;
      }
      return id;
    } finally {
      await rows.return(undefined);
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
      const doubted = await tx.query(
        `UPDATE upload_row SET state = 'amber', faults = r.faults
         FROM json_to_recordset($2::json) AS r (number integer, faults json)
         WHERE upload_id = $1 AND upload_row.number = r.number AND state = 'green' RETURNING r.number`,
        [id, JSON.stringify(first)],
      );
      await tx.query('UPDATE upload SET green = green + $2, amber = amber + $3, red = red + $4 WHERE id = $1', [
        id,
        count('green') - doubted.length,
        count('amber') + doubted.length,
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

async function openFile(
  { format, locale }: ReceivedFile,
  path: string,
): Promise<{ delimiter: string; rows: AsyncGenerator<FileRow> }> {
  if (format === 'csv') return readCsv(path);
  // For the file of errors: what a spreadsheet program of that locale opens.
  return { delimiter: locale === 'en' ? ',' : ';', rows: readXlsx(path) };
}
