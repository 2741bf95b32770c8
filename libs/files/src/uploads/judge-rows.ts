import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Words } from '#kernel/refusals/words.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import type { Caller } from '#platform/access/allow.js';
import { cellName, type Cell, type FileRow } from '../spreadsheets/cells.js';
import { Repetitions, ROW_REPEATED } from './repetitions.js';
import { RowReader, type RowFault } from './row-reader.js';
import type { RowToCheck, UploadKind } from './upload-kind.js';
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
  /** Null for a row that cannot be placed, and for a kind that does not say it. */
  readonly meaning: string | null;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
  readonly body: object | null;
}

export interface FileOfRows {
  /** Of the upload. */
  readonly id: string;
  readonly locale: NumberLocale | undefined;
  readonly headings: readonly string[];
  readonly fields: readonly (string | null)[];
  /** Of the amounts, where their headings say it. */
  readonly unit: string | null;
}

/** Rows as they were judged; `first`: earlier rows that one of these is exactly like. */
export interface Judged {
  readonly rows: readonly JudgedRow[];
  readonly first: readonly JudgedFirst[];
}

/** An earlier row that has to be looked at after all. */
export interface JudgedFirst {
  readonly number: number;
  readonly faults: readonly CellFault[];
}

/** Judges the rows of one file, in order: each by itself, against those before it, and against what stands. */
export class JudgeRows {
  private readonly repetitions = new Repetitions();

  constructor(
    private readonly caller: Caller,
    private readonly file: FileOfRows,
    private readonly kind: UploadKind,
  ) {}

  /** @param rows up to 500, in the file's order */
  async judge(rows: readonly FileRow[]): Promise<Judged> {
    const read = rows.map(({ cells }) => {
      const reader = new RowReader(this.file, cells);
      return { ...this.kind.read(reader), known: reader.faults, rewritten: reader.rewritten };
    });
    const checked = await this.kind.check(this.caller, read);
    const compared = rows.map((row, index): Compared => {
      const { key, known } = read[index] as RowToCheck<string>;
      const { body = {}, faults = [], meaning } = checked[index] ?? {};
      const all: RowFault<string>[] = row.broken ? [{ code: 'ROW_BROKEN' }] : [...known, ...faults];
      const isGood = all.every(({ amber }) => amber);
      const repetition = isGood ? this.repetitions.compare({ number: row.number, key, meaning, body }) : {};
      const { rewritten = new Map() } = read[index] ?? {};
      return { row, key, rewritten, body, faults: all, ...repetition, fault: repetition.fault };
    });
    const standing = await this.standing(compared);
    const first = new Set(compared.flatMap((row) => (row.first === undefined ? [] : [row.first])));
    const numbers = new Set(rows.map(({ number }) => number));
    return {
      rows: compared.map((row) => this.sum(row, first, standing)),
      first: [...first]
        .filter((number) => !numbers.has(number))
        .map((number) => ({ number, faults: [this.told(number, ROW_REPEATED)] })),
    };
  }

  private async standing(rows: readonly Compared[]): Promise<ReadonlyMap<string, Words>> {
    const meanings = rows.map(({ meaning }) => meaning).filter((meaning) => meaning !== undefined);
    if (meanings.length === 0 || !this.kind.standing) return new Map();
    return this.kind.standing(meanings);
  }

  private sum(compared: Compared, first: ReadonlySet<number>, standing: ReadonlyMap<string, Words>): JudgedRow {
    const { row, key, meaning, body, rewritten } = compared;
    const faults = [...compared.faults];
    const said = meaning === undefined ? undefined : standing.get(meaning);
    if (said) faults.push({ code: 'ALREADY_EXISTS', said, amber: true });
    else if (compared.fault) faults.push(compared.fault);
    else if (first.has(row.number)) faults.push(ROW_REPEATED);
    const isWrong = faults.some(({ amber }) => !amber);
    return {
      number: row.number,
      cells: row.cells.map((cell, index) => rewritten.get(index) ?? this.written(cell, index)),
      state: isWrong ? 'red' : faults.length > 0 ? 'amber' : 'green',
      // A row without a key is known by its place in its upload.
      key: key === undefined || row.broken ? `${this.file.id}:${String(row.number)}` : `key:${key}`,
      meaning: isWrong ? null : (meaning ?? null),
      faults: faults.map((fault) => this.told(row.number, fault)),
      body: isWrong ? null : body,
    };
  }

  /** As whoever sent the file writes it: so it is shown, and given back to be mended. */
  private written({ kind, text }: Cell, column: number): string {
    const { fields, locale } = this.file;
    const isFigure = kind === 'number' && this.kind.columns.figures.includes(fields[column] ?? '');
    return isFigure && locale === 'id-ID' ? text.replace('.', ',') : text;
  }

  private told(number: number, fault: RowFault<string>): CellFault {
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

/** A row beside those before it. */
interface Compared {
  readonly row: FileRow;
  readonly key: string | undefined;
  readonly rewritten: ReadonlyMap<number, string>;
  readonly meaning?: string;
  readonly body: object;
  /** By itself. */
  readonly faults: readonly RowFault<string>[];
  /** Beside the others. */
  readonly fault: RowFault<string> | undefined;
  readonly first?: number;
}
