import { DomainError } from '#kernel/domain-error.js';
import { unambiguous } from '#kernel/localized-decimal.js';
import type { Cell, FileRow } from './cells.js';
import { LIMITS, tooLarge } from './limits.js';
import { SharedStrings } from './shared-strings.js';
import { unreadable, XlsxParts, type XmlHandler } from './xlsx-parts.js';

const DAY_MS = 86_400_000;
/** The last row of a sheet, of ECMA-376. */
const LAST_ROW = 1_048_576;
/** Formats of ECMA-376 §18.8.30 that show a date. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const EMPTY: Cell = { kind: 'text', text: '' };

interface Workbook {
  readonly sheet: string;
  /** Days from 1970-01-01 to the workbook's day 0. */
  readonly firstDay: number;
}

/**
 * Reads the first sheet of an XLSX file row by row; only the texts that its cells share are held in memory.
 *
 * @throws DomainError FILE_UNREADABLE, UNSUPPORTED_MEDIA_TYPE (macros), TOO_LARGE
 */
export async function* readXlsx(path: string): AsyncGenerator<FileRow> {
  const parts = await XlsxParts.open(path);
  try {
    const workbook = await readWorkbook(parts);
    const strings = await readStrings(parts);
    const isDate = await readDateStyles(parts);
    const rows = new SheetRows(strings, isDate, workbook.firstDay);
    for await (const _ of parts.read(workbook.sheet, rows, LIMITS.sheetBytes)) yield* rows.take();
    yield* rows.take();
  } finally {
    parts.close();
  }
}

async function readWhole(parts: XlsxParts, name: string, open: XmlHandler['open']): Promise<void> {
  await readAll(parts, name, { open, text: () => undefined, close: () => undefined });
}

async function readAll(
  parts: XlsxParts,
  name: string,
  handler: XmlHandler,
  maxBytes: number = LIMITS.otherPartBytes,
): Promise<void> {
  for await (const _ of parts.read(name, handler, maxBytes));
}

async function readWorkbook(parts: XlsxParts): Promise<Workbook> {
  let relation: string | undefined;
  let firstDay = -25_569;
  await readWhole(parts, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'sheet') relation ??= attributes['r:id'];
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) firstDay = -24_107;
  });
  let sheet: string | undefined;
  await readWhole(parts, 'xl/_rels/workbook.xml.rels', (name, { Id, Target = '' }) => {
    if (name === 'Relationship' && Id === relation) sheet = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
  });
  if (sheet === undefined) throw unreadable();
  return { sheet, firstDay };
}

async function readStrings(parts: XlsxParts): Promise<readonly string[]> {
  const strings = new SharedStrings();
  if (parts.has('xl/sharedStrings.xml')) await readAll(parts, 'xl/sharedStrings.xml', strings, LIMITS.stringsBytes);
  return strings.texts;
}

/** By number of a cell's style: whether it shows a number as a date. */
async function readDateStyles(parts: XlsxParts): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!parts.has('xl/styles.xml')) return styles;
  const custom = new Map<string, boolean>();
  let inCells = false;
  await readAll(parts, 'xl/styles.xml', {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') custom.set(numFmtId, /[dy]/i.test(formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')));
      if (name === 'cellXfs') inCells = true;
      if (custom.size > LIMITS.styles || styles.length > LIMITS.styles) throw tooLarge();
      if (name === 'xf' && inCells) styles.push(custom.get(numFmtId) ?? DATE_FORMATS.has(Number(numFmtId)));
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Gathers the rows of a sheet as its tags come. */
class SheetRows implements XmlHandler {
  private rows: FileRow[] = [];
  private number = 0;
  private cells: Cell[] = [];
  private characters = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isFormula = false;
  private inValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly isDate: readonly boolean[],
    private readonly firstDay: number,
  ) {}

  take(): FileRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, { r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.number = this.next(r);
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
    }
    this.inValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.inValue && this.value.length < LIMITS.cellCharacters) this.value += text;
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'c' && this.column < LIMITS.columns && (this.value !== '' || this.isFormula)) {
      while (this.cells.length < this.column) this.cells.push(EMPTY);
      const cell = this.cell();
      this.characters += cell.text.length;
      if (this.characters > LIMITS.rowCharacters) throw new DomainError('TOO_LARGE.row', { n: this.number });
      this.cells[this.column] = cell;
    } else if (name === 'row' && this.cells.some(({ text }) => text.trim() !== '')) {
      this.rows.push({ number: this.number, cells: this.cells });
    }
  }

  /** Rows go upwards, so that each has a number of its own; one that is empty may be left out. */
  private next(r: string | undefined): number {
    const number = r === undefined ? this.number + 1 : Number(r);
    if (Number.isInteger(number) && number > this.number && number <= LAST_ROW) return number;
    throw unreadable();
  }

  private cell(): Cell {
    if (this.isFormula) return { kind: 'formula', text: `=${this.value}` };
    if (this.type === 's') return { kind: 'text', text: this.strings[Number(this.value)] ?? '' };
    if (this.type === 'd') return { kind: 'date', text: this.value.slice(0, 10) };
    if (this.type !== 'n') return { kind: 'text', text: this.value };
    const number = Number(this.value);
    if (this.isDate[this.style] === true) {
      const at = new Date((Math.floor(number) + this.firstDay) * DAY_MS);
      return Number.isNaN(at.getTime())
        ? { kind: 'text', text: this.value }
        : { kind: 'date', text: at.toISOString().slice(0, 10) };
    }
    const decimal = String(number);
    return /^\d+(\.\d+)?$/.test(decimal)
      ? { kind: 'number', text: unambiguous(decimal) }
      : { kind: 'text', text: this.value };
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
