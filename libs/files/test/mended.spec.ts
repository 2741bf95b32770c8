import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from 'fast-check';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { openBook } from '#files/spreadsheets/book.js';
import type { Cell, FileRow } from '#files/spreadsheets/cells.js';
import { errorFile } from '#files/uploads/error-file.js';
import type { RowView, UploadToMend } from '#files/uploads/find-uploads.js';
import { COLUMNS, readTable, rowsFrom } from './reading.js';

const HEADINGS = ['Komoditas*', 'Jumlah', 'Satuan', 'Butuh Sebelum', 'Nama Pembeli', 'Tujuan', 'Harga Maksimum (Rp)'];
const MORE = ['NIB', 'Referensi', 'Boleh Sebagian', 'Telepon'];

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: string): Cell => ({ kind: 'number', text: value });
const words = fc.oneof(
  fc.constantFrom(
    'Toko Satu',
    'Kafé "Maju"; Cabang, 2',
    "'Aisyiyah",
    "'0812",
    '="0812"',
    'PT A\nJl. B',
    'N/A',
    '-',
    'ada\t tab',
  ),
  fc.constantFrom(
    '4/11/2019',
    '12,5',
    'Total',
    'sep=;',
    '\ufeffx',
    '= 1',
    '@x',
    '+62',
    '\u00a0Toko\u200b',
    'a;b\r\nc',
    '"',
  ),
  fc.string({ maxLength: 12 }),
);
const amounts = fc.oneof(
  fc.constantFrom('1500.25', '1.2340', '0.3', '25000', '7').map(number),
  fc.nat().map((value) => number(String(value))),
  fc.constantFrom('Rp. 25.000,-', '1.500', '1,5', '12', '500 kg', '-', '').map(text),
);
const dates = fc.oneof(
  fc.constantFrom<Cell>({ kind: 'date', text: '2030-04-20' }, { kind: 'date', text: '2030-04-20', formula: true }),
  fc.constant(number('47593')),
  fc.constantFrom('20 Nopember 2030', 'Senin, 4 November 2030', '04-Nov-30', '31/12/2030', '').map(text),
);
const regions = fc.oneof(
  fc.constantFrom('73.1', '73.71', '7371', '3302162007').map(number),
  fc.constantFrom<Cell>({ kind: 'time', text: '13:03' }),
  fc.constantFrom('82.71', '3302.16.2007', '').map(text),
);
const codes = fc.oneof(
  fc.constantFrom('9120206832456', '220001532367').map(number),
  fc.constantFrom("'9120206832456", '="9120206832456"', '9120.2068.32456', '-', '').map(text),
);
const references = fc.oneof(words.map(text), fc.constantFrom('12', '3.1').map(number));
const yesNo = fc.oneof(
  fc.constantFrom('Y', 'ya', '✓', 'Tidak Ada', '-').map(text),
  fc.constant<Cell>({ kind: 'boolean', text: 'TRUE' }),
);
const rows = fc.array(
  fc.tuple(
    words.map(text),
    amounts,
    fc.constantFrom('kg', 'Kg.', 'karung', 'ton').map(text),
    dates,
    words.map(text),
    regions,
    amounts,
    codes,
    references,
    yesNo,
    words.map(text),
  ),
  { minLength: 1, maxLength: 8 },
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serap-mended-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is given out of a file, as text. */
async function givenOut(table: readonly FileRow[], locale: NumberLocale | undefined): Promise<string> {
  // All of its rows are wrong, whatever they say.
  const { table: found, judged } = await readTable(rowsFrom(table), locale, {
    faults: [{ code: 'COMMODITY_UNKNOWN' }],
  });
  const upload = { headings: found.headings, fields: found.fields, locale: locale ?? null, delimiter: ';' };
  const views = judged.map((row) => ({ ...row, row: row.number, outcome: null }));
  let text = '';
  async function* all(): AsyncGenerator<readonly RowView[]> {
    yield await Promise.resolve(views);
  }
  for await (const part of errorFile(upload as unknown as UploadToMend, all(), COLUMNS)) text += part;
  return text;
}

it('what is given out for correction comes back as it was read', async () => {
  const path = join(folder, 'kesalahan.csv');
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom<NumberLocale | undefined>('id-ID', 'en', undefined),
      async (cells, locale) => {
        const table: FileRow[] = [
          { number: 3, cells: [...HEADINGS, ...MORE].map(text) },
          ...cells.map((row, index) => ({ number: index + 4, cells: row })),
        ];
        const before = await readTable(rowsFrom(table), locale);
        await writeFile(path, await givenOut(table, locale));
        const after = await readTable((await openBook('csv', path)).rows(0), locale);
        expect(after.bodies).toHaveLength(before.bodies.length);
        before.bodies.forEach((body, index) => {
          const wrong = (known: (typeof before.known)[number] = []) =>
            known.filter(({ amber }) => !amber).map(({ code }) => code);
          expect(wrong(after.known[index])).toEqual(wrong(before.known[index]));
          expect(after.bodies[index]).toEqual(body);
          // What was amber may be green now, for it was looked at; nothing else needs a look.
          if (before.known[index]?.length === 0) expect(after.known[index]).toEqual([]);
        });
      },
    ),
    { numRuns: 300 },
  );
});
