import { describe, expect, it } from 'vitest';
import type { Cell, FileRow } from '#files/spreadsheets/cells.js';
import { shownByCode } from '#files/spreadsheets/number-formats.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { readTable, rowsFrom, type Field } from './reading.js';

const HEADING: Record<Field, string> = {
  commodity: 'komoditas',
  quantity: 'jumlah',
  unit: 'satuan',
  needBy: 'butuh sebelum',
  buyer: 'pembeli',
  deliverTo: 'tujuan',
  price: 'harga maksimum',
  nib: 'nib',
  reference: 'referensi',
  partial: 'boleh sebagian',
};
const GOOD = { commodity: 'sugar', quantity: '1', unit: 'kg', needBy: '2030-01-31', buyer: 'Toko' };
const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: string): Cell => ({ kind: 'number', text: value });

/** One row with this cell in it: its state, what was read, and the likely or read value that is told. */
async function read(field: Field, cell: Cell, locale: NumberLocale | null = 'id-ID') {
  const cells: Partial<Record<Field, Cell>> = Object.fromEntries(
    Object.entries(GOOD).map(([name, value]) => [name, text(value)]),
  );
  const all = { ...cells, [field]: cell };
  const fields = Object.keys(all) as Field[];
  const rows: FileRow[] = [
    { number: 1, cells: fields.map((name) => text(HEADING[name])) },
    { number: 2, cells: fields.map((name) => all[name] ?? text('')) },
  ];
  const { judged, bodies } = await readTable(rowsFrom(rows), locale ?? undefined);
  const [row] = judged;
  const value = (bodies[0] as Partial<Record<Field, unknown>>)[field];
  return [row?.state, value, row?.faults[0]?.code] as const;
}

describe('a cell', () => {
  it.each<[Field, string, unknown]>([
    ['price', 'Rp. 25.000', '25000'],
    ['price', 'Rp 25.000,-', '25000'],
    ['price', 'Rp25.000,00', '25000'],
    ['price', 'IDR 25.000', '25000'],
    ['price', 'rp.25.000.-', '25000'],
    ['price', '25 000', '25000'],
    ['price', '-', undefined],
    ['price', 'N/A', undefined],
    ['quantity', '1.234,5', '1234.5'],
    ['quantity', '500 kg', '500'],
    ['quantity', '\u00a012\u200b', '12'],
    ['unit', 'Kg.', 'kg'],
    ['unit', 'KILOGRAM', 'kg'],
    ['buyer', ' Toko\u00a0Contoh\r\nJl. Pasar ', 'Toko Contoh Jl. Pasar'],
    ['buyer', "'Aisyiyah", "'Aisyiyah"],
    ['nib', "'9120206832456", '9120206832456'],
    ['nib', '="9120206832456"', '9120206832456'],
    ['nib', '9120-2068-32456', '9120206832456'],
    ['nib', '-', undefined],
    ['deliverTo', '82.71', '82.71'],
    ['partial', 'Y', true],
    ['partial', 'T', false],
    ['partial', 'Tidak Ada', false],
    ['partial', 'belum', false],
    ['partial', '✓', true],
    ['partial', '-', undefined],
  ])('%s "%s" is green: %j', async (field, value, expected) => {
    expect(await read(field, text(value))).toEqual(['green', expected, undefined]);
  });

  it.each<[string, Field, Cell, unknown, string]>([
    ['a region code that became a number', 'deliverTo', number('73.1'), '73.10', 'DOUBTFUL'],
    ['a region code that became a time', 'deliverTo', { kind: 'time', text: '13:03' }, '13.03', 'DOUBTFUL'],
    ['a region code without dots', 'deliverTo', number('7371'), '73.71', 'DOUBTFUL'],
    ['a region code with a comma', 'deliverTo', text('73,71'), '73.71', 'DOUBTFUL'],
    ['the name of a region', 'deliverTo', text('Kota Makassar'), '73.71', 'DOUBTFUL'],
    ['two digits of a year', 'needBy', text('31/1/30'), '2030-01-31', 'DOUBTFUL'],
    ['a day that became a number', 'needBy', number('47514'), '2030-01-31', 'DOUBTFUL'],
    ['a number where a name belongs', 'buyer', number('17'), '17', 'DOUBTFUL'],
    ['a date where a name belongs, as text', 'buyer', text('4 Maret 2019'), '4 Maret 2019', 'DOUBTFUL'],
    ['a decimal in a reference', 'reference', number('3.1'), '3.1', 'DOUBTFUL'],
    ['a formula that showed something', 'quantity', { kind: 'number', text: '50', formula: true }, '50', 'FORMULA'],
    ['an amount in merged cells', 'quantity', { kind: 'number', text: '30', merged: true }, '30', 'DOUBTFUL'],
  ])('is amber: %s', async (_, field, cell, expected, code) => {
    expect(await read(field, cell)).toEqual(['amber', expected, code]);
  });

  it.each<[string, Field, Cell, string]>([
    ['a region code that lost a digit, as text', 'deliverTo', text('73.1'), 'DIGITS_LOST'],
    ['a code of two offices', 'deliverTo', number('9401'), 'INVALID'],
    ['a name of two regions', 'deliverTo', text('Bandung'), 'INVALID'],
    ['a date where a name belongs', 'buyer', { kind: 'date', text: '2019-03-04' }, 'INVALID'],
    ['a date where a reference belongs', 'reference', { kind: 'date', text: '2019-03-04' }, 'INVALID'],
    ['TRUE where a name belongs', 'buyer', { kind: 'boolean', text: 'TRUE' }, 'INVALID'],
    ['an exponent', 'nib', text('9,1202E+12'), 'DIGITS_LOST'],
    ['a number of more digits than a spreadsheet holds', 'nib', number('3302160101900010'), 'DIGITS_LOST'],
    ['such a number in a reference', 'reference', number('3302160101900010'), 'DIGITS_LOST'],
    ['a lost zero', 'nib', number('220001532367'), 'DIGITS_LOST'],
    ['a formula of which nobody knows what it shows', 'quantity', { kind: 'formula', text: '=' }, 'FORMULA'],
    ['a formula as text', 'buyer', text('=HYPERLINK("http://x")'), 'FORMULA'],
    ['an error', 'buyer', { kind: 'error', text: '#N/A' }, 'FORMULA'],
    ['a date of no form', 'needBy', text('akhir Maret'), 'INVALID'],
    ['a date where an amount belongs', 'quantity', { kind: 'date', text: '2019-03-04' }, 'INVALID'],
    ['thousands in words', 'price', text('25 ribu'), 'QUANTITY_INVALID'],
    ['another unit behind the amount', 'quantity', text('5 ton'), 'QUANTITY_INVALID'],
    ['a word that is neither yes nor no', 'partial', text('mungkin'), 'INVALID'],
  ])('is red: %s', async (_, field, cell, code) => {
    const [state, , told] = await read(field, cell);
    expect([state, told]).toEqual(['red', code]);
  });

  it('carries a merged name, which is green', async () => {
    expect(await read('buyer', { kind: 'text', text: 'Toko', merged: true })).toEqual(['green', 'Toko', undefined]);
  });

  it('that only one way of writing can have made needs no declared one', async () => {
    expect(await read('quantity', text('12,5'), null)).toEqual(['green', '12.5', undefined]);
    expect(await read('quantity', text('1500.25'), null)).toEqual(['green', '1500.25', undefined]);
    expect((await read('quantity', text('15.000'), null))[2]).toBe('QUANTITY_AMBIGUOUS');
    expect((await read('needBy', text('04/11/2029'), null))[2]).toBe('QUANTITY_AMBIGUOUS');
  });
});

it.each([
  ['dd/mm/yyyy', 'date'],
  ['[$-421]dd mmmm yyyy;@', 'date'],
  ['mmm', 'date'],
  ['[h]:mm', 'time'],
  ['h:mm AM/PM', 'time'],
  ['General', 'number'],
  ['Standard', 'number'],
  ['#,##0.00', 'number'],
  ['"Rp"#,##0', 'number'],
  ['[Red]0.0 "hari"', 'number'],
  ['_-* #,##0_-;-* #,##0_-', 'number'],
  ['00000', 5],
])('a number in the format %s is shown as %s', (code, shown) => {
  expect(shownByCode(code)).toBe(shown);
});
