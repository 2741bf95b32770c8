import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AllocatedView } from '../src/fulfilment/find-earnings.js';
import type { ShipmentView } from '../src/fulfilment/find-fulfilment.js';
import type { LoadView } from '../src/fulfilment/find-loads.js';
import type { LoadSent } from '../src/fulfilment/loads.controller.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
const LEGS = [
  { from: 'Purwokerto', to: 'Tanjung Priok', mode: 'road', eta: '2027-01-02' },
  { from: 'Tanjung Priok', to: 'Padang', mode: 'sea', eta: '2027-01-06' },
];
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

describe('a truck with the goods of two orders', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orders: string[];
  let ready: AllocatedView[];
  let sent: LoadSent;

  const confirmed = async (): Promise<AllocatedView[]> => {
    const path = '/api/orders/allocations?status=confirmed';
    const { body } = await routing.get<{ items: AllocatedView[] }>(app, path, '33.02', 'registry-officer');
    return body.items;
  };
  const shipmentOf = async (order: string): Promise<ShipmentView> => {
    const { body } = await routing.get<{ items: ShipmentView[] }>(app, `/api/orders/${order}/shipments`);
    return body.items[0]!;
  };
  const of = (order: string | undefined): AllocatedView => ready.find(({ orderId }) => orderId === order)!;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [
      ...agreementInputs('13.03', 2_000),
      ...agreementInputs('73', 2_000),
      lotInput('A', 500),
      lotInput('B', 800),
    ]);
    orders = [];
    for (const [kg, region] of [
      [400, '13.03'],
      [700, '13.03'],
      [100, '73'],
    ] as const) {
      orders.push((await routing.post(app, '/api/orders', orderBody(kg), { region })).body.id);
    }
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    ready = await confirmed();
  });

  afterAll(() => routing.close());

  it('is made of what is confirmed, which says where it goes', () => {
    expect(ready.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1_200 * KG);
    expect([of(orders[0]).deliverTo, of(orders[2]).deliverTo, of(orders[0]).sack]).toEqual(['13.03', '73', 1]);
  });

  it.each<[string, () => object, number]>([
    ['goods for two places', () => ({ parts: [0, 2].map((at) => ({ allocation: of(orders[at]).id })) }), 422],
    ['more than goes in', () => ({ capacity: { quantity: 99.999, unit: 'kg' } }), 422],
    ['a capacity of nothing', () => ({ capacity: { quantity: 0, unit: 'kg' } }), 422],
    ['a vehicle of another kind', () => ({ vehicle: { kind: 'balloon' } }), 422],
    ['legs that do not join', () => ({ legs: [LEGS[0], { ...LEGS[1], from: 'Surabaya' }] }), 422],
    ['a paper that the way asks for neither given nor missing with a reason', () => ({}), 422],
    [
      'a paper that is both',
      () => ({ papers: [{ kind: 'domestic-manifest', number: 'MD-17', missing: 'belum terbit' }] }),
      422,
    ],
    ['what is not there', () => ({ parts: [{ allocation: crypto.randomUUID() }] }), 404],
  ])('is refused with %s', async (_, said, status) => {
    const parts = [{ allocation: of(orders[0]).id, quantity: 100, unit: 'kg' }];
    const answer = await routing.post(app, '/api/orders/loads', { parts, legs: LEGS, ...said() }, OFFICER);
    expect(answer.status).toBe(status);
  });

  it('is refused to who is not of its origin, and by the old way too where legs do not join', async () => {
    const body = { parts: [{ allocation: of(orders[0]).id }], legs: LEGS };
    const stranger = await routing.post(app, '/api/orders/loads', body, { ...OFFICER, region: '34.01' });
    const partner = await routing.post(app, '/api/orders/loads', body);
    const legs = [LEGS[1], LEGS[0]];
    const old = await routing.post<{ errors: { pointer: string }[] }>(
      app,
      `/api/orders/${String(orders[0])}/shipments`,
      { legs },
      OFFICER,
    );
    expect([stranger.status, partner.status, old.status]).toEqual([404, 403, 422]);
    expect(old.body.errors[0]?.pointer).toBe('/legs/1/from');
  });

  it('asks for papers by the table of its office', async () => {
    const { body } = await routing.get<{ items: { id: string }[] }>(
      app,
      '/api/orders/loads/papers',
      '33.02',
      'registry-officer',
    );
    expect(body.items.map(({ id }) => id)).toEqual(['domestic-manifest', 'quarantine-certificate']);
  });

  it('leaves once per call, with all of one order and a part of the other', async () => {
    const second = ready.filter(({ orderId }) => orderId === orders[1]).sort((a, b) => b.quantity - a.quantity)[0]!;
    const body = {
      parts: [
        ...ready.filter(({ orderId }) => orderId === orders[0]).map(({ id }) => ({ allocation: id })),
        { allocation: second.id, quantity: '0.1', unit: 'ton' },
      ],
      legs: LEGS,
      vehicle: { kind: 'truck', number: 'R 1987 AB' },
      capacity: { quantity: '0.5', unit: 'ton' },
      carrier: 'PT Angkutan Serayu',
      papers: [{ kind: 'domestic-manifest', number: 'MD-17' }],
    };
    const send = () => routing.post<LoadSent>(app, '/api/orders/loads', body, { ...OFFICER, key: 'truck-1' });
    const [first, again] = [await send(), await send()];
    sent = first.body;
    expect([first.status, again.status, again.body]).toEqual([201, 201, sent]);
    expect(sent.shipments.map(({ order }) => order).sort()).toEqual(orders.slice(0, 2).sort());
    const left = (await confirmed()).filter(({ orderId }) => orderId === orders[1]);
    expect(left.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(600 * KG);
    expect(left.some(({ splitFrom }) => splitFrom === second.id)).toBe(true);
  });

  it('is seen by its origin with all that is in it, by a buyer from each of its orders', async () => {
    const path = `/api/orders/loads/${sent.id}`;
    const { body } = await routing.get<LoadView>(app, path, '33.02', 'registry-officer');
    expect(body).toMatchObject({
      ...{ destination: '13.03', status: 'under-way', orders: 2, capacity: 500 * KG, capacityUnit: 'GRAM' },
      ...{ carrier: 'PT Angkutan Serayu', vehicle: { kind: 'truck', number: 'R 1987 AB' } },
      papers: [{ kind: 'domestic-manifest', number: 'MD-17', missing: null }],
    });
    const loaded = body.shipments.flatMap(({ goods }) => goods.map(({ quantity }) => quantity));
    expect(loaded.reduce((sum, quantity) => sum + quantity, 0)).toBe(500 * KG);
    const shipment = await shipmentOf(orders[1]!);
    expect(shipment.load).toMatchObject({ id: sent.id, orders: 2, carrier: 'PT Angkutan Serayu' });
    expect((await routing.get(app, path)).status).toBe(200);
    expect((await routing.get(app, path, '73')).status).toBe(404);
  });

  it('is late: the reason stays with each of its shipments, and the log tells the day', async () => {
    const { id } = await shipmentOf(orders[0]!);
    const late = { eta: '2027-01-05', reason: 'antrean kapal' };
    const change = (body: object, region = '33.02') =>
      routing.post(app, `/api/orders/shipments/${id}/legs/1/eta`, body, { ...OFFICER, region });
    expect([(await change(late, '34.01')).status, (await change({ eta: '2027-01-05' })).status]).toEqual([404, 422]);
    expect([(await change(late)).status, (await change(late)).status]).toEqual([200, 422]);
    for (const order of orders.slice(0, 2)) {
      const { legs, etaChanges } = await shipmentOf(order);
      expect(legs.map(({ eta }) => eta)).toEqual(['2027-01-05', '2027-01-09']);
      expect(etaChanges).toMatchObject([
        { leg: 1, before: '2027-01-02', after: '2027-01-05', reason: 'antrean kapal' },
      ]);
    }
    const told = await routing.dataSource.query<{ type: string; eta: string; load: string }[]>(
      `SELECT headers->>'ce_type' AS type, body->>'eta' AS eta,
         body->>'loadId' AS load
       FROM outbox WHERE headers->>'ce_type' = 'serap.shipment.rescheduled.v1'`,
    );
    expect(told).toEqual(
      [1, 2].map(() => ({ type: 'serap.shipment.rescheduled.v1', eta: '2027-01-09', load: sent.id })),
    );
  });

  it('arrives as one, is received order by order, and is received when the last has', async () => {
    const [one, other] = [await shipmentOf(orders[0]!), await shipmentOf(orders[1]!)];
    await routing.post(app, `/api/orders/shipments/${one.id}/legs/1/arrival`, {}, OFFICER);
    expect((await shipmentOf(orders[1]!)).legs.map(({ arrivedAt }) => arrivedAt !== null)).toEqual([true, false]);
    const status = async (): Promise<string> =>
      (await routing.get<LoadView>(app, `/api/orders/loads/${sent.id}`)).body.status;
    const goods = (await routing.get<LoadView>(app, `/api/orders/loads/${sent.id}`)).body.shipments;
    const receive = async (shipment: ShipmentView): Promise<number> => {
      const items = goods
        .filter(({ id }) => id === shipment.id)
        .flatMap((each) =>
          each.goods.map(({ allocation, quantity }) => ({ allocation, unit: 'g', accepted: quantity })),
        );
      return (await routing.post(app, `/api/orders/shipments/${shipment.id}/receipt`, { items })).status;
    };
    expect([await receive(one), await status()]).toEqual([200, 'under-way']);
    expect([await receive(other), await status()]).toEqual([200, 'received']);
    const { body } = await routing.get<{ owed: number }>(app, `/api/orders/${orders[1]!}/settlement`);
    expect(body.owed).toBe(100 * 16_500);
  });

  it('of what stayed behind nothing is waited for once its order is closed as it is', async () => {
    const { status, body } = await routing.post(app, `/api/orders/${orders[1]!}/cancellation`, {});
    expect([status, body.status, body.lines[0]!.promised]).toEqual([200, 'received', 100 * KG]);
    expect((await confirmed()).filter(({ orderId }) => orderId === orders[1])).toEqual([]);
  });
});
