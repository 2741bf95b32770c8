import { DomainError } from '#kernel/domain-error.js';
import { unambiguous } from '#kernel/localized-decimal.js';
import { columnOf, type Cell, type FileRow, type Merge } from './cells.js';
import { LIMITS, tooLarge } from './limits.js';
import { MergedCells } from './merged-cells.js';
import type { Shown } from './number-formats.js';
import { unescaped } from './shared-strings.js';
import { unreadable, type XmlHandler } from './xlsx-parts.js';

const DAY_MS = 86_400_000;
/** The last row of a sheet, of ECMA-376. */
const LAST_ROW = 1_048_576;
const EMPTY: Cell = { kind: 'text', text: '' };

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By number of a cell's style. */
  readonly shown: readonly Shown[];
  /** Days from 1970-01-01 to the workbook's day 0. */
  readonly firstDay: number;
}

/** Gathers the rows of a sheet as its tags come. */
export class SheetRows implements XmlHandler {
  /** Merged cells are named behind the rows: known when all of them were read once. */
  readonly found: Merge[] = [];
  private readonly merged: MergedCells;
  private rows: FileRow[] = [];
  private number = 0;
  private isHidden = false;
  private cells: Cell[] = [];
  private characters = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isFormula = false;
  private inValue = false;
  private inPhonetic = false;

  /** @param merges as an earlier reading of the same sheet has found them */
  constructor(
    private readonly context: SheetContext,
    merges: readonly Merge[],
  ) {
    this.merged = new MergedCells(merges);
  }

  take(): FileRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { r, t = 'n', s = '0', ref } = attributes;
    if (name === 'row') {
      this.number = this.next(r);
      this.isHidden = isTrue(attributes['hidden']) || attributes['ht'] === '0';
      this.cells = [];
      this.characters = 0;
      this.column = -1;
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.type = t;
      this.style = Number(s);
      this.value = '';
      this.isFormula = false;
    } else if (name === 'f') {
      this.isFormula = true;
    } else if (name === 'mergeCell' && ref !== undefined) {
      this.addMerge(ref);
    } else if (name === 'rPh') {
      this.inPhonetic = true;
    }
    this.inValue = !this.inPhonetic && (name === 'v' || name === 't');
  }

  text(text: string): void {
    if (this.inValue && this.value.length < LIMITS.cellCharacters) this.value += text;
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 'c' && this.column < LIMITS.columns && (this.value !== '' || this.isFormula)) {
      while (this.cells.length < this.column) this.cells.push(EMPTY);
      const cell = this.cell();
      this.characters += cell.text.length;
      if (this.characters > LIMITS.rowCharacters) throw new DomainError('TOO_LARGE.row', { n: this.number });
      this.cells[this.column] = cell;
    } else if (name === 'row' && this.cells.some(({ text }) => text.trim() !== '')) {
      const cells = this.merged.fill(this.number, this.cells);
      this.rows.push({ number: this.number, cells, ...(this.isHidden ? { hidden: true } : {}) });
    }
  }

  /** Rows go upwards, so that each has a number of its own; one that is empty may be left out. */
  private next(r: string | undefined): number {
    const number = r === undefined ? this.number + 1 : Number(r);
    if (Number.isInteger(number) && number > this.number && number <= LAST_ROW) return number;
    throw unreadable();
  }

  private addMerge(ref: string): void {
    const [first = '', last = first] = ref.split(':');
    const [top, bottom] = [rowOf(first), rowOf(last)];
    if (!(bottom > top)) return;
    if (this.found.length === LIMITS.merges) throw tooLarge();
    this.found.push({ column: columnOf(first), top, bottom });
  }

  private cell(): Cell {
    if (this.isFormula && this.value === '') return { kind: 'formula', text: '=' };
    return this.isFormula ? { ...this.plain(), formula: true } : this.plain();
  }

  private plain(): Cell {
    const { value, type } = this;
    if (type === 's') return { kind: 'text', text: this.context.strings[Number(value)] ?? '' };
    if (type === 'd') return { kind: 'date', text: value.slice(0, 10) };
    if (type === 'b') return { kind: 'boolean', text: isTrue(value) ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { kind: 'error', text: value };
    return type === 'n' ? this.numeric(Number(value)) : { kind: 'text', text: unescaped(value) };
  }

  private numeric(number: number): Cell {
    const shown = this.context.shown[this.style];
    if (shown === 'date') {
      const at = new Date((Math.floor(number) + this.context.firstDay) * DAY_MS);
      return Number.isNaN(at.getTime()) ? this.asText() : { kind: 'date', text: at.toISOString().slice(0, 10) };
    }
    if (shown === 'time' && number >= 0 && number < 1) {
      return { kind: 'time', text: new Date(Math.round(number * DAY_MS)).toISOString().slice(11, 16) };
    }
    // A spreadsheet shows 15 digits: what lies behind them is the noise of its sums.
    const decimal = String(Number(number.toPrecision(15)));
    // Longer ones have lost digits, whatever is shown of them.
    if (typeof shown === 'number' && /^\d{1,15}$/.test(decimal)) {
      return { kind: 'text', text: decimal.padStart(shown, '0') };
    }
    return /^\d+(\.\d+)?$/.test(decimal) ? { kind: 'number', text: unambiguous(decimal) } : this.asText();
  }

  private asText(): Cell {
    return { kind: 'text', text: this.value };
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? Number.NaN);
}
