import { isLocalDate } from '#kernel/local-date.js';
import { escapeFormula } from '../spreadsheets/escape-formula.js';
import { pathOf, typeOf, type Column, type ColumnType } from './column.js';

/** A date with its time of day, or without. */
export interface Moment {
  readonly at: Date;
  readonly isDay: boolean;
}

export type ExportCell = string | number | boolean | Moment | null;

/** One row of an export, by the types of its columns; text can do nothing. */
export function cellsOf(item: unknown, columns: readonly Column[]): ExportCell[] {
  return columns.map((column) => cellOf(pathOf(column).split('.').reduce<unknown>(step, item), typeOf(column)));
}

/** Of a list, the field of each. */
function step(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => step(each, name));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A value that is not what its column says stays text: one odd row does not take everybody's file with it. */
function cellOf(value: unknown, type: ColumnType): ExportCell {
  if (value === null || value === undefined) return null;
  if (type === 'number' && typeof value === 'number') return value;
  if (type === 'yes-no' && typeof value === 'boolean') return value;
  if (type === 'day' && typeof value === 'string' && isLocalDate(value)) return { at: new Date(value), isDay: true };
  if (type === 'instant' && (typeof value === 'string' || value instanceof Date)) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) return { at, isDay: false };
  }
  return escapeFormula(textOf(value));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return JSON.stringify(value);
}

/** As CSV shows it. */
export function csvTextOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  const text = cell.at.toISOString();
  return cell.isDay ? text.slice(0, 10) : text;
}
