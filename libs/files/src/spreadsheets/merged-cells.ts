import type { Cell, Merge } from './cells.js';

const EMPTY: Cell = { kind: 'text', text: '' };

/** Gives the rows of merged cells what the first of them says. Rows come from top to bottom. */
export class MergedCells {
  private readonly waiting: Merge[];
  private open: { readonly merge: Merge; readonly cell: Cell }[] = [];

  constructor(merges: readonly Merge[]) {
    this.waiting = [...merges].sort((one, other) => other.top - one.top);
  }

  /** @param cells of a row that says something by itself */
  fill(number: number, cells: readonly Cell[]): readonly Cell[] {
    this.open = this.open.filter(({ merge }) => merge.bottom >= number);
    const filled = this.open.length === 0 ? cells : [...cells];
    if (filled !== cells) for (const { merge, cell } of this.open) carry(filled as Cell[], merge.column, cell);
    for (let next = this.waiting.at(-1); next && next.top <= number; next = this.waiting.at(-1)) {
      this.waiting.pop();
      const cell = cells[next.column];
      // Its first row is empty, or was passed over with all that it says.
      if (next.top === number && cell && cell.text !== '') this.open.push({ merge: next, cell });
    }
    return filled;
  }
}

function carry(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length <= column) cells.push(EMPTY);
  if (cells[column]?.text === '') cells[column] = { ...cell, merged: true };
}
