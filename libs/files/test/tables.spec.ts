import { describe, expect, it } from 'vitest';
import type { FileRow } from '#files/spreadsheets/cells.js';
import { readTable, rowsFrom } from './reading.js';

const HEADINGS = 'komoditas;jumlah;satuan;butuh sebelum;pembeli';
const ROW = 'sugar;1;kg;2030-01-31;Toko';

const rowsOf = (lines: readonly string[]): FileRow[] =>
  lines.flatMap((line, index) => {
    const cells = line.split(';').map((text) => ({ kind: 'text' as const, text }));
    return cells.some(({ text }) => text !== '') ? [{ number: index + 1, cells }] : [];
  });
const read = (lines: readonly string[]) => readTable(rowsFrom(rowsOf(lines)), 'id-ID');
const codes = async (lines: readonly string[]) => {
  const { judged, notes } = await read(lines);
  return [judged.map(({ number, state }) => `${String(number)} ${state}`), notes.map(({ code }) => code)];
};

describe('the table of a sheet', () => {
  it.each<[string, string[], string[]]>([
    ['stars and case', ['KOMODITAS*;Jumlah;SATUAN ;Butuh\r\nSebelum;Pembeli:'], []],
    [
      'units and hints in brackets',
      ['Komoditas (wajib);Jumlah [kg];Satuan;Butuh Sebelum (dd/mm/yyyy);Pembeli'],
      ['unit-heading'],
    ],
    ['no-break spaces and hyphens', ['komoditas\u00a0;jumlah;satuan;butuh\u00a0sebelum;nama-pembeli'], []],
    ['a letterhead', ['PEMERINTAH KOTA', 'Jl. Contoh 1;;;Telp. 0000', '', HEADINGS], ['headings-row']],
    ['numbers of the columns below them', [HEADINGS, '1;2;3;4;5'], ['rows-numbering']],
    ['the same headings on each printed page', [HEADINGS, ROW, HEADINGS], ['rows-headings']],
  ])('is found with %s', async (_, above, notes) => {
    const [rows, told] = await codes([...above, 'sugar;2;kg;2030-01-31;Toko Dua']);
    expect([rows?.at(-1), told]).toEqual([`${String(above.length + 1)} green`, notes]);
  });

  it('has its unit in a heading where it has no column of its own', async () => {
    const { bodies } = await read(['komoditas;jumlah (ton);butuh sebelum;pembeli', 'sugar;1;2030-01-31;Toko']);
    expect(bodies[0]).toMatchObject({ quantity: '1', unit: 'ton' });
  });

  it('is red where a cell has another unit than the heading', async () => {
    const lines = ['komoditas;jumlah (ton);satuan;butuh sebelum;pembeli', ROW];
    expect((await read(lines)).judged[0]).toMatchObject({ state: 'red', faults: [{ cell: 'C2', code: 'INVALID' }] });
  });

  it.each([
    ['thousands', 'komoditas;jumlah (ribuan);satuan;butuh sebelum;pembeli'],
    ['another currency', `${HEADINGS};harga maksimum (USD)`],
    ['the month first', 'komoditas;jumlah;satuan;butuh sebelum (mm/dd/yyyy);pembeli'],
    ['two units', `komoditas;jumlah (kg);satuan;butuh sebelum;pembeli;harga maksimum (ton)`],
    ['a heading twice', `${HEADINGS};pembeli`],
    ['a heading that is missing', 'komoditas;jumlah;satuan;butuh sebelum'],
  ])('is refused for %s', async (_, headings) => {
    await expect(read([headings, ROW])).rejects.toMatchObject({ code: 'FILE_COLUMNS' });
  });

  it('is read as its sender says, where its headings do not say it: a column, one passed over, and what every row says', async () => {
    const choice = {
      columns: new Map<string, string | null>([
        ['barang diminta', 'commodity'],
        ['pembeli', null],
        ['penerima', 'buyer'],
      ]),
      values: new Map([
        ['needBy', '31/01/2030'],
        ['unit', 'kg'],
        ['buyer', 'said of a field that has a column: the column says it'],
      ]),
    };
    const lines = [
      'DAFTAR KEBUTUHAN',
      'Barang  Diminta;Jumlah;Pembeli;Penerima',
      'sugar;2;Andi;Toko Dua',
      ';;;catatan saja',
    ];
    const { bodies, notes, judged, table } = await readTable(rowsFrom(rowsOf(lines)), 'id-ID', { choice });
    expect(bodies).toEqual([
      { commodity: 'sugar', quantity: '2', unit: 'kg', needBy: '2030-01-31', buyer: 'Toko Dua' },
    ]);
    expect(notes.map(({ code }) => code)).toEqual([
      'headings-row',
      'columns-passed-over',
      'columns-chosen',
      'values-said',
      'rows-note',
    ]);
    // As if they were columns of the file: so it is given back, and is read again without a word.
    expect([table.headings.slice(4), judged[0]?.cells]).toEqual([
      ['butuh sebelum', 'satuan'],
      ['sugar', '2', '', 'Toko Dua', '31/01/2030', 'kg'],
    ]);
  });

  it('passes over by name what it does not know, and keeps nothing of it', async () => {
    const { notes, judged } = await read([`${HEADINGS};NIK;No. HP;`, `${ROW};3302160101900010;0812;x`]);
    expect(notes).toEqual([
      {
        code: 'columns-passed-over',
        messages: expect.objectContaining({ en: expect.stringContaining('NIK, No. HP') }),
      },
      { code: 'columns-unnamed', messages: expect.objectContaining({ en: expect.stringContaining(': H.') }) },
    ]);
    expect(JSON.stringify(judged)).not.toMatch(/3302160101900010|0812/);
    expect(judged[0]?.state).toBe('green');
  });

  it('ends with totals, notes and signatures, which are no rows', async () => {
    expect(
      await codes([
        HEADINGS,
        ROW,
        'JUMLAH;3;kg;;',
        ';;;;',
        'Catatan: harga belum termasuk ongkos;;;;',
        'Mengetahui,;;;Contoh, 4 Maret 2030;',
        'Kepala Dinas;;;Pemesan;',
      ]),
    ).toEqual([['2 green'], ['rows-total', 'rows-note']]);
  });

  it('keeps a row that was begun, and one whose buyer is called so', async () => {
    expect(await codes([HEADINGS, 'sugar;2;kg;;', 'sugar;1;kg;2030-01-31;Total Buah Segar'])).toEqual([
      ['2 green', '3 green'],
      [],
    ]);
  });
});
