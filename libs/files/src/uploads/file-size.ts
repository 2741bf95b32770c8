import type { FileRow } from '../spreadsheets/cells.js';
import { LIMITS, tooLarge } from '../spreadsheets/limits.js';

/** Counted before the first row is judged: a file of too much costs a glance, and no room in the database. */
export class FileSize {
  private rows = -1;
  private cells = 0;
  private characters = 0;

  /** @throws PayloadTooLargeException with this row, the headings being the first */
  add(row: FileRow): void {
    this.rows += 1;
    this.cells += row.cells.length;
    this.characters += charactersOf(row);
    if (this.rows > LIMITS.rows) throw tooLarge(`A file has at most ${String(LIMITS.rows)} rows.`);
    if (this.cells > LIMITS.cells) throw tooLarge(`A file has at most ${String(LIMITS.cells)} cells.`);
    if (this.characters > LIMITS.characters) throw tooLarge('The cells of the file hold too much text.');
  }
}

export function charactersOf({ cells }: FileRow): number {
  return cells.reduce((sum, { text }) => sum + text.length, 0);
}
