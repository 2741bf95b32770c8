import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OfferView } from '../src/fulfilment/find-fulfilment.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const OWN = '01890000-0000-7000-8000-00000000000a';
const OTHER = '01890000-0000-7000-8000-00000000000b';
const LOT_A = '01890000-0000-7000-8000-0000000000f1';
const LOT_B = '01890000-0000-7000-8000-0000000000f2';
const LEGS = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2027-01-02' }];

describe('a cooperative, of an order that two cooperatives serve', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    const lotOf = (sellerId: string, id: string) => {
      const { kind, payload } = lotInput(id, 200);
      return { kind, payload: { ...payload, sellerId, standingConsent: false } };
    };
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotOf(OWN, LOT_A), lotOf(OTHER, LOT_B)]);
    orderId = (await routing.post(app, '/api/orders', orderBody(400))).body.id;
    await routing.post(app, '/api/orders/runs', {}, { role: 'registry-officer', region: '33.02' });
  });

  afterAll(() => routing.close());

  const token = (aggregator: string, region = '33.02') => routing.token('cooperative', region, { aggregator });
  const act = async (path: string, aggregator: string, body: object = {}) =>
    routing.post<{ id: string }>(app, `/api/orders${path}`, body, { token: await token(aggregator) });
  const offersOf = async (aggregator: string): Promise<readonly OfferView[]> => {
    const headers = { authorization: `Bearer ${await token(aggregator)}` };
    const answer = await fetch(`${await app.getUrl()}/api/orders/allocations/offers`, { headers });
    return ((await answer.json()) as { items: OfferView[] }).items;
  };

  it('sees the offers of its own lots', async () => {
    expect((await offersOf(OWN)).map(({ lotId }) => lotId)).toEqual([LOT_A]);
    expect((await offersOf(OTHER)).map(({ lotId }) => lotId)).toEqual([LOT_B]);
  });

  it('answers its own offers and releases its own lots; another’s are not there (404)', async () => {
    const [mine, theirs] = [(await offersOf(OWN))[0]!.id, (await offersOf(OTHER))[0]!.id];
    for (const answer of ['confirmation', 'refusal']) {
      expect((await act(`/allocations/${theirs}/${answer}`, OWN)).status).toBe(404);
    }
    expect((await act(`/lots/${LOT_B}/hold-release`, OWN)).status).toBe(404);
    expect((await act(`/lots/${LOT_A}/hold-release`, OWN)).status).toBe(409);
    expect((await act(`/allocations/${mine}/confirmation`, OWN)).status).toBe(200);
    expect((await act(`/allocations/${theirs}/confirmation`, OTHER)).status).toBe(200);
  });

  it('sends its own goods, named or not, and leaves the other’s where they are', async () => {
    const rows = await routing.dataSource.query<{ id: string }[]>('SELECT id FROM allocation ORDER BY lot_id');
    const ids = rows.map(({ id }) => id);
    expect((await act(`/${orderId}/shipments`, OWN, { legs: LEGS, allocations: ids })).status).toBe(404);
    expect((await act(`/${orderId}/shipments`, '01890000-0000-7000-8000-00000000000c', { legs: LEGS })).status).toBe(
      404,
    );
    const sent = await act(`/${orderId}/shipments`, OWN, { legs: LEGS });
    expect(sent.status).toBe(201);
    const states = await routing.dataSource.query<{ status: string }[]>(
      'SELECT status FROM allocation ORDER BY lot_id',
    );
    expect(states.map(({ status }) => status)).toEqual(['dispatched', 'confirmed']);
    const arrive = (aggregator: string) => act(`/shipments/${sent.body.id}/legs/1/arrival`, aggregator);
    expect([(await arrive(OTHER)).status, (await arrive(OWN)).status]).toEqual([404, 200]);
  });

  it('gets the same answer when it sends again under the same key, also when nothing is left to send', async () => {
    const send = async () =>
      routing.post<{ id: string }>(
        app,
        `/api/orders/${orderId}/shipments`,
        { legs: LEGS },
        { token: await token(OTHER), key: 'send-other' },
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });
});
