import { noteOf, type FileNote } from '#kernel/refusals/file-notes.js';
import { DomainError } from '#kernel/domain-error.js';
import { cellName, type Cell, type FileRow } from '../spreadsheets/cells.js';
import { findColumns, namedRequired, type Columns, type FoundColumns } from './columns.js';
import { plainText } from './headings.js';
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
): Promise<FileTable<Field>> {
  const above = await headingRow(rows, columns);
  const headings = above.cells.map(({ text }) => text.slice(0, 500));
  const found = findColumns(columns, headings);
  const passed = new PassedRows(columns, found.fields, headings);
  const seen = { fields: found.fields, headings, unnamed: new Set<number>() };
  async function* table(): AsyncGenerator<FileRow> {
    try {
      for await (const row of rows) {
        if (!row.broken && passed.passes(row)) continue;
        yield { ...row, cells: row.cells.map((cell, index) => kept(cell, index, seen)) };
      }
    } finally {
      await rows.return(undefined);
    }
  }
  return {
    ...found,
    headings,
    rows: table(),
    notes: () => [
      ...(above.number > 1 ? [noteOf('headings-row', { row: above.number })] : []),
      ...(found.passedOver.length > 0 ? [noteOf('columns-passed-over', { names: listed(found.passedOver) })] : []),
      ...(seen.unnamed.size > 0 ? [noteOf('columns-unnamed', { names: listed([...seen.unnamed].map(letterOf)) })] : []),
      ...(found.unit === null ? [] : [noteOf('unit-heading', { unit: found.unit })]),
      ...passed.notes(),
    ],
  };
}

/** The first row that names all that must be there; else the one that names most, of which is told what it lacks. */
async function headingRow<Field extends string>(
  rows: AsyncGenerator<FileRow, unknown>,
  columns: Columns<Field>,
): Promise<FileRow> {
  let best: { readonly row: FileRow; readonly named: number } | undefined;
  for (let count = 0; count < MOST_ABOVE; count += 1) {
    const next = await rows.next();
    if (next.done) break;
    const row = next.value;
    if (row.hidden) continue;
    const named = namedRequired(
      columns,
      row.cells.map(({ text }) => text.slice(0, 500)),
    );
    if (!best || named > best.named) best = { row, named };
    // All of them, or all but a unit that stands in the heading of the amount.
    const lacking = columns.required.length - named;
    if (lacking === 0 || (lacking === 1 && named >= 2 && isWhole(row, columns))) return row;
  }
  if (!best) throw new DomainError('FILE_UNREADABLE.empty');
  return best.row;
}

function isWhole<Field extends string>({ cells }: FileRow, columns: Columns<Field>): boolean {
  try {
    findColumns(
      columns,
      cells.map(({ text }) => text),
    );
    return true;
  } catch {
    return false;
  }
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
