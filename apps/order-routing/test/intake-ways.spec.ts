import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CSV, inDays, IntakeFixture } from './intake-app.js';
import { agreementInputs, lotInput } from './routing-app.js';

/** Each way meets a market of its own, so that the first order does not take what the next one could have. */
describe('the same order', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  const needBy = inDays(30);

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    // 100 kg a day; each order below is for more, and is cancelled before the next one comes.
    await intake.feed(app, [...agreementInputs('13.03', 100), lotInput('A', 5_000, ['P-IRT'])]);
  });

  afterAll(() => intake.close());

  const body = (quantity: number | string, line: object = {}) => ({
    buyer: { name: 'PT Pembeli', nib: '9120000000001' },
    reference: 'PO-7',
    lines: [{ commodity: 'sugar', quantity, unit: 'kg', needBy, certificates: ['P-IRT'], ...line }],
  });
  const ways: Record<string, (order: any) => Promise<string | undefined>> = {
    'POST /api/orders': async (order) => {
      const reply = await intake.call(app, 'POST', '/api/orders', order, { key: randomUUID() });
      return reply.body.id ?? reply.body.code;
    },
    'a stream': async (order) => {
      const line = `${JSON.stringify({ key: randomUUID(), order })}\n`;
      const reply = await intake.call(app, 'POST', '/api/orders/bulk', line, { type: 'application/x-ndjson' });
      return reply.body[0].order?.id ?? reply.body[0].code;
    },
    'a file': async (order) => {
      const [line] = order.lines;
      const file = [
        'kunci;referensi;pembeli;nib;komoditas;jumlah;satuan;butuh sebelum;sertifikat',
        [randomUUID(), order.reference, order.buyer.name, order.buyer.nib, line.commodity]
          .concat(String(line.quantity), line.unit, line.needBy, line.certificates.join(','))
          .join(';'),
      ].join('\n');
      const { body: upload } = await intake.call(app, 'POST', '/api/orders/uploads', file, { type: CSV });
      if (upload.rows.red > 0) return upload.items[0].faults[0].code;
      await intake.call(app, 'POST', `/api/orders/uploads/${upload.id}/placement`, { rows: 'good' });
      let row: any;
      await intake.until(async () => {
        row = (await intake.call(app, 'GET', `/api/orders/uploads/${upload.id}`)).body.items[0];
        return row.outcome !== null;
      });
      return row.outcome.order.id;
    },
    'the topic': async (order) => {
      const id = randomUUID();
      await intake.publish(await intake.issuer.token(['partner-intake'], '13.03'), id, { order });
      let outcome: any;
      await intake.until(async () => {
        [outcome] = await intake.dataSource.query('SELECT outcome FROM idempotency WHERE key = $1', [id]);
        return outcome?.outcome != null;
      });
      return outcome.outcome.answer?.id ?? outcome.outcome.refusal.code;
    },
  };

  it('gets the same promise by every way', async () => {
    const answers: Record<string, unknown> = {};
    for (const [way, send] of Object.entries(ways)) {
      const id = await send(body(120));
      const { body: order } = await intake.call(app, 'GET', `/api/orders/${String(id)}`);
      const { id: _, placedAt: __, lines, ...same } = order;
      answers[way] = { ...same, lines: lines.map(({ id: ___, ...line }: any) => line) };
      await intake.call(app, 'POST', `/api/orders/${String(id)}/cancellation`, {}, { key: randomUUID() });
    }
    const [first, ...others] = Object.values(answers) as any[];
    expect(first.lines[0]).toMatchObject({ quantity: 120_000, promised: 100_000 });
    expect(first.lines[0].unfilled[0]).toMatchObject({ code: 'QUOTA_EXHAUSTED', quantity: 20_000 });
    for (const other of others) expect(other).toEqual(first);
  });

  it.each<[string, object, string]>([
    ['a kodi of sugar', { unit: 'kodi' }, 'UNIT_MISMATCH'],
    ['an unknown commodity', { commodity: 'gold' }, 'COMMODITY_UNKNOWN'],
    ['a need-by in the past', { needBy: '2019-01-01' }, 'INVALID'],
    ['less than a gram', { quantity: '0' }, 'QUANTITY_INVALID'],
  ])('is refused with the same code by every way: %s', async (_, line, code) => {
    for (const [way, send] of Object.entries(ways)) expect([way, await send(body(1, line))]).toEqual([way, code]);
  });
});
