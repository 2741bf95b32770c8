import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Column } from './column.js';

export const EXPORTS = 'serap:exports';

export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Exclude<ExportFormat, 'json'>, string>;

export interface ExportPlan {
  /** Name of the file, without its ending. */
  readonly file: string;
  /** Field of the answer that holds the rows. Default: `items`. */
  readonly list?: string;
  /** A list inside each item, whose entries are the rows; the item itself is their `of`. */
  readonly each?: string;
  /** Headings, each with the field of a row that stands below it, and what it holds. */
  readonly columns: Readonly<Record<string, Column>>;
}

/**
 * Lets a list be had as a file too: `?format=csv` or `?format=xlsx` gives all of its pages under the same filter. The
 * handler answers one page as ever. docs/decisions/0016-exports.md
 */
export const Exports = (plan: ExportPlan): CustomDecorator => SetMetadata(EXPORTS, plan);
