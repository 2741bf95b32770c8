import { DomainError } from '#kernel/domain-error.js';
import type { FileRow } from '../spreadsheets/cells.js';
import { LIMITS } from '../spreadsheets/limits.js';

/** Counted before the first row is judged: a file of too much costs a glance, and no room in the database. */
export class FileSize {
  private rows = -1;
  private cells = 0;
  private characters = 0;

  /** @throws DomainError TOO_LARGE with this row, the headings being the first */
  add(row: FileRow): void {
    this.rows += 1;
    this.cells += row.cells.length;
    this.characters += charactersOf(row);
    if (this.rows > LIMITS.rows) throw new DomainError('TOO_LARGE.rows', { n: LIMITS.rows });
    if (this.cells > LIMITS.cells) throw new DomainError('TOO_LARGE.cells', { n: LIMITS.cells });
    if (this.characters > LIMITS.characters) throw new DomainError('TOO_LARGE.text');
  }
}

export function charactersOf({ cells }: FileRow): number {
  return cells.reduce((sum, { text }) => sum + text.length, 0);
}
