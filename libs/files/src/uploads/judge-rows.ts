import { createHash } from 'node:crypto';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import type { Caller } from '#platform/access/allow.js';
import { cellName, type FileRow } from '../spreadsheets/cells.js';
import { RowReader, type RowFault } from './row-reader.js';
import type { ReadRow, UploadKind } from './upload-kind.js';
import { cellMessage } from './cell-messages.js';

/** What is wrong with a row, and in which cell; null: with the row as a whole. */
export interface CellFault {
  readonly cell: string | null;
  readonly heading: string | null;
  readonly code: ErrorCode;
  /** In the language of the file. */
  readonly message: string;
  readonly messages: { readonly id: string; readonly en: string };
}

/** green: can be placed; amber: can be placed, but look at it; red: cannot. */
export type RowState = 'green' | 'amber' | 'red';

export interface JudgedRow {
  readonly number: number;
  readonly state: RowState;
  readonly key: string;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
  readonly body: object | null;
}

export interface FileOfRows {
  readonly contentHash: string;
  readonly locale: NumberLocale | undefined;
  readonly headings: readonly string[];
  readonly fields: readonly (string | null)[];
}

/** Judges the rows of one file, in order: each by itself, and against those before it. */
export class JudgeRows {
  private readonly byKey = new Map<string, string>();
  private readonly contents = new Set<string>();

  constructor(
    private readonly caller: Caller,
    private readonly file: FileOfRows,
    private readonly kind: UploadKind,
  ) {}

  /** @param rows up to 500, in the file's order */
  async judge(rows: readonly FileRow[]): Promise<JudgedRow[]> {
    const { fields, locale } = this.file;
    const read = rows.map(({ cells }) => {
      const reader = new RowReader(fields, cells, locale);
      return { ...this.kind.read(reader), known: reader.faults };
    });
    const checked = await this.kind.check(this.caller, read);
    return rows.map((row, index) => {
      const { key, known } = read[index] as ReadRow & { known: readonly RowFault<string>[] };
      const { body = {}, faults = [] } = checked[index] ?? {};
      const broken: RowFault<string>[] = row.broken ? [{ code: 'ROW_BROKEN' }] : [...known, ...faults];
      return this.sum(row, key, body, broken);
    });
  }

  private sum(row: FileRow, key: string | undefined, body: object, wrong: readonly RowFault<string>[]): JudgedRow {
    const warnings = wrong.length > 0 ? [] : this.compare(key, body);
    const isWrong = wrong.length > 0 || warnings.some(({ code }) => code === 'KEY_REUSED');
    return {
      number: row.number,
      cells: row.cells.map(({ text }) => text),
      state: isWrong ? 'red' : warnings.length > 0 ? 'amber' : 'green',
      // A row without a key is known by its place in its file.
      key: key === undefined || row.broken ? `${this.file.contentHash}:${String(row.number)}` : `key:${key}`,
      faults: [...wrong, ...warnings].map((fault) => this.told(row, fault)),
      body: isWrong ? null : body,
    };
  }

  /** Hashes are kept and not the rows: a file has a hundred thousand of them. */
  private compare(key: string | undefined, body: object): RowFault<string>[] {
    const content = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
    if (key !== undefined) {
      const earlier = this.byKey.get(key);
      this.byKey.set(key, earlier ?? content);
      if (earlier === undefined) return [];
      return [{ field: 'key', code: earlier === content ? 'KEY_REPEATED' : 'KEY_REUSED' }];
    }
    if (this.contents.has(content)) return [{ code: 'ROW_REPEATED' }];
    this.contents.add(content);
    return [];
  }

  private told({ number }: FileRow, fault: RowFault<string>): CellFault {
    const { field, code } = fault;
    const { fields, headings, locale } = this.file;
    const column = field === undefined ? -1 : fields.indexOf(field);
    return {
      cell: column === -1 ? null : cellName(column, number),
      heading: headings[column] ?? null,
      code,
      message: cellMessage(this.kind.columns, locale, fault),
      messages: {
        id: cellMessage(this.kind.columns, 'id-ID', fault),
        en: cellMessage(this.kind.columns, 'en', fault),
      },
    };
  }
}
