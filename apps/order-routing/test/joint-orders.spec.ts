import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettlementView } from '../src/fulfilment/find-fulfilment.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;
const LEGS = [{ from: 'Purwokerto', to: 'Sijunjung', mode: 'road', eta: '2027-01-03' }];
const part = (name: string, quantity: number | string) => ({ buyer: { name }, quantity });

describe('a joint order of small buyers', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;
  const joint = (kg: number, parts: object[]) => routing.post(app, '/api/orders', orderBody(kg, { parts }));

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    const [terms, stage] = agreementInputs('13.03', 1_000);
    const minimum = { ...terms, payload: { ...terms.payload, minimumLot: 100 * KG } };
    await routing.feed(app, [minimum, stage, lotInput('A', 110)]);
  });

  afterAll(() => routing.close());

  it('reaches a minimum lot that none of them reaches alone', async () => {
    const alone = await routing.post(app, '/api/orders', orderBody(60));
    expect(alone.body.lines[0]).toMatchObject({ promised: 0, unfilled: [{ code: 'BELOW_MINIMUM_LOT' }] });
    await routing.post(app, `/api/orders/${alone.body.id}/cancellation`, {});

    const { status, body } = await joint(120, [
      part('Toko Melati', 60),
      part('Warung Anggrek', '40'),
      part('Kios Teratai', 20),
    ]);
    expect([status, body.lines[0]!.promised]).toEqual([201, 110 * KG]);
    orderId = body.id;
  });

  it('shows each buyer its part of the promise; the parts add up', async () => {
    const { body } = await routing.get(app, `/api/orders/${orderId}`);
    expect(body.lines[0]!.parts).toEqual([
      { buyer: { name: 'Toko Melati' }, quantity: 60 * KG, promised: 55 * KG },
      { buyer: { name: 'Warung Anggrek' }, quantity: 40 * KG, promised: 36_667 },
      { buyer: { name: 'Kios Teratai' }, quantity: 20 * KG, promised: 18_333 },
    ]);
  });

  it.each<[string, object[], string]>([
    ['parts that do not add up', [part('A', 60), part('B', 59)], '/lines/0/parts'],
    ['a single part', [part('A', 120)], '/lines/0/parts'],
    ['a part of nothing', [part('A', 120), part('B', 0)], '/lines/0/parts/1/quantity'],
    ['a part without a buyer', [part('A', 60), { quantity: 60 }], '/lines/0/parts/1/buyer'],
    ['a part with a price of its own', [part('A', 60), { ...part('B', 60), price: 1 }], '/lines/0/parts/1/price'],
  ])('is refused with %s', async (_, parts, pointer) => {
    const { status, body } = await routing.post<{ errors?: { pointer: string }[] }>(
      app,
      '/api/orders',
      orderBody(120, { parts }),
    );
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('owes by parts: a shortage is everyone’s', async () => {
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    const { body: sent } = await routing.post<{ id: string }>(
      app,
      `/api/orders/${orderId}/shipments`,
      { legs: LEGS },
      OFFICER,
    );
    const [allocation] = (await routing.get(app, `/api/orders/${orderId}`)).body.lines[0]!.allocations;
    const items = [{ allocation: allocation!.id, unit: 'g', accepted: 90 * KG }];
    await routing.post(app, `/api/orders/shipments/${sent.id}/receipt`, { items });
    const { body } = await routing.get<SettlementView>(app, `/api/orders/${orderId}/settlement`);
    expect(body.buyers).toEqual([
      { buyer: { name: 'Toko Melati' }, quantity: 45 * KG, amount: 45 * 16_500 },
      { buyer: { name: 'Warung Anggrek' }, quantity: 30 * KG, amount: 30 * 16_500 },
      { buyer: { name: 'Kios Teratai' }, quantity: 15 * KG, amount: 15 * 16_500 },
    ]);
    expect(body.buyers.reduce((sum, { amount }) => sum + amount, 0)).toBe(body.owed);
  });

  it('is the same after its market was read anew', async () => {
    await routing.moveLease();
    const { body } = await joint(100, [part('A', 50), part('B', 50)]);
    expect(body.lines[0]!.parts).toHaveLength(2);
    expect((await routing.get(app, `/api/orders/${orderId}`)).body.lines[0]!.parts).toHaveLength(3);
  });
});
