import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AllocatedView, SettlementLine } from '../src/fulfilment/find-earnings.js';
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
  const read = async (path: string, bearer: Promise<string>): Promise<Response> =>
    fetch(`${await app.getUrl()}/api/orders/${path}`, { headers: { authorization: `Bearer ${await bearer}` } });
  const list = async <Item>(path: string, bearer: Promise<string>): Promise<readonly Item[]> =>
    ((await (await read(path, bearer)).json()) as { items: Item[] }).items;
  const offersOf = (aggregator: string) => list<OfferView>('allocations/offers', token(aggregator));

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

  it('reads what its own goods were allocated to and earn: before the receipt all of them, then what was accepted', async () => {
    const earningsOf = async (aggregator: string) =>
      (await list<AllocatedView>('allocations', token(aggregator))).map((one) => [one.lotId, one.status, one.earns]);
    expect(await earningsOf(OWN)).toEqual([[LOT_A, 'dispatched', 200 * 16_500]]);
    expect(await earningsOf(OTHER)).toEqual([[LOT_B, 'dispatched', 200 * 16_500]]);

    const [mine] = await list<AllocatedView>('allocations', token(OWN));
    const [shipment] = await routing.dataSource.query<{ id: string }[]>(
      'SELECT id FROM shipment WHERE $1 = ANY (allocation_ids)',
      [mine!.id],
    );
    const receipt = { items: [{ allocation: mine!.id, unit: 'g', accepted: 150_000, damaged: 50_000 }] };
    expect((await routing.post(app, `/api/orders/shipments/${shipment!.id}/receipt`, receipt)).status).toBe(200);
    expect(await earningsOf(OWN)).toEqual([[LOT_A, 'short', 150 * 16_500]]);
    expect(await list('allocations?status=dispatched', token(OWN))).toEqual([]);
  });

  it('reads what each contributor has earned, and whether it is paid', async () => {
    const linesOf = async (aggregator: string) =>
      (await list<SettlementLine>('settlements', token(aggregator))).map((one) => [
        one.producer,
        one.quantity,
        one.amount,
        one.paid,
      ]);
    const owed = 150 * 16_500;
    expect(await linesOf(OWN)).toEqual([[`${LOT_A}-1`, 150_000, owed, false]]);
    const officer = { role: 'registry-officer', region: '33.02' } as const;
    await routing.post(app, `/api/orders/${orderId}/payments`, { amount: owed, reference: 'TRF 1' }, officer);
    expect(await linesOf(OWN)).toEqual([[`${LOT_A}-1`, 150_000, owed, true]]);
    expect(await linesOf(OTHER)).toEqual([]);
    const csv = await (await read('settlements?format=csv', token(OWN))).text();
    expect(csv).toContain(`${LOT_A}-1;${LOT_A};${orderId};13.03;sugar;GRAM;150000;${String(owed)};`);
  });

  it('its office reads all of the origin’s, page by page; an office elsewhere none', async () => {
    const officer = (region: string) => routing.token('registry-officer', region);
    const all = await list<AllocatedView>('allocations', officer('33.02'));
    const page = async (query: string) =>
      (await (await read(`allocations?limit=1${query}`, officer('33.02'))).json()) as {
        items: AllocatedView[];
        next?: string;
      };
    const first = await page('');
    const second = await page(`&cursor=${String(first.next)}`);
    expect([...first.items, ...second.items]).toEqual(all);
    expect([all.length, second.next]).toEqual([2, undefined]);
    expect(await list('allocations', officer('34.01'))).toEqual([]);
    expect(await list('settlements', officer('34.01'))).toEqual([]);
    const lines = await list<SettlementLine>('settlements', officer('33.02'));
    expect(await list(`settlements?cursor=${lines.at(-1)!.id}`, officer('33.02'))).toEqual([]);
  });
});
