import { columnsOf, type FieldOf } from '#files/uploads/columns.js';
import { NO_CHOICE, type ColumnChoice } from '#files/uploads/column-choice.js';
import { JudgeRows, type JudgedRow } from '#files/uploads/judge-rows.js';
import { findTable } from '#files/uploads/table.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
import type { CheckedRow, UploadKind } from '#files/uploads/upload-kind.js';
import type { FileRow } from '#files/spreadsheets/cells.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';

const wanted = { id: 'harus begini', en: 'must be so' };

/** Columns with a cell of each kind. */
export const COLUMNS = columnsOf({
  commodity: { headings: ['komoditas', 'commodity'], required: true, ...wanted },
  quantity: { headings: ['jumlah', 'quantity'], required: true, figure: true, ...wanted },
  unit: { headings: ['satuan', 'unit'], required: true, ...wanted },
  needBy: { headings: ['butuh sebelum', 'need by'], required: true, ...wanted },
  buyer: { headings: ['pembeli', 'buyer', 'nama pembeli'], required: true, ...wanted },
  deliverTo: { headings: ['tujuan', 'destination'], ...wanted },
  price: { headings: ['harga maksimum', 'maximum price'], figure: true, ...wanted },
  nib: { headings: ['nib'], ...wanted },
  reference: { headings: ['referensi', 'reference'], ...wanted },
  partial: { headings: ['boleh sebagian', 'partial'], ...wanted },
});
export type Field = FieldOf<typeof COLUMNS>;

/** A kind that takes whatever can be read; `seen` is told of each row as it was read. */
export function kindOf(
  seen: (body: object, faults: readonly RowFault<Field>[]) => void,
  faults: readonly RowFault<Field>[] = [],
): UploadKind<Field> {
  return {
    name: 'test',
    columns: COLUMNS,
    chunkRows: 500,
    read: (row: RowReader<Field>) => ({
      body: present({
        commodity: row.text('commodity'),
        quantity: row.decimal('quantity', 'unit'),
        unit: row.unit('unit'),
        needBy: row.date('needBy'),
        buyer: row.name('buyer'),
        deliverTo: row.region('deliverTo'),
        price: row.decimal('price'),
        nib: row.digits('nib', 13),
        reference: row.text('reference'),
        partial: row.yesNo('partial'),
      }),
    }),
    check: (_, rows) => {
      for (const { body, known } of rows) seen(body, known);
      return Promise.resolve(rows.map(({ body }): CheckedRow<Field> => ({ body, faults })));
    },
    place: () => Promise.resolve(false),
  };
}

/** What is found in every row, and what its sender says of the columns. */
interface Told {
  readonly faults: readonly RowFault<Field>[];
  readonly choice: ColumnChoice;
}

/** A table read from its rows, headings and what stands above them included. */
export async function readTable(
  rows: AsyncGenerator<FileRow, unknown>,
  locale: NumberLocale | undefined,
  { faults = [], choice = NO_CHOICE }: Partial<Told> = {},
) {
  const table = await findTable(rows, COLUMNS, choice);
  const bodies: object[] = [];
  const known: (readonly RowFault<Field>[])[] = [];
  const kind = kindOf((body, found) => {
    bodies.push(body);
    known.push(found);
  }, faults);
  const file = { id: 'x', locale, headings: table.headings, fields: table.fields, unit: table.unit };
  const judge = new JudgeRows({ region: '82.71', subject: 'x', roles: [], scope: 'own' }, file, kind);
  const all: FileRow[] = [];
  for await (const row of table.rows) all.push(row);
  const judged: JudgedRow[] = [...(await judge.judge(all)).rows];
  return { table, bodies, known, judged, notes: table.notes() };
}

export async function* rowsFrom(rows: readonly FileRow[]): AsyncGenerator<FileRow> {
  for (const row of rows) yield await Promise.resolve(row);
}
