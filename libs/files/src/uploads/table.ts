import { noteOf, type FileNote } from '#kernel/refusals/file-notes.js';
import { DomainError } from '#kernel/domain-error.js';
import { cellName, type Cell, type FileRow } from '../spreadsheets/cells.js';
import type { ColumnChoice } from './column-choice.js';
import { findColumns, namedRequired, readColumns, type Columns, type FoundColumns } from './columns.js';
import { headingKey, plainText } from './headings.js';
import { PassedRows } from './passed-rows.js';

/** Rows above the headings: a letterhead, a title, a date. */
const MOST_ABOVE = 40;

/** The table in a sheet: its headings, and the rows below them that say something. */
export interface FileTable<Field extends string> extends FoundColumns<Field> {
  readonly headings: readonly string[];
  /** What was passed over is told when all rows were read. */
  readonly rows: AsyncGenerator<FileRow>;
  /** @returns what the sender has to know of the table as a whole */
  notes(): FileNote[];
}

/**
 * Finds the headings, below a letterhead if there is one, and passes over what is no row of the table: hidden rows, totals,
 * notes, signatures.
 *
 * @param rows of the sheet; ended with the table
 * @throws DomainError FILE_UNREADABLE for a sheet without rows; as findColumns for headings that cannot be read
 */
export async function findTable<Field extends string>(
  rows: AsyncGenerator<FileRow, unknown>,
  columns: Columns<Field>,
  choice: ColumnChoice,
): Promise<FileTable<Field>> {
  const above = await headingRow(rows, columns, choice);
  const headings = headingsOf(above);
  const found = findColumns(columns, headings, choice);
  const said = saidInEveryRow(columns, found, choice);
  const passed = new PassedRows(columns, found.fields, headings);
  const seen = { fields: found.fields, headings, unnamed: new Set<number>() };
  async function* table(): AsyncGenerator<FileRow> {
    try {
      for await (const row of rows) {
        if (!row.broken && passed.passes(row)) continue;
        const cells = row.cells.map((cell, index) => kept(cell, index, seen));
        yield said.length === 0 ? { ...row, cells } : { ...row, cells: withSaid(cells, headings.length, said) };
      }
    } finally {
      await rows.return(undefined);
    }
  }
  return {
    ...found,
    fields: [...found.fields, ...said.map(({ field }) => field)],
    headings: [...headings, ...said.map(({ heading }) => heading)],
    rows: table(),
    notes: () => [
      ...(above.number > 1 ? [noteOf('headings-row', { row: above.number })] : []),
      ...(found.passedOver.length > 0 ? [noteOf('columns-passed-over', { names: listed(found.passedOver) })] : []),
      ...(seen.unnamed.size > 0 ? [noteOf('columns-unnamed', { names: listed([...seen.unnamed].map(letterOf)) })] : []),
      ...chosenNotes(columns, headings, { choice, said }),
      ...(found.unit === null ? [] : [noteOf('unit-heading', { unit: found.unit })]),
      ...passed.notes(),
    ],
  };
}

/** The headings of a row of headings. */
export function headingsOf({ cells }: FileRow): string[] {
  return cells.map(({ text }) => text.slice(0, 500));
}

/**
 * The first row that names all that must be there; else the one that names most, of which is told what it lacks; among
 * rows that name as much, the one with most in it: a letterhead has little.
 *
 * @throws DomainError FILE_UNREADABLE for a sheet without rows
 */
export async function headingRow<Field extends string>(
  rows: AsyncGenerator<FileRow, unknown>,
  columns: Columns<Field>,
  choice: ColumnChoice,
): Promise<FileRow> {
  let best: { readonly row: FileRow; readonly named: number; readonly filled: number } | undefined;
  for (let count = 0; count < MOST_ABOVE; count += 1) {
    const next = await rows.next();
    if (next.done) break;
    const row = next.value;
    if (row.hidden) continue;
    const headings = headingsOf(row);
    const { named, lacking } = namedRequired(columns, headings, choice);
    const filled = headings.filter((heading) => plainText(heading) !== '').length;
    if (!best || named > best.named || (named === best.named && filled > best.filled)) best = { row, named, filled };
    // All of them, or all but a unit that stands in the heading of the amount.
    const isWhole = (): boolean => readColumns(columns, headings, choice).faults.length === 0;
    if ((lacking === 0 && named > 0) || (lacking === 1 && named >= 2 && isWhole())) return row;
  }
  if (!best) throw new DomainError('FILE_UNREADABLE.empty');
  return best.row;
}

/** A column that the file does not have: what its sender says of every row. */
interface SaidColumn<Field extends string> {
  readonly field: Field;
  readonly heading: string;
  readonly text: string;
}

/** Of a field that has a column, the column says it. */
function saidInEveryRow<Field extends string>(
  columns: Columns<Field>,
  { fields }: FoundColumns<Field>,
  { values }: ColumnChoice,
): SaidColumn<Field>[] {
  return [...values].flatMap(([name, text]) => {
    const field = name as Field;
    return fields.includes(field) ? [] : [{ field, heading: columns.headings[field][0] ?? name, text }];
  });
}

/** As if the file had these columns: so they are shown, judged, and given back to be mended. */
function withSaid(cells: readonly Cell[], width: number, said: readonly SaidColumn<string>[]): Cell[] {
  const own = Array.from({ length: width }, (_, index): Cell => cells[index] ?? { kind: 'text', text: '' });
  return [...own, ...said.map(({ text }): Cell => ({ kind: 'text', text })), ...cells.slice(width)];
}

function chosenNotes<Field extends string>(
  columns: Columns<Field>,
  headings: readonly string[],
  { choice, said }: { readonly choice: ColumnChoice; readonly said: readonly SaidColumn<Field>[] },
): FileNote[] {
  const chosen = headings.flatMap((heading) => {
    const field = choice.columns.get(headingKey(heading));
    if (field === undefined || field === null || !Object.hasOwn(columns.headings, field)) return [];
    return [`${plainText(heading)} → ${columns.headings[field as Field][0] ?? field}`];
  });
  const values = said.map(({ heading, text }) => `${heading} = ${text}`);
  return [
    ...(chosen.length > 0 ? [noteOf('columns-chosen', { names: listed(chosen) })] : []),
    ...(values.length > 0 ? [noteOf('values-said', { names: listed(values) })] : []),
  ];
}

/** What nobody asked for is not kept: lists of offices hold numbers of identity cards and telephones. */
function kept(
  cell: Cell,
  index: number,
  {
    fields,
    headings,
    unnamed,
  }: {
    readonly fields: readonly (string | null)[];
    readonly headings: readonly string[];
    readonly unnamed: Set<number>;
  },
): Cell {
  if (index >= fields.length || fields[index] !== null || cell.text === '') return cell;
  if (plainText(headings[index] ?? '') === '' && plainText(cell.text) !== '') unnamed.add(index);
  return { kind: 'text', text: '' };
}

function letterOf(column: number): string {
  return cellName(column, 1).replace(/\d+$/, '');
}

/** At most twenty of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => name.slice(0, 60));
  return `${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}
