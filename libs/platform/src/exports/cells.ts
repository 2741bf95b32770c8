import { neutral } from '../spreadsheets/neutral.js';

export type ExportCell = string | number | boolean | Date | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** One row of an export, typed: dates are dates, numbers are numbers, text can do nothing. */
export function cellsOf(item: unknown, paths: readonly string[]): ExportCell[] {
  return paths.map((path) => cellOf(path.split('.').reduce<unknown>(step, item)));
}

function step(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function cellOf(value: unknown): ExportCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  if (typeof value === 'string') return DAY.test(value) || INSTANT.test(value) ? new Date(value) : neutral(value);
  if (Array.isArray(value)) return neutral(value.map((one) => textOf(cellOf(one))).join(' '));
  return neutral(JSON.stringify(value));
}

/** As CSV shows it; a date without a time of day is only a date. */
export function textOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString();
  return isDay(cell) ? text.slice(0, 10) : text;
}

export function isDay(date: Date): boolean {
  return date.getTime() % 86_400_000 === 0;
}
