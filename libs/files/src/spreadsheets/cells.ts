/** One cell of a file. A spreadsheet's numbers and dates say what they are; text is read by the declared locale. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'time' | 'boolean' | 'error' | 'formula';
  /**
   * Number: a decimal with a dot. Date: YYYY-MM-DD. Time: HH:MM. Boolean: TRUE or FALSE. Error: what it shows. Formula: one
   * of which nobody knows what it shows.
   */
  readonly text: string;
  /** What a formula showed when the file was saved. */
  readonly formula?: true;
  /** Stands in cells merged with those above it. */
  readonly merged?: true;
}

/** One row of a file; the headings are among them. */
export interface FileRow {
  /** From 1, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** By a filter, or by hand: whoever sent it did not see it. */
  readonly hidden?: true;
  /** It cannot be read, nor anything behind it. */
  readonly broken?: true;
}

/** Cells merged from top to bottom, of which only the first one has a value. */
export interface Merge {
  /** From 0. */
  readonly column: number;
  /** Numbers of rows. */
  readonly top: number;
  readonly bottom: number;
}

/** `C12`, as a spreadsheet names a cell; `column` from 0. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}

/** From 0. @param reference `C12`, `$C$12` */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase() ?? 'A') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}
