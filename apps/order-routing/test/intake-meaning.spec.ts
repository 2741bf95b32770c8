import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CSV, inDays, IntakeFixture } from './intake-app.js';
import { agreementInputs, lotInput } from './routing-app.js';
import { firstCodes, type SeenUpload } from './seen-upload.js';

const NEED_BY = inDays(30);
const HEADINGS = 'referensi;komoditas;jumlah;satuan;butuh sebelum;pembeli;harga maksimum';
const row = (reference: string, quantity: string, more: Partial<Record<string, string>> = {}) => {
  const { unit = 'kg', needBy = NEED_BY, buyer = 'PT Pembeli', price = '' } = more;
  return [reference, 'sugar', quantity, unit, needBy, buyer, price].join(';');
};

describe('a row of a file is known by what it means', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  let serial = 0;
  const reference = () => `PO-${String((serial += 1))}`;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    await intake.feed(app, [...agreementInputs('13.03', 1_000_000), lotInput('A', 900_000)]);
  });
  afterAll(() => intake.close());

  const upload = async (rows: string[], region = '13.03'): Promise<SeenUpload> => {
    const text = [HEADINGS, ...rows].join('\r\n');
    return (await intake.call(app, 'POST', '/api/orders/uploads?locale=id-ID', text, { type: CSV, region }))
      .body as SeenUpload;
  };
  const read = async (id: string): Promise<SeenUpload> =>
    (await intake.call(app, 'GET', `/api/orders/uploads/${id}?limit=1000`)).body as SeenUpload;
  const place = async (id: string, rows: 'good' | 'all' = 'good') => {
    await intake.call(app, 'POST', `/api/orders/uploads/${id}/placement`, { rows });
    await intake.until(async () => (await read(id)).state === 'placed');
    return read(id);
  };
  const orders = () => intake.count('orders');

  it('mended and sent whole it places only what is new, and says of the rest that it stands', async () => {
    const rows = Array.from({ length: 10 }, () => row(reference(), '3'));
    const broken = rows.map((text, index) => (index < 3 ? text.replace(';3;kg', ';banyak;kg') : text));
    const before = await orders();
    await place((await upload(broken)).id);
    expect(await orders()).toBe(before + 7);
    const whole = await upload(rows);
    expect(whole.rows).toMatchObject({ green: 3, amber: 7, red: 0 });
    expect(whole.items[9]!.faults).toEqual([
      expect.objectContaining({
        code: 'ALREADY_EXISTS',
        messages: {
          id: expect.stringMatching(/^sudah dipesan pada \d{1,2} \p{L}+ \d{4}/u),
          en: expect.stringMatching(/^already ordered on \d{1,2} \p{L}+ \d{4}/u),
        },
      }),
    ]);
    const all = await place(whole.id, 'all');
    expect(all.rows).toMatchObject({ placed: 3, standing: 7, refused: 0 });
    expect(all.items[9]!.outcome).toMatchObject({ status: 'standing', order: { id: expect.any(String) } });
    expect(await orders()).toBe(before + 10);
  });

  it('is the same order however it is written, and wherever in the file it stands', async () => {
    const [one, two] = [reference(), reference()];
    await place((await upload([row(one, '1'), row(two, '2,5')])).id);
    const again = await upload([
      row(two.toLowerCase(), '2.500', { unit: 'g', buyer: ' pt  PEMBELI ' }),
      row(one, '1,0', { price: '25.000' }),
      row(reference(), '1'),
    ]);
    expect(firstCodes(again)).toEqual([
      ['amber', 'ALREADY_EXISTS'],
      ['amber', 'ALREADY_EXISTS'],
      ['green', undefined],
    ]);
  });

  it('is another order with another reference, buyer, quantity or day, and for another partner', async () => {
    const one = reference();
    await place((await upload([row(one, '4')])).id);
    const others = [
      row(reference(), '4'),
      row(one, '5'),
      row(one, '4', { buyer: 'CV Lain' }),
      row(one, '4', { needBy: inDays(31) }),
    ];
    expect((await upload(others)).rows).toMatchObject({ green: 4, amber: 0 });
    expect((await upload([row(one, '4')], '73')).rows).toMatchObject({ amber: 0 });
  });

  it('needs a reference where two are equal: both are amber, each is placed once when all are asked for', async () => {
    const twins = [row('', '6'), row('', '6'), row(reference(), '6')];
    const before = await orders();
    const first = await upload(twins);
    expect(firstCodes(first)).toEqual([
      ['amber', 'ROW_REPEATED'],
      ['amber', 'ROW_REPEATED'],
      ['green', undefined],
    ]);
    expect(first.rows).toMatchObject({ green: 1, amber: 2 });
    await place(first.id);
    expect(await orders()).toBe(before + 1);
    await place(first.id, 'all');
    expect(await orders()).toBe(before + 3);
    const again = await upload([...twins, row('', '6')]);
    expect(firstCodes(again)).toEqual([
      ['amber', 'ALREADY_EXISTS'],
      ['amber', 'ALREADY_EXISTS'],
      ['amber', 'ALREADY_EXISTS'],
      ['amber', 'ROW_REPEATED'],
    ]);
    expect((await place(again.id, 'all')).rows).toMatchObject({ placed: 1, standing: 3 });
  });

  it('marks the first of two equal rows also when they stand far apart', async () => {
    const rows = Array.from({ length: 1_200 }, () => row(reference(), '1'));
    const { id, rows: counts } = await upload([row('', '7'), ...rows, row('', '7')]);
    expect(counts).toMatchObject({ green: 1_200, amber: 2 });
    expect((await read(id)).items[0]).toMatchObject({ state: 'amber', faults: [{ code: 'ROW_REPEATED' }] });
  });

  it('may be ordered again when its order was cancelled', async () => {
    const one = reference();
    const first = await place((await upload([row(one, '8')])).id);
    const { id } = first.items[0]!.outcome!.order!;
    await intake.call(app, 'POST', `/api/orders/${id}/cancellation`, {}, { key: reference() });
    const again = await upload([row(one, '8'), row(reference(), '8')]);
    expect(again.rows).toMatchObject({ green: 2 });
    expect((await place(again.id)).rows).toMatchObject({ placed: 2, refused: 0 });
    expect((await upload([row(one, '8'), row(reference(), '1')])).rows).toMatchObject({ amber: 1, green: 1 });
  });

  it('may be ordered again with the very same bytes when its order was cancelled, once', async () => {
    const file = [row(reference(), '8'), row(reference(), '9')];
    const first = await place((await upload(file)).id);
    const { id } = first.items[0]!.outcome!.order!;
    await intake.call(app, 'POST', `/api/orders/${id}/cancellation`, {}, { key: reference() });
    const before = await orders();
    const again = await upload(file);
    expect(firstCodes(again)).toEqual([
      ['green', undefined],
      ['amber', 'ALREADY_EXISTS'],
    ]);
    expect((await place(again.id, 'all')).rows).toMatchObject({ placed: 1, standing: 1, refused: 0 });
    expect([(await upload(file)).id, await orders()]).toEqual([again.id, before + 1]);
  });

  it('with a key of its own is told of another order under it, and of one that was cancelled', async () => {
    const keyed = (key: string, quantity: string) => `${key};;sugar;${quantity};kg;${NEED_BY};PT Kunci;`;
    const send = async (rows: string[]) => {
      const text = [`kunci;${HEADINGS}`, ...rows].join('\r\n');
      return (await intake.call(app, 'POST', '/api/orders/uploads?locale=id-ID', text, { type: CSV })).body;
    };
    const [one, two] = [reference(), reference()];
    const first = await place((await send([keyed(one, '1'), keyed(two, '1')])).id);
    const { id } = first.items[1]!.outcome!.order!;
    await intake.call(app, 'POST', `/api/orders/${id}/cancellation`, {}, { key: reference() });
    expect(firstCodes(await send([keyed(one, '1'), keyed(one, '2'), keyed(two, '1')]))).toEqual([
      ['amber', 'ALREADY_EXISTS'],
      ['red', 'IDEMPOTENCY_KEY_REUSED'],
      ['red', 'IDEMPOTENCY_KEY_REUSED'],
    ]);
  });

  it('is placed once by two files, two replicas and a repeat at the same time', async () => {
    const other = await intake.replica();
    const rows = Array.from({ length: 300 }, () => row(reference(), '1'));
    const before = await orders();
    const files = [await upload(rows), await upload([...rows, '']), await upload([...rows].reverse())];
    await Promise.all(
      files.map(({ id }, index) =>
        intake.call(index === 1 ? other : app, 'POST', `/api/orders/uploads/${id}/placement`, { rows: 'good' }),
      ),
    );
    const placed = await Promise.all(files.map(({ id }) => place(id)));
    expect(await orders()).toBe(before + 300);
    const sum = (of: (counts: SeenUpload['rows']) => number) =>
      placed.map(({ rows: counts }) => of(counts)).reduce((a, b) => a + b);
    expect([sum(({ placed: n }) => n), sum(({ standing }) => standing), sum(({ refused }) => refused)]).toEqual([
      300, 600, 0,
    ]);
    await intake.stop(other);
  });

  it('says nothing of orders that came another way', async () => {
    const order = {
      buyer: { name: 'PT Pembeli' },
      reference: reference(),
      lines: [{ commodity: 'sugar', quantity: 9, unit: 'kg', needBy: NEED_BY }],
    };
    const twice = [reference(), reference()].map((key) => intake.call(app, 'POST', '/api/orders', order, { key }));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([201, 201]);
    expect((await upload([row(order.reference, '9')])).rows).toMatchObject({ green: 1 });
  });
});
