import { createHash } from 'node:crypto';
import { DomainError } from '#kernel/domain-error.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import type { Caller } from '#platform/access/allow.js';
import { validate } from '#platform/http/validate.js';
import { PlaceOrderDto } from '../orders/order.dto.js';
import type { ReadOrder } from '../orders/read-order.js';
import { cellName, type FileRow } from './cells.js';
import type { Field } from './columns.js';
import { fieldAt, rowOrder, type RowFault } from './row-order.js';
import { say } from './words.js';

/** What is wrong with a row, and in which cell; null: with the row as a whole. */
export interface CellFault {
  readonly cell: string | null;
  readonly heading: string | null;
  readonly code: string;
  /** In the language of the file. */
  readonly message: string;
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
  readonly fields: readonly (Field | null)[];
}

/** Judges the rows of one file, in order: each by itself, and against those before it. */
export class JudgeRows {
  private readonly byKey = new Map<string, string>();
  private readonly contents = new Set<string>();

  constructor(
    private readonly caller: Caller,
    private readonly file: FileOfRows,
    private readonly orders: ReadOrder,
  ) {}

  async judge(row: FileRow): Promise<JudgedRow> {
    const { file } = this;
    const asRead = { number: row.number, cells: row.cells.map(({ text }) => text) };
    // A row without a key is known by its place in its file.
    const ownKey = `${file.contentHash}:${String(row.number)}`;
    if (row.broken)
      return { ...asRead, state: 'red', key: ownKey, body: null, faults: [this.told(row, { code: 'ROW_BROKEN' })] };
    const { key, body, faults } = rowOrder(file.fields, row.cells, file.locale);
    const wrong = [...faults, ...(await this.faultsOf(body, faults))];
    const named = key === undefined ? ownKey : `key:${key}`;
    const warnings = wrong.length > 0 ? [] : this.compare(key, body);
    const found = [...wrong, ...warnings];
    const isWrong = wrong.length > 0 || warnings.some(({ code }) => code === 'KEY_REUSED');
    return {
      ...asRead,
      state: isWrong ? 'red' : warnings.length > 0 ? 'amber' : 'green',
      key: named,
      faults: found.map((fault) => this.told(row, fault)),
      body: isWrong ? null : body,
    };
  }

  /** By the rules of every order, of shape and then of what is known today. */
  private async faultsOf(body: object, known: readonly RowFault[]): Promise<RowFault[]> {
    try {
      const order = await validate(PlaceOrderDto, body);
      if (known.length === 0) await this.orders.read(this.caller, order);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, faults } = error;
      if (faults.length === 0) return [code === 'ORIGIN_REQUIRED' ? { field: 'origin', code } : { code }];
      const fields = new Set(faults.map(({ pointer }) => fieldAt(pointer)));
      for (const { field } of known) fields.delete(field);
      return [...fields].map((field) => (field === undefined ? { code } : { field, code }));
    }
  }

  private compare(key: string | undefined, body: object): RowFault[] {
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

  private told({ number }: FileRow, { field, code }: RowFault): CellFault {
    const { fields, headings, locale } = this.file;
    const column = field === undefined ? -1 : fields.indexOf(field);
    return {
      cell: column === -1 ? null : cellName(column, number),
      heading: headings[column] ?? null,
      code,
      message: say(locale, code, field),
    };
  }
}
