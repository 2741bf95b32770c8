import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { localDateAt } from '#kernel/local-date.js';
import { readPdf } from '#platform/testing/read-pdf.js';
import type { SettlementView } from '../src/fulfilment/find-fulfilment.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
const LEGS = [
  { from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2027-01-02' },
  { from: 'Padang', to: 'Sijunjung', mode: 'road', eta: '2027-01-03' },
];
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

describe('from the offer to the rupiah paid out', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;
  let allocationId: string;
  let shipmentId: string;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    const offered = lotInput('A', 500);
    await routing.feed(app, [
      ...agreementInputs('13.03', 1_000),
      { ...offered, payload: { ...offered.payload, standingConsent: false } },
    ]);
    orderId = (await routing.post(app, '/api/orders', orderBody(400))).body.id;
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
  });

  afterAll(() => routing.close());

  it('the seller sees its offer with its deadline, and confirms it', async () => {
    const { body } = await routing.get<{ items: { id: string; answerBy: string; quantity: number }[] }>(
      app,
      '/api/orders/allocations/offers',
      '33.02',
      'registry-officer',
    );
    const [offer] = body.items;
    allocationId = offer!.id;
    expect([offer!.quantity, Number.isNaN(Date.parse(offer!.answerBy))]).toEqual([400 * KG, false]);
    const stranger = await routing.post(
      app,
      `/api/orders/allocations/${allocationId}/confirmation`,
      {},
      { role: 'registry-officer', region: '34.01' },
    );
    const partner = await routing.post(app, `/api/orders/allocations/${allocationId}/confirmation`, {});
    const seller = await routing.post(app, `/api/orders/allocations/${allocationId}/confirmation`, {}, OFFICER);
    const again = await routing.post<{ code: string }>(
      app,
      `/api/orders/allocations/${allocationId}/refusal`,
      {},
      OFFICER,
    );
    expect([stranger.status, partner.status, seller.status, again.status]).toEqual([404, 403, 200, 409]);
  });

  it('what is confirmed leaves, once per call', async () => {
    const send = () =>
      routing.post<{ id: string }>(
        app,
        `/api/orders/${orderId}/shipments`,
        { legs: LEGS },
        { ...OFFICER, key: 'send-1' },
      );
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status, first.body.id === second.body.id]).toEqual([201, 201, true]);
    shipmentId = first.body.id;
    const arrival = await routing.post(app, `/api/orders/shipments/${shipmentId}/legs/1/arrival`, {}, OFFICER);
    const wrongLeg = await routing.post(app, `/api/orders/shipments/${shipmentId}/legs/1/arrival`, {}, OFFICER);
    const cancelled = await routing.post(app, `/api/orders/${orderId}/cancellation`, {});
    expect([arrival.status, wrongLeg.status, cancelled.status]).toEqual([200, 409, 409]);
    const { body } = await routing.get<{ items: { legs: { arrivedAt: string | null }[] }[] }>(
      app,
      `/api/orders/${orderId}/shipments`,
    );
    expect(body.items[0]!.legs.map((leg) => leg.arrivedAt !== null)).toEqual([true, false]);
    const early = await routing.get<{ code: string }>(app, `/api/orders/shipments/${shipmentId}/handover`);
    expect([early.status, early.body.code]).toEqual([409, 'NOT_RECEIVED']);
  });

  it.each<[string, object]>([
    ['more than was sent', { items: [{ allocation: 'ID', unit: 'g', accepted: 400 * KG + 1 }] }],
    ['a negative quantity', { items: [{ allocation: 'ID', unit: 'g', accepted: -1 }] }],
    ['nothing', { items: [] }],
    ['a price of its own', { items: [{ allocation: 'ID', unit: 'g', accepted: 1, unitPrice: 1 }] }],
    ['no unit', { items: [{ allocation: 'ID', accepted: 390 }] }],
    ['a unit of other goods', { items: [{ allocation: 'ID', unit: 'pair', accepted: 0 }] }],
    ['half a gram', { items: [{ allocation: 'ID', unit: 'g', accepted: 0.5 }] }],
    ['kilograms said in grams', { items: [{ allocation: 'ID', unit: 'g', accepted: 390 }] }],
    ['more than a fifth less than was sent', { items: [{ allocation: 'ID', unit: 'kg', accepted: 319.999 }] }],
    ['moisture of 200 %', { items: [{ allocation: 'ID', unit: 'g', accepted: 1 }], moisture: 20_000 }],
  ])('a receipt of %s is refused', async (_, body) => {
    const text = JSON.stringify(body).replaceAll('"ID"', JSON.stringify(allocationId));
    const { status } = await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, text);
    expect(status).toBe(422);
  });

  it('the partner counts the goods: a shortage is written off and bound again, the rest is owed', async () => {
    const items = [{ allocation: allocationId, unit: 'kg', accepted: 390, damaged: '4' }];
    const body = { items, moisture: 215 };
    const stranger = await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, body, { region: '73' });
    const { status } = await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, body);
    const again = await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, body);
    expect([stranger.status, status, again.status, (again.body as { code?: string }).code]).toEqual([
      404,
      200,
      409,
      'ALREADY_RECEIVED',
    ]);
    const { body: order } = await routing.get(app, `/api/orders/${orderId}`);
    expect([order.lines[0]!.promised, order.lines[0]!.allocated]).toEqual([400 * KG, 390 * KG]);
    const [lot] = await routing.dataSource.query<Record<string, number>[]>(
      'SELECT free, delivered, written_off, in_transit FROM lot',
    );
    expect(lot).toEqual({ free: 100 * KG, delivered: 390 * KG, written_off: 10 * KG, in_transit: 0 });
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    expect((await routing.get(app, `/api/orders/${orderId}`)).body.lines[0]!.allocated).toBe(400 * KG);
  });

  it('both sides get the record of handing over, with what came and what did not', async () => {
    const of = async (region: string, role: 'partner-intake' | 'registry-officer') =>
      fetch(`${await app.getUrl()}/api/orders/shipments/${shipmentId}/handover`, {
        headers: { authorization: `Bearer ${await routing.token(role, region)}` },
      });
    const answer = await of('13.03', 'partner-intake');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, text } = readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(pages).toBe(1);
    for (const words of ['BERITA ACARA SERAH TERIMA BARANG', '400 kg', '390 kg', '4 kg', '6 kg', '2,15 %', 'Padang']) {
      expect(text).toContain(words);
    }
    expect((await of('33.02', 'registry-officer')).status).toBe(200);
    expect((await of('73', 'partner-intake')).status).toBe(404);
  });

  it('each contributor is owed its part, and payments are recorded up to what is owed', async () => {
    const pay = (amount: number) =>
      routing.post(app, `/api/orders/${orderId}/payments`, { amount, reference: 'TRF 1' }, OFFICER);
    const owed = 390 * 16_500;
    expect([(await pay(owed + 1)).status, (await pay(owed)).status]).toEqual([422, 200]);
    const { body } = await routing.get<SettlementView>(app, `/api/orders/${orderId}/settlement`);
    expect([body.owed, body.paid, body.producers]).toEqual([
      owed,
      owed,
      [{ producer: 'A-1', quantity: 390 * KG, amount: owed }],
    ]);
    expect((await routing.get(app, `/api/orders/${orderId}/settlement`, '73')).status).toBe(404);
  });

  it('what is not paid a month after the last receipt is overdue', async () => {
    const settlement = async () => (await routing.get<SettlementView>(app, `/api/orders/${orderId}/settlement`)).body;
    expect((await settlement()).overdue).toBe(false);
    await routing.dataSource.query('UPDATE shipment SET pay_by = pay_by - 31');
    expect((await settlement()).overdue).toBe(false);
    await routing.dataSource.query('UPDATE orders SET paid = paid - 1');
    const late = await settlement();
    expect([late.overdue, late.dueOn! < localDateAt(new Date(), '33.02')]).toEqual([true, true]);
    // A shipment that was received before its day was kept.
    await routing.dataSource.query(`UPDATE shipment SET pay_by = NULL, received_at = received_at - interval '31 days'`);
    expect(await settlement()).toMatchObject({ overdue: true, dueOn: late.dueOn });
  });
});
