import { DomainError } from '#kernel/domain-error.js';

/** What a file of 32 MiB may unpack to. A hundred thousand rows of twenty well-filled cells stay below each of them. */
export const LIMITS = {
  rows: 100_000,
  cells: 2_000_000,
  /** In all cells; a workbook may name one text in every cell. */
  characters: 32 * 1024 * 1024,
  rowCharacters: 64 * 1024,
  cellCharacters: 2_000,
  /** Columns behind these are nobody's. */
  columns: 200,
  sharedStrings: 1_000_000,
  /** A text takes room beyond its characters. */
  sharedStringsBytes: 32 * 1024 * 1024,
  /** Cells merged from top to bottom. */
  merges: 50_000,
  sheets: 500,
  /** More than a spreadsheet program lets a workbook have. */
  styles: 65_536,
  /** Of one XML tag, and of tags inside one another: a workbook needs a dozen. */
  attributes: 100,
  depth: 32,
  /** Unpacked sizes that a part may say of itself; the unpacking holds it to its word. */
  sheetBytes: 192 * 1024 * 1024,
  stringsBytes: 48 * 1024 * 1024,
  otherPartBytes: 8 * 1024 * 1024,
  parts: 1_000,
} as const;

export function tooLarge(): DomainError {
  return new DomainError('TOO_LARGE.sheet');
}
