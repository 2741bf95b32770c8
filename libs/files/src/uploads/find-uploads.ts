import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { notFound } from '#platform/http/validate.js';
import { covers } from '#kernel/region-code.js';
import type { FileNote } from '#kernel/refusals/file-notes.js';
import type { SheetView } from './choose-sheet.js';
import type { CellFault, RowState } from './judge-rows.js';
import type { RowOutcome } from './upload-kind.js';

/** A file as its sender sees it. */
export interface UploadView {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string | null;
  readonly locale: string | null;
  readonly createdAt: Date;
  /** preview: nothing is placed yet; placing: under way; placed: nothing waits any more. */
  readonly state: 'preview' | 'placing' | 'placed';
  readonly headings: readonly string[];
  /** What each column holds; null: it was passed over. */
  readonly fields: readonly (string | null)[];
  /** What was passed over when it was read, and how it was taken. */
  readonly notes: readonly FileNote[];
  /** Of a spreadsheet: those that can be seen. */
  readonly sheets: readonly SheetView[];
  readonly rows: {
    readonly green: number;
    readonly amber: number;
    readonly red: number;
    readonly placed: number;
    readonly refused: number;
    /** What they say stood already when they were placed: nothing was entered for them. */
    readonly standing: number;
  };
}

export interface RowView {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly state: RowState;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
  readonly outcome: RowOutcome | null;
}

export interface RowsQuery {
  readonly limit: number;
  readonly after: number;
  readonly state?: RowState;
}

interface UploadRow extends UploadView {
  readonly region: string;
  readonly delimiter: string;
}

/** An upload with what its file of errors needs. */
export type UploadToMend = UploadView & Pick<UploadRow, 'delimiter'>;

const UPLOAD = `id, kind, region, delimiter, file_name AS "fileName", locale, created_at AS "createdAt", state, headings, fields,
  coalesce(notes, '[]') AS notes, coalesce(sheets, '[]') AS sheets,
  json_build_object('green', green, 'amber', amber, 'red', red, 'placed', placed, 'refused', refused, 'standing', standing) AS rows`;
const ROW = 'number AS row, state, cells, faults, outcome';

/** Reads uploads past the use cases, one statement each. */
@Injectable()
export class FindUploads {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for an upload of another region or aggregator and one that is still being read */
  async one(caller: Caller, id: string): Promise<UploadView> {
    return viewOf(await this.find(caller, id));
  }

  /** The latest first, at most 50. */
  async latest(caller: Caller, kind?: string): Promise<{ items: UploadView[] }> {
    const rows = await this.dataSource.query<UploadRow[]>(
      `SELECT ${UPLOAD} FROM upload WHERE identity IS NOT NULL AND ($1 OR region = $2 OR region LIKE $2 || '.%')
         AND ($3::text IS NULL OR kind = $3) AND ($4::uuid IS NULL OR aggregator = $4)
       ORDER BY id DESC LIMIT 50`,
      [caller.scope === 'any', caller.region, kind ?? null, dataScopeOf(caller).aggregator],
    );
    return { items: rows.map(viewOf) };
  }

  /** Rows in the file's order behind row `after`; `next`: the row to go on behind, absent on the last page. */
  async rows(id: string, { limit, after, state }: RowsQuery): Promise<{ items: RowView[]; next?: number }> {
    const rows = await this.dataSource.query<RowView[]>(
      `SELECT ${ROW} FROM upload_row WHERE upload_id = $1 AND number > $2 AND ($3::text IS NULL OR state = $3)
       ORDER BY number LIMIT $4`,
      [id, after, state ?? null, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.row } : { items };
  }

  /** What has errors, a page at a time: rows that are red, or were refused when they were placed. */
  async wrong(caller: Caller, id: string): Promise<{ upload: UploadToMend; rows: AsyncGenerator<RowView[]> }> {
    return { upload: await this.find(caller, id), rows: this.wrongRows(id) };
  }

  private async *wrongRows(id: string): AsyncGenerator<RowView[]> {
    for (let after = 0; ;) {
      const rows = await this.dataSource.query<RowView[]>(
        `SELECT ${ROW} FROM upload_row WHERE upload_id = $1 AND number > $2
           AND (state = 'red' OR outcome->>'status' = 'refused') ORDER BY number LIMIT 1000`,
        [id, after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)?.row ?? after;
    }
  }

  private async find(caller: Caller, id: string): Promise<UploadRow> {
    const [row] = await this.dataSource.query<UploadRow[]>(
      `SELECT ${UPLOAD} FROM upload
       WHERE id = $1 AND identity IS NOT NULL AND ($2::uuid IS NULL OR aggregator = $2)`,
      [id, dataScopeOf(caller).aggregator],
    );
    if (!row || (caller.scope !== 'any' && !covers(caller.region, row.region))) throw notFound();
    return row;
  }
}

function viewOf({ region: _, delimiter: __, ...view }: UploadRow): UploadView {
  return view;
}
