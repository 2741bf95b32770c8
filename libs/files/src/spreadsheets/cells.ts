/** One cell of a file. A spreadsheet's numbers and dates say what they are; text is read by the declared locale. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'formula';
  /** Number: a decimal with a dot. Date: YYYY-MM-DD. */
  readonly text: string;
}

/** One row of a file; the headings are among them. */
export interface FileRow {
  /** From 1, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** It cannot be read, nor anything behind it. */
  readonly broken?: true;
}

/** `C12`, as a spreadsheet names a cell; `column` from 0. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}
