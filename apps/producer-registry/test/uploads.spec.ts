import type { RowView } from '#files/uploads/find-uploads.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { anAggregator, aProduct, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  await registry.post('/products', aProduct({ name: 'Gula semut' }));
});
afterAll(async () => {
  await registry.stop();
});

const CSV = { type: 'text/csv', key: null };
const PRODUCERS = [
  'nomor;jenis;nama;desa;kelas usaha;aturan kelas;kelas per tanggal;tenaga kerja;perempuan;pemuda;jaminan kesehatan;anggota dari',
  'K-1;koperasi;Koperasi Maju;33.02.16.2007;mikro;UU 20/2008;02/01/2019;5;3;1;ya;',
  'P-1;produsen;Ibu Sari;33.02.16.2007;mikro;UU 20/2008;02/01/2019;2;1;0;tidak;K-1',
  'P-2;produsen;Pak Darto;33.02.16.2007;mikro;UU 20/2008;02/01/2019;2;0;0;tidak;K-1',
];
const STOCK = [
  'nomor penjual;nomor produsen;produk;tanggal;satuan;produksi;ekspor;pasar lokal;disimpan;harga dasar',
  'K-1;P-1;Gula semut;04/03/2019;kg;1.500,5;500;0;;16.500',
  'K-1;P-2;Gula semut;04/03/2019;kg;1.000;;;;16.500',
];

function send(kind: string, lines: readonly string[], how: object = CSV) {
  return registry.post(`/uploads?kind=${kind}&locale=id-ID`, lines.join('\n'), how);
}

/** Uploads and places a file, and waits until nothing of it waits. */
async function place(kind: string, lines: readonly string[]) {
  const { body } = await send(kind, lines);
  await registry.post(`/uploads/${body.id}/placement`, { rows: 'all' });
  for (let tries = 0; tries < 400; tries += 1) {
    const { body: upload } = await registry.get(`/uploads/${body.id}`);
    if (upload.state === 'placed') return upload;
    await sleep(25);
  }
  throw new Error('It was not placed within 10 s.');
}

describe('a file of producers', () => {
  it('shows what is wrong before anything is registered: the cell, a code, and words in both languages', async () => {
    const { status, body } = await send('producers', [
      PRODUCERS[0]!,
      'X-1;pabrik;Ibu Sari;33.02.16.2999;mikro;UU 20/2008;02/01/2019;2;1;0;tidak;',
      'X-2;produsen;=CMD();73.71.01.1001;mikro;UU 20/2008;02/01/2019;2;3;0;mungkin;',
    ]);
    expect([status, body.state, body.rows]).toMatchObject([201, 'preview', { green: 0, red: 2 }]);
    expect(body.items.map(({ faults }: RowView) => faults.map(({ cell, code }) => [cell, code]))).toEqual([
      [
        ['B2', 'INVALID'],
        ['D2', 'INVALID'],
      ],
      [
        ['C3', 'FORMULA'],
        ['K3', 'INVALID'],
      ],
    ]);
    expect(body.items[0].faults[0].messages).toEqual({
      id: 'harus produsen, koperasi, BUMDes atau kelompok',
      en: 'must be producer, cooperative, BUMDes or group',
    });
    expect(await registry.count(`producer WHERE reference LIKE 'X-%'`)).toBe(0);
  });

  it('registers each row once with its memberships, however often it is sent', async () => {
    const upload = await place('producers', PRODUCERS);
    expect(upload.rows).toMatchObject({ green: 3, placed: 3, refused: 0 });
    const again = await send('producers', PRODUCERS);
    expect([again.status, again.body.id]).toEqual([200, upload.id]);
    await place('producers', PRODUCERS);
    // The same rows in another file are known by their numbers.
    const more = await send('producers', [...PRODUCERS, PRODUCERS[3]!.replace('P-2', 'P-3')]);
    expect([more.body.rows, more.body.items[0].faults[0].code]).toMatchObject([
      { green: 1, amber: 3 },
      'ALREADY_EXISTS',
    ]);
    expect(await registry.count(`audit_log WHERE action LIKE '%uploads%' AND action NOT LIKE '%placement'`)).toBe(3);
    expect(await registry.count('producer')).toBe(3);
    expect(await registry.count('member')).toBe(2);
    const events = await registry.events('serap.producer.registered.v1');
    expect(events.filter(({ data }) => data.village === '33.02.16.2007')).toHaveLength(3);
  });

  it('finds a village by the name that only one has, and knows a code without its dots', async () => {
    const [head = '', , producer = ''] = PRODUCERS;
    const at = (number: string, village: string) => producer.replace('P-1', number).replace('33.02.16.2007', village);
    const { body } = await send('producers', [
      head,
      at('V-1', 'Semedo'),
      at('V-2', '3302.16.2007'),
      at('V-3', 'Entah'),
    ]);
    expect(body.items.map(({ state, faults }: RowView) => [state, faults.map(({ code }) => code)])).toEqual([
      ['amber', ['DOUBTFUL']],
      // Of a code that was guessed, the village's name too.
      ['amber', ['DOUBTFUL', 'DOUBTFUL']],
      ['red', ['INVALID']],
    ]);
    expect(await registry.count(`upload_row WHERE body::text LIKE '%V-1%' AND body::text LIKE '%33.02.16.2007%'`)).toBe(
      1,
    );
  });

  it('has no column for a NIK: what is not asked for is passed over by name, and not kept', async () => {
    const { status, body } = await send('producers', [`${PRODUCERS[0]!};NIK`, `${PRODUCERS[1]!};3302160101900010`]);
    expect([status, body.notes]).toEqual([
      201,
      [{ code: 'columns-passed-over', messages: expect.objectContaining({ en: expect.stringContaining('NIK') }) }],
    ]);
    expect(await registry.count(`upload_row WHERE cells::text LIKE '%3302160101900010%'`)).toBe(0);
  });
});

describe('files of certificates and coaching', () => {
  it('are recorded once each, and name only who is registered', async () => {
    const head = 'nomor produsen;jenis;nomor sertifikat;komoditas;terbit;berlaku sampai';
    const good = 'K-1;halal;00030075721216;;01/06/2018;';
    const { body } = await send('certificates', [
      head,
      good,
      'K-9;HALAL;00030075721217;;01/06/2018;',
      'K-1;P-IRT;1;;01/06/2018;',
    ]);
    expect(body.items.map(({ state, faults }: RowView) => [state, faults.map(({ cell }) => cell)])).toEqual([
      ['green', []],
      ['red', ['A3']],
      ['red', ['C4', 'F4']],
    ]);
    expect((await place('certificates', [head, good])).rows.placed).toBe(1);
    expect((await place('certificates', [head, good, good])).rows).toMatchObject({
      amber: 2,
      placed: 0,
      refused: 0,
      standing: 2,
    });
    const coaching = ['nomor produsen;jenis;tanggal', 'P-1;pengemasan;03/03/2019', 'P-1;pengemasan;04/03/2019'];
    expect((await place('coaching', coaching)).rows.placed).toBe(2);
    expect((await send('coaching', [coaching[0]!, 'P-1;pengemasan;05/03/2019'])).body.rows.red).toBe(1);
  });
});

describe('a file of stock', () => {
  it('makes one statement of a seller’s rows, in base units, and states nothing twice', async () => {
    expect((await place('stock-statements', STOCK)).rows).toMatchObject({ placed: 2, refused: 0 });
    const { items } = (await registry.get('/lots')).body;
    expect(items.map(({ quantity, contributors }: any) => [quantity, contributors])).toEqual([[2_000_500, 2]]);
    const later = await place('stock-statements', [...STOCK, STOCK[2]!.replace('04/03', '03/03')]);
    expect(later.rows).toMatchObject({ amber: 2, placed: 1, refused: 0, standing: 2 });
    expect(await registry.count('statement_line')).toBe(3);
  });

  it('counts two deliveries of one day together, and states neither of them again', async () => {
    const day = (produced: string) => `K-1;P-1;Gula semut;01/03/2019;kg;${produced};;;;16.500`;
    expect((await place('stock-statements', [STOCK[0]!, day('4'), day('6')])).rows).toMatchObject({ placed: 2 });
    const again = await place('stock-statements', [STOCK[0]!, day('6'), day('4'), day('2').replace('P-1', 'P-2')]);
    expect(again.rows).toMatchObject({ amber: 2, placed: 1, standing: 2, refused: 0 });
    expect(await registry.count(`statement_line WHERE stated_for = '2019-03-01' AND produced = 10000`)).toBe(1);
    const other = await place('stock-statements', [STOCK[0]!, day('11')]);
    expect(other.rows).toMatchObject({ amber: 1, placed: 0, standing: 0, refused: 1 });
  });

  it('counts a karung as the product has it, and asks again what is not likely', async () => {
    const lines = [
      `${STOCK[0]!};baik sebelum`,
      'K-1;P-1;Gula semut;20/02/2019;karung;2;;;;16.500;',
      'K-1;P-2;Gula semut;20/02/2019;krg @10 kg;1,5;;;;16.500;',
      'K-1;P-1;Gula semut;21/02/2019;kg;0;;;;16.500;',
      'K-1;P-1;Gula semut;22/02/2019;kg;5;;;;16.500;28/02/2019',
      'K-1;P-1;Gula semut;23/02/1919;kg;5;;;;16.500;',
      'K-1;P-1;Gula semut;24/02/2019;kg;500.000;;;;16.500;',
    ];
    const { body } = await send('stock-statements', lines);
    expect(body.items.map(({ state, faults }: RowView) => [state, faults.map(({ cell }) => cell)])).toEqual([
      ['green', []],
      ['green', []],
      ['red', ['F4']],
      ['amber', ['K5']],
      ['amber', ['D6', 'D6']],
      ['amber', ['F7']],
    ]);
    await place('stock-statements', lines.slice(0, 3));
    const made = await registry.count(`statement_line WHERE stated_for = '2019-02-20' AND produced IN (50000, 15000)`);
    expect(made).toBe(2);
  });

  it('names the cell of a unit, a number, a product and a person that do not fit, and gives the rows back', async () => {
    const { body } = await send('stock-statements', [
      STOCK[0]!,
      'K-1;P-1;Gula semut;04/03/2019;kodi;1;;;;16.500',
      'K-1;P-1;Gula lain;04/03/2019;kg;1;;;;16.500',
      'K-9;P-9;Gula semut;05/03/2019;kg;1;2;;;16.500',
    ]);
    expect(body.items.map(({ faults }: RowView) => faults.map(({ cell, code }) => `${String(cell)} ${code}`))).toEqual([
      ['E2 UNIT_MISMATCH'],
      ['C3 INVALID'],
      ['B4 INVALID', 'A4 INVALID', 'D4 INVALID'],
    ]);
    const token = await registry.issuer.token(['registry-officer'], '33.02');
    const answer = await fetch(`${registry.url}/api/registry/uploads/${body.id}/errors`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    expect(text.split('\r\n')[0]).toContain(';kesalahan');
    expect(text).toContain('E2 (satuan): bukan satuan untuk komoditas ini');
  });

  it('is a cooperative’s to send; who is registered is not, and another region sees neither', async () => {
    const [{ id: aggregator }] = (await registry.get('/producers?reference=K-1')).body.items;
    const cooperative = { ...CSV, role: 'cooperative', aggregator };
    expect((await send('producers', PRODUCERS, cooperative)).status).toBe(403);
    const { status, body } = await send('stock-statements', STOCK, cooperative);
    expect([status, body.rows.red]).toEqual([201, 0]);
    expect((await send('stock-statements', STOCK, cooperative)).body.id).toBe(body.id);
    expect((await registry.get(`/uploads/${body.id}`, { region: '73.71' })).status).toBe(404);
  });

  it('of another cooperative has no good row, and neither sees the other’s file', async () => {
    const [{ id: aggregator }] = (await registry.get('/producers?reference=K-1')).body.items;
    const other = { role: 'cooperative', aggregator: await register(registry, anAggregator()) };
    const { body } = await send('stock-statements', STOCK, { ...CSV, ...other });
    expect(body.items.map(({ faults }: RowView) => faults.map(({ cell }) => cell))).toEqual([
      ['B2', 'A2'],
      ['B3', 'A3'],
    ]);
    const as = { role: 'cooperative', aggregator } as const;
    expect((await registry.get(`/uploads/${body.id}`, as)).status).toBe(404);
    expect((await registry.post(`/uploads/${body.id}/placement`, { rows: 'all' }, as)).status).toBe(404);
    const seen = async (how: object) =>
      (await registry.get('/uploads', how)).body.items.some(({ id }: { id: string }) => id === body.id);
    expect([await seen(as), await seen(other), await seen({})]).toEqual([false, true, true]);
  });
});

it('the kinds of files that one may send tell their columns, which a file with just these headings has', async () => {
  interface Kind {
    readonly kind: string;
    readonly columns: readonly { readonly headings: readonly string[]; readonly required: boolean }[];
  }
  const kinds: Kind[] = (await registry.get('/uploads/kinds')).body.kinds;
  expect(kinds.map(({ kind }) => kind)).toEqual(['producers', 'certificates', 'coaching', 'stock-statements']);
  for (const { kind, columns } of kinds) {
    const needed = columns.filter(({ required }) => required).map(({ headings }) => headings[0] ?? '');
    expect((await send(kind, [needed.join(';')])).status).toBe(201);
    const { status, body } = await send(kind, [needed.slice(1).join(';')]);
    expect([status, body.code]).toEqual([422, 'FILE_COLUMNS']);
  }
  const cooperative = { role: 'cooperative', aggregator: '0198a000-0000-7000-8000-000000000001' } as const;
  const own: Kind[] = (await registry.get('/uploads/kinds', cooperative)).body.kinds;
  expect(own.map(({ kind }) => kind)).toEqual(['stock-statements']);
});

describe('a file with headings of the office', () => {
  const LIST = [
    'DAFTAR UMKM KECAMATAN CONTOH',
    'NO;NIK;NAMA PEMILIK;NAMA USAHA;DESA/KELURAHAN;OMZET/TAHUN;JUMLAH TENAGA KERJA',
    'L-1;3302160101900010;Contoh Satu;Gula Contoh;33.02.16.2007;48000000;2',
    'L-2;3302164201850001;Contoh Dua;Gula Dua;33.02.16.2007;Rp. 36.000.000;2 orang',
  ];
  const VALUES = {
    umkmClass: 'mikro',
    umkmRule: 'UU 20/2008',
    umkmAsOf: '02/01/2019',
    women: '0',
    youth: '0',
    healthInsured: 'tidak',
  };
  const how = (said: object): string =>
    new URLSearchParams(
      Object.fromEntries(Object.entries(said).map(([name, each]) => [name, JSON.stringify(each)])),
    ).toString();
  const sendAs = (said: object, lines = LIST) =>
    registry.post(`/uploads?kind=producers&locale=id-ID&${how(said)}`, lines.join('\n'), CSV);

  it('is refused with what is missing; its sender says what the columns hold, and need not say it again', async () => {
    expect((await send('producers', LIST)).body.code).toBe('FILE_COLUMNS');
    const { body: asked } = await registry.post('/uploads/columns?kind=producers', LIST.join('\n'), CSV);
    expect(asked.columns).toContainEqual({ heading: 'NAMA USAHA', field: null });
    expect(asked.columns).toContainEqual({ heading: 'NAMA PEMILIK', field: 'name' });
    expect(asked.missing).toEqual(['key', ...Object.keys(VALUES).filter((field) => field !== 'standingConsent')]);

    const { status, body } = await sendAs({ columns: { no: 'key' }, values: VALUES });
    expect([status, body.rows]).toMatchObject([201, { green: 2, amber: 0, red: 0 }]);
    expect(body.items[1].cells).not.toContain('3302164201850001');
    const more = LIST.map((line) => line.replace('L-', 'M-'));
    const { body: next } = await sendAs({ values: VALUES }, more);
    expect([next.rows.green, next.notes.map(({ code }: { code: string }) => code)]).toEqual([
      2,
      expect.arrayContaining(['columns-chosen', 'values-said']),
    ]);
  });

  it.each([
    ['a field that there is not', { columns: { NO: 'nik' } }, '/columns'],
    ['no object', { values: ['mikro'] }, '/values'],
    ['no text', { values: { women: 0 } }, '/values'],
  ])('is refused in words for %s', async (_, said, pointer) => {
    const { status, body } = await sendAs(said);
    expect([status, body.errors?.[0].pointer]).toEqual([422, pointer]);
  });
});

describe('a second delivery of the day, in a later file', () => {
  const HEAD = `${STOCK[0]!};nomor setoran`;
  const row = (produced: string, delivery: string): string =>
    `K-1;P-1;Gula semut;11/01/2019;kg;${produced};;;;16.500;${delivery}`;
  const surplus = async (): Promise<number> => {
    const [line] = await registry.dataSource.query<{ produced: string }[]>(
      `SELECT produced FROM statement_line WHERE stated_for = '2019-01-11'`,
    );
    return Number(line?.produced);
  };

  it('adds when it has a number of its own, and counts once however often it is sent', async () => {
    await place('stock-statements', [HEAD, row('4', '')]);
    expect(await surplus()).toBe(4_000);
    // Without a number it is the same stock once more.
    const doubted = await send('stock-statements', [HEAD, row('6', '')]);
    expect(doubted.body.items[0].faults[0]).toMatchObject({ code: 'ALREADY_EXISTS' });
    const second = await place('stock-statements', [HEAD, row('4', ''), row('6', 'N-2')]);
    expect([second.rows.placed, second.rows.standing, await surplus()]).toEqual([1, 1, 10_000]);
    const mended = await place('stock-statements', [HEAD, row('4', ''), row('6', 'N-2'), row('1,5', 'N-3')]);
    expect([mended.rows.placed, mended.rows.standing, await surplus()]).toEqual([1, 2, 11_500]);
    // Under a number that stands, other figures are a correction and no delivery.
    const other = await place('stock-statements', [HEAD, row('7', 'N-2')]);
    expect([other.rows.refused, await surplus()]).toEqual([1, 11_500]);
  });
});
