import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CSV, inDays, IntakeFixture, XLSX } from './intake-app.js';
import { agreementInputs, lotInput } from './routing-app.js';
import { firstCodes, judged, ordered, type SeenUpload } from './seen-upload.js';
import { sheetOf, workbook } from './workbook.js';

const NEED_BY = inDays(30);
const HEADINGS = ['Referensi', 'Komoditas*', 'Jumlah (kg)', 'Butuh\r\nSebelum', 'Nama Pembeli', 'Tujuan', 'NIK'];
const row = (reference: string, quantity: string, more: Partial<Record<string, string>> = {}) => {
  const { needBy = NEED_BY, buyer = 'PT Pembeli', commodity = 'Sugar', to = '73.71' } = more;
  return [reference, commodity, quantity, needBy, buyer, to, '3302160101900010'];
};
const quoted = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';');
const csv = (...rows: string[][]) => rows.map(quoted).join('\r\n');

describe('a file of orders as an office keeps it', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    await intake.feed(app, [...agreementInputs('73', 1_000_000), lotInput('A', 900_000)]);
  });
  afterAll(() => intake.close());

  const upload = async (
    body: string | Buffer,
    { type = CSV, more = '' } = {},
  ): Promise<{ status: number; body: SeenUpload }> =>
    intake.call(app, 'POST', `/api/orders/uploads?locale=id-ID${more}`, body, { type, region: '73' });
  const read = async (path: string) =>
    intake.call(app, 'GET', `/api/orders/uploads/${path}`, undefined, { region: '73' });
  const place = async (id: string, rows: 'good' | 'all'): Promise<SeenUpload> => {
    await intake.call(app, 'POST', `/api/orders/uploads/${id}/placement`, { rows }, { region: '73' });
    await intake.until(async () => (await read(id)).body.state === 'placed');
    return (await read(id)).body as SeenUpload;
  };
  const codes = ({ notes }: SeenUpload) => notes.map(({ code }) => code);

  it('says what the goods are for in words; another word is red, and nothing is resale', async () => {
    const file = csv(
      [...HEADINGS, 'Penggunaan'],
      [...row('U-1', '1'), 'Bahan baku'],
      [...row('U-2', '1'), ''],
      [...row('U-3', '1'), 'hadiah'],
    );
    const { body } = await upload(file);
    expect(body.items.map(({ state }) => state)).toEqual(['green', 'green', 'red']);
    const placed = await place(body.id, 'good');
    const uses: unknown[] = [];
    for (const { outcome } of placed.items.slice(0, 2)) {
      const { body: order } = await intake.call(app, 'GET', `/api/orders/${outcome?.order?.id ?? ''}`, undefined, {
        region: '73',
      });
      uses.push((order as { lines: { use: string }[] }).lines[0]?.use);
    }
    expect(uses).toEqual(['raw-material', 'resale']);
  });

  it('is placed below its letterhead and above its total, and says what was passed over', async () => {
    const { status, body } = await upload(
      csv(
        ['PEMERINTAH KOTA CONTOH'],
        [''],
        HEADINGS,
        row('S-1', '1,5'),
        row('S-2', '2'),
        ['JUMLAH', '', '3,5'],
        ['Kepala'],
      ),
    );
    expect([status, body.rows]).toMatchObject([201, { green: 2, amber: 0, red: 0 }]);
    expect(codes(body)).toEqual(['headings-row', 'columns-passed-over', 'unit-heading', 'rows-total', 'rows-note']);
    expect(JSON.stringify(body)).not.toContain('3302160101900010');
    const placed = await place(body.id, 'good');
    expect(ordered(placed)).toEqual([1_500, 2_000]);
  });

  it.each<[string, (text: string) => string | Buffer]>([
    ['sep=;', (text) => `sep=;\r\n${text}`],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ])('is read when it is saved with %s', async (name, change) => {
    const { status, body } = await upload(change(csv(HEADINGS, row(`E-${name}`, '1', { buyer: 'Kafé Maju' }))));
    expect([status, body.rows.green, body.items[0]!.row, body.items[0]!.cells[4]]).toEqual([201, 1, 2, 'Kafé Maju']);
  });

  it('has a karung where it says how much is in it', async () => {
    const lines = csv(
      ['komoditas', 'jumlah', 'satuan', 'butuh sebelum', 'pembeli'],
      ['sugar', '2', 'karung 25 kg', NEED_BY, 'Satu'],
      ['sugar', '1,5', 'krg @ 12,5kg', NEED_BY, 'Dua'],
      ['sugar', '2', 'karung', NEED_BY, 'Tiga'],
    );
    const { body } = await upload(lines);
    expect(firstCodes(body)).toEqual([
      ['green', undefined],
      ['green', undefined],
      ['red', 'UNIT_MISMATCH'],
    ]);
    expect(ordered(await place(body.id, 'good'))).toEqual([50_000, 18_750, undefined]);
  });

  it('asks again what is possible and not likely', async () => {
    const { body } = await upload(
      csv(
        [...HEADINGS, 'Harga Maksimum (Rp)'],
        [...row('U-1', '1', { needBy: '2099-04-20' }), '25.000'],
        [...row('U-2', '1.000.001'), '25.000'],
        [...row('U-3', '1'), '25'],
        [...row('U-4', '1', { buyer: '12,5' }), '25.000'],
      ),
    );
    expect(judged(body)).toEqual([
      ['amber', ['D2 DOUBTFUL']],
      ['amber', ['C3 DOUBTFUL']],
      ['amber', ['H4 DOUBTFUL']],
      ['amber', ['E5 DOUBTFUL']],
    ]);
  });

  it('tells which goods there are for one that nobody knows, and takes one however it is written', async () => {
    const { body } = await upload(
      csv(HEADINGS, row('K-1', '1', { commodity: 'emas' }), row('K-2', '1', { commodity: ' SUGAR ' })),
    );
    expect(body.items.map(({ state }) => state)).toEqual(['red', 'green']);
    expect(body.items[0]!.faults[0]!.messages.en).toMatch(/there are: .*sugar/);
  });

  it('is amber where a formula showed something, a code became a number, or a cell is merged', async () => {
    const cells = [HEADINGS, row('M-1', '=2*25'), row('M-2', '1', { to: '73.1' }), row('M-3', '30'), row('M-4', '')];
    const sheet = sheetOf(cells).replace(
      '</worksheet>',
      '<mergeCells><mergeCell ref="C4:C5"/></mergeCells></worksheet>',
    );
    const { body } = await upload(workbook(sheet), { type: XLSX });
    expect(judged(body)).toEqual([
      ['amber', ['C2 FORMULA']],
      ['amber', ['F3 DOUBTFUL']],
      ['green', []],
      ['amber', ['C5 DOUBTFUL']],
    ]);
    expect(ordered(await place(body.id, 'all'))).toEqual([7_000, 1_000, 30_000, 30_000]);
  });

  it('names its regions as people do: read where one is meant, refused with the likely ones, and with what is not its own', async () => {
    const file = csv(
      HEADINGS,
      row('N-1', '1', { to: 'Kota Makassar' }),
      row('N-2', '1', { to: '7371' }),
      row('N-3', '1', { to: 'Makasar' }),
      row('N-4', '1', { to: '82.71' }),
      row('N-5', '1', { to: '73.99' }),
    );
    const { body } = await upload(file);
    expect(judged(body)).toEqual([
      ['amber', ['F2 DOUBTFUL']],
      ['amber', ['F3 DOUBTFUL']],
      ['red', ['F4 INVALID']],
      ['red', ['F5 INVALID']],
      ['red', ['F6 INVALID']],
    ]);
    const said = body.items.map(({ faults }) => faults[0]?.message);
    expect(said[0]).toContain('73.71 Kota Makassar, Sulawesi Selatan');
    expect(said[2]).toContain('73.71 Kota Makassar, Sulawesi Selatan');
    expect(said.slice(3)).toEqual([expect.stringContaining('73'), expect.stringContaining('73.99')]);
    expect(ordered(await place(body.id, 'all'))).toEqual([1_000, 1_000, undefined, undefined, undefined]);
  });

  it('has sheets: the first with the headings is read, another can be chosen, a hidden one not', async () => {
    const book = workbook(sheetOf([['Petunjuk']]), {
      'xl/workbook.xml':
        '<workbook xmlns:r="x"><sheets><sheet name="Isi" sheetId="1" r:id="rId1"/><sheet name="April" sheetId="2" r:id="rId2"/>' +
        '<sheet name="Mei" sheetId="3" r:id="rId3"/><sheet name="Lama" sheetId="4" state="hidden" r:id="rId2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/Worksheets/a.xml"/>' +
        '<Relationship Id="rId3" Target="worksheets/m.xml"/></Relationships>',
      'xl/worksheets/a.xml': sheetOf([HEADINGS, row('A-1', '1')]),
      'xl/worksheets/m.xml': sheetOf([HEADINGS, row('B-1', '1'), row('B-2', '1')]),
    });
    const first = await upload(book, { type: XLSX });
    expect(first.body.sheets.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['Isi', false],
      ['April', true],
      ['Mei', false],
    ]);
    expect(codes(first.body).slice(0, 2)).toEqual(['sheet-read', 'sheets-hidden']);
    const second = await upload(book, { type: XLSX, more: '&sheet=Mei' });
    expect([second.status, second.body.rows.green]).toEqual([201, 2]);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await upload(book, { type: XLSX, more: '&sheet=Mei' })).body.id).toBe(second.body.id);
    // Rows of the same number in two sheets are two orders.
    for (const { body } of [first, second]) expect((await place(body.id, 'good')).rows).toMatchObject({ refused: 0 });
    const hidden = await upload(book, { type: XLSX, more: '&sheet=Lama' });
    expect(hidden).toMatchObject({ status: 422, body: { code: 'SHEET_UNKNOWN' } });
  });

  it('gives rows out for correction that come back green when they are mended', async () => {
    const wrong = [row('G-1', 'banyak', { to: '73.71' }), row('G-2', 'sedikit', { buyer: '-Toko' })];
    const { body } = await upload(workbook(sheetOf([HEADINGS, ...wrong])), { type: XLSX });
    expect(body.rows).toMatchObject({ red: 2 });
    const { text } = await read(`${body.id}/errors`);
    const mended = text.replace('banyak', '12,5').replace('sedikit', '3').replace(`'-Toko`, 'Toko');
    const again = await upload(mended);
    expect([again.status, again.body.rows, codes(again.body)]).toMatchObject([
      201,
      { green: 2, amber: 0, red: 0 },
      ['unit-heading'],
    ]);
  });
});
