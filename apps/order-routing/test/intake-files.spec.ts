import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CSV, inDays, IntakeFixture, XLSX, type Reply } from './intake-app.js';
import { agreementInputs, lotInput } from './routing-app.js';
import { sheetOf, workbook, zip } from './workbook.js';

const HEADINGS = ['kunci', 'komoditas', 'jumlah', 'satuan', 'butuh sebelum', 'pembeli'];
const NEED_BY = inDays(30);
const row = (key: string, quantity: string, more: Partial<Record<string, string>> = {}) => {
  const { unit = 'kg', needBy = NEED_BY, buyer = 'PT Pembeli', commodity = 'sugar' } = more;
  return [key, commodity, quantity, unit, needBy, buyer];
};
const csv = (rows: string[][], delimiter = ';', end = '\r\n') =>
  [HEADINGS, ...rows].map((cells) => cells.join(delimiter) + end).join('');

const xlsx = (rows: string[][]) => workbook(sheetOf([HEADINGS, ...rows]));

describe('a file of orders', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  let serial = 0;
  /** A key that no other test has. */
  const key = () => `k-${String((serial += 1))}`;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    await intake.feed(app, [...agreementInputs('13.03', 1_000_000), lotInput('A', 900_000)]);
  });

  afterAll(() => intake.close());

  const upload = (body: string | Buffer, { type = CSV, locale = 'id-ID', region = '13.03' } = {}): Promise<Reply> =>
    intake.call(app, 'POST', `/api/orders/uploads${locale === '' ? '' : `?locale=${locale}`}`, body, { type, region });
  const read = (id: string, query = '', region = '13.03') =>
    intake.call(app, 'GET', `/api/orders/uploads/${id}${query}`, undefined, { region });
  const place = async (id: string, rows = 'good') => {
    const { status } = await intake.call(app, 'POST', `/api/orders/uploads/${id}/placement`, { rows });
    expect(status).toBe(202);
    await intake.until(async () => (await read(id)).body.state === 'placed');
    return (await read(id)).body;
  };
  const faults = ({ body }: Reply) =>
    body.items.flatMap((item: any) => item.faults.map((fault: any) => [fault.cell, fault.code]));

  it('is previewed cell by cell; nothing is placed yet', async () => {
    const before = await intake.count('orders');
    const file = csv([
      row(key(), '1.500'),
      row(key(), '1,5'),
      row(key(), 'banyak'),
      row(key(), '12.5'),
      row(key(), '12', { needBy: '2019-01-01' }),
      row(key(), '3', { unit: 'kodi' }),
      row(key(), '3', { commodity: 'emas' }),
      row(key(), '3', { needBy: '30/02/2030' }),
      row(key(), '3', { buyer: '' }),
    ]);
    const reply = await upload(file);
    expect(reply.status).toBe(201);
    expect(reply.body.rows).toEqual({ green: 2, amber: 0, red: 7, placed: 0, refused: 0, standing: 0 });
    expect(faults(reply)).toEqual([
      ['C4', 'QUANTITY_INVALID'],
      ['C5', 'QUANTITY_INVALID'],
      ['E6', 'INVALID'],
      ['D7', 'UNIT_MISMATCH'],
      ['B8', 'COMMODITY_UNKNOWN'],
      ['E9', 'INVALID'],
      ['F10', 'INVALID'],
    ]);
    expect(reply.body.items[2].faults[0]).toMatchObject({
      heading: 'jumlah',
      message: expect.stringMatching(/^harus/),
    });
    expect(await intake.count('orders')).toBe(before);
  });

  it.each<[string, string, (text: string) => string | Buffer]>([
    ['semicolons and CRLF', ';', (text) => text],
    ['commas and LF', ',', (text) => text.replaceAll('\r\n', '\n')],
    ['tabs', '\t', (text) => text],
    ['a byte order mark', ';', (text) => `\ufeff${text}`],
    ['quotes, with delimiter, quote and line end inside', ';', (text) => text.replace('PT Pembeli', '"PT ""A;B""\nC"')],
    ['no line end at its end', ';', (text) => text.trimEnd()],
    ['blank rows', ';', (text) => `${text}\r\n;;;;;\r\n`],
  ])('is read with %s', async (_, delimiter, change) => {
    const { status, body } = await upload(change(csv([row(key(), '2')], delimiter)));
    expect([status, body.rows]).toEqual([201, { green: 1, amber: 0, red: 0, placed: 0, refused: 0, standing: 0 }]);
  });

  it.each<[string, string, number[] | string]>([
    ['id-ID', '15.000', [15_000_000]],
    ['en', '15.000', [15_000]],
    ['', '15.000', 'QUANTITY_AMBIGUOUS'],
    ['', '15000', [15_000_000]],
  ])('with locale "%s" has %s as its amount: %j', async (locale, amount, expected) => {
    const reply = await upload(csv([row(key(), amount)]), { locale });
    if (typeof expected === 'string') {
      expect(faults(reply)).toEqual([['C2', expected]]);
      return;
    }
    await place(reply.body.id);
    const { body } = await read(reply.body.id);
    expect(body.items[0].outcome.order.lines.map((line: any) => line.quantity)).toEqual(expected);
  });

  it.each<[string, () => string | Buffer, string, number, string]>([
    ['nothing', () => '', CSV, 400, 'FILE_UNREADABLE'],
    ['UTF-16 without its mark', () => Buffer.from(csv([]), 'utf16le'), CSV, 400, 'FILE_UNREADABLE'],
    ['bytes that are no text', () => Buffer.from([0x6b, 0, 0x3b, 0xff]), CSV, 400, 'FILE_UNREADABLE'],
    ['no headings', () => '1;2;3\n', CSV, 422, 'FILE_COLUMNS'],
    [
      'a heading that may change its figures',
      () => csv([]).replace('jumlah', 'jumlah (ribuan)'),
      CSV,
      422,
      'FILE_COLUMNS',
    ],
    ['a heading twice', () => `kunci;${csv([])}`, CSV, 422, 'FILE_COLUMNS'],
    ['another type', () => '{}', 'application/json', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'the type of a macro workbook',
      () => 'x',
      'application/vnd.ms-excel.sheet.macroEnabled.12',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['macros', () => workbook(sheetOf([HEADINGS]), { 'xl/vbaProject.bin': 'x' }), XLSX, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['text that calls itself a spreadsheet', () => csv([]), XLSX, 400, 'FILE_UNREADABLE'],
    ['a spreadsheet cut short', () => xlsx([row('x', '1')]).subarray(0, 300), XLSX, 400, 'FILE_UNREADABLE'],
    ['an archive that is no workbook', () => zip({ 'a.txt': 'a' }), XLSX, 400, 'FILE_UNREADABLE'],
    [
      'entities of its own',
      () => workbook(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf([HEADINGS])}`),
      XLSX,
      400,
      'FILE_UNREADABLE',
    ],
    ['a part that unpacks to 200 MiB', () => workbook(Buffer.alloc(200 * 1024 * 1024, 0x20)), XLSX, 413, 'TOO_LARGE'],
    ['33 MiB', () => Buffer.alloc(33 * 1024 * 1024, 0x61), CSV, 413, 'TOO_LARGE'],
    ['a million rows', () => `${csv([])}${'k;s;1;kg;2030-01-01;P\n'.repeat(1_000_000)}`, CSV, 413, 'TOO_LARGE'],
  ])('is refused for %s, and nothing of it is kept', async (_, body, type, status, code) => {
    const before = [await intake.count('upload'), await intake.count('upload_row')];
    const reply = await upload(body(), { type });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect([await intake.count('upload'), await intake.count('upload_row')]).toEqual(before);
  });

  it('has a quote that is not closed: what stands before it is read, what follows is not guessed', async () => {
    const reply = await upload(
      `${csv([row(key(), '1')])}"x;sugar;1;kg;${NEED_BY};PT\r\n${row(key(), '1').join(';')}\r\n`,
    );
    expect(reply.body.rows).toMatchObject({ green: 1, red: 1 });
    expect(faults(reply)).toEqual([[null, 'ROW_BROKEN']]);
  });

  it('has formulas: they are refused, and neutralised where they are given back', async () => {
    const reply = await upload(
      csv([
        row(key(), '=1+1'),
        row(key(), '1', { buyer: '=HYPERLINK("http://x")' }),
        row(key(), '1', { buyer: '@SUM(A1)' }),
      ]),
    );
    expect(faults(reply)).toEqual([
      ['C2', 'FORMULA'],
      ['F3', 'FORMULA'],
      ['F4', 'FORMULA'],
    ]);
    const { text } = await read(reply.body.id, '/errors');
    expect(text.split('\r\n')[0]).toBe(
      `${HEADINGS.join(';')};kesalahan`.replace(/^/, text.startsWith('\ufeff') ? '\ufeff' : ''),
    );
    expect(text).toContain(`'=1+1`);
    expect(text).toContain(`'@SUM(A1)`);
    expect(text).toContain('C2 (jumlah): adalah rumus');
    expect(/(^|;)"?[=@]/m.test(text)).toBe(false);
    const { status } = await upload(text);
    expect(status).toBe(201);
  });

  it('warns of rows that may be one order twice, and refuses one key for two orders', async () => {
    const twice = key();
    const other = key();
    const reply = await upload(
      csv([row('', '4'), row('', '4'), row(twice, '5'), row(twice, '5'), row(other, '6'), row(other, '7')]),
    );
    expect(reply.body.items.map((item: any) => [item.row, item.state, item.faults[0]?.code])).toEqual([
      [2, 'amber', 'ROW_REPEATED'],
      [3, 'amber', 'ROW_REPEATED'],
      [4, 'green', undefined],
      [5, 'amber', 'KEY_REPEATED'],
      [6, 'green', undefined],
      [7, 'red', 'KEY_REUSED'],
    ]);
    const good = await place(reply.body.id);
    expect(good.rows).toMatchObject({ placed: 2, refused: 0 });
    const all = await place(reply.body.id, 'all');
    expect(all.rows).toMatchObject({ placed: 5, refused: 0 });
    const { body } = await read(reply.body.id);
    expect(body.items[3].outcome).toEqual(body.items[2].outcome);
    expect(body.items[1].outcome.order.id).not.toBe(body.items[0].outcome.order.id);
  });

  it('is read from a spreadsheet: its numbers and dates need no locale', async () => {
    const serialOf = (date: string) => String(Date.parse(date) / 86_400_000 + 25_569);
    const rows = [row(key(), '1500.25', { needBy: 'x' }), row(key(), '1.234'), row(key(), '=SUM(A1:A2)')];
    const sheet = sheetOf([HEADINGS, ...rows]).replace(
      '<c t="inlineStr"><is><t>x</t></is></c>',
      `<c s="1"><v>${serialOf(NEED_BY)}</v></c>`,
    );
    const reply = await upload(workbook(sheet), { type: XLSX, locale: '' });
    expect(reply.body.items[0].cells[4]).toBe(NEED_BY);
    expect(faults(reply)).toEqual([['C4', 'FORMULA']]);
    await place(reply.body.id);
    const { body } = await read(reply.body.id);
    const amounts = body.items.map((item: any) => item.outcome?.order.lines[0].quantity);
    expect(amounts).toEqual([1_500_250, 1_234, undefined]);
  });

  it('is one upload however often it is sent, also at the same time, and places each order once', async () => {
    const file = csv(
      Array.from({ length: 700 }, (_, n) => row(n % 2 === 0 ? key() : '', String(n + 1), { buyer: 'PT Banyak' })),
    );
    const before = await intake.count('orders');
    const replies = await Promise.all(Array.from({ length: 4 }, () => upload(file)));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const { id } = replies[0]!.body;
    expect(await intake.count(`upload_row WHERE upload_id = '${id}'`)).toBe(700);
    await Promise.all([place(id), place(id)]);
    const again = await upload(file);
    expect([again.status, again.body.id, again.body.rows.placed]).toEqual([200, id, 700]);
    expect(await intake.count('orders')).toBe(before + 700);
  });

  it('with the same keys in another file places nothing twice', async () => {
    const shared = key();
    const first = await upload(csv([row(shared, '9')]));
    const second = await upload(csv([row(shared, '9'), row(key(), '9')]));
    const third = await upload(csv([row(shared, '10')]));
    await place(first.body.id);
    await place(second.body.id);
    await place(third.body.id);
    const [one, two, three] = await Promise.all([first, second, third].map(({ body }) => read(body.id)));
    expect(two!.body.items[0].outcome).toEqual(one!.body.items[0].outcome);
    expect(three!.body.items[0].outcome).toMatchObject({ status: 'refused', code: 'IDEMPOTENCY_KEY_REUSED' });
    const { text } = await read(third.body.id, '/errors');
    expect(text).toContain('kunci ini sudah dipakai');
  });

  it('does not exist for another region: not to read, not to place, not its errors, not in a list', async () => {
    const { body } = await upload(csv([row(key(), '1')]));
    const other = { region: '73' };
    const replies = await Promise.all([
      read(body.id, '', '73'),
      read(body.id, '/errors', '73'),
      intake.call(app, 'POST', `/api/orders/uploads/${body.id}/placement`, { rows: 'all' }, other),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    const list = await intake.call(app, 'GET', '/api/orders/uploads', undefined, other);
    expect(list.body.items).toEqual([]);
    const own = await upload(csv([row(key(), '1')]), { region: '73' });
    expect(own.body.id).not.toBe(body.id);
    expect((await read(body.id)).body.state).toBe('preview');
  });

  it('is paged, and by state', async () => {
    const { body } = await upload(csv([row(key(), '1'), row(key(), 'x'), row(key(), '2')]));
    const first = await read(body.id, '?limit=2');
    const second = await read(body.id, `?limit=2&after=${String(first.body.next)}`);
    const red = await read(body.id, '?state=red');
    expect([first, second, red].map((page) => page.body.items.map((item: any) => item.row))).toEqual([
      [2, 3],
      [4],
      [3],
    ]);
    expect(second.body.next).toBeUndefined();
  });

  it('is finished by another replica when the one that places it goes away', async () => {
    const rows = 3_000;
    const { body } = await upload(csv(Array.from({ length: rows }, (_, n) => row(key(), String((n % 50) + 1)))));
    const before = await intake.count('orders');
    const other = await intake.replica();
    await intake.call(app, 'POST', `/api/orders/uploads/${body.id}/placement`, { rows: 'good' });
    await intake.until(async () => (await intake.count('orders')) > before);
    await intake.stop(app);
    app = other;
    await intake.until(async () => (await read(body.id)).body.state === 'placed', 50_000);
    expect((await read(body.id)).body.rows).toMatchObject({ placed: rows, refused: 0 });
    expect(await intake.count('orders')).toBe(before + rows);
  });

  it('places a row once also when its outcome was not written down before a crash', async () => {
    const { body } = await upload(csv([row(key(), '1'), row(key(), '2')]));
    await place(body.id);
    const before = await intake.count('orders');
    const { outcome } = (await read(body.id)).body.items[0];
    await intake.dataSource.query(`UPDATE upload_row SET outcome = NULL WHERE upload_id = $1 AND number = 2`, [
      body.id,
    ]);
    await intake.dataSource.query(
      `UPDATE upload SET state = 'placing', lease_owner = 'dead', lease_until = now() - interval '1 s' WHERE id = $1`,
      [body.id],
    );
    await intake.until(async () => (await read(body.id)).body.state === 'placed');
    expect((await read(body.id)).body.items[0].outcome).toEqual(outcome);
    expect(await intake.count('orders')).toBe(before);
  });
});
