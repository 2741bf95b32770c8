import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DraftView } from '../src/intake/drafts/drafts.js';
import type { OrderView } from '../src/domain/views/order-view.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

describe('a draft', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let id: string;
  const read = async (region = '13.03') => routing.get<DraftView>(app, `/api/orders/drafts/${id}`, region);
  const send = async (
    method: string,
    body: object | undefined,
    headers: Record<string, string> = {},
    region = '13.03',
  ) =>
    fetch(`${await app.getUrl()}/api/orders/drafts/${id}`, {
      method,
      headers: {
        authorization: `Bearer ${await routing.token('partner-intake', region)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const place = (region = '13.03') =>
    routing.post<OrderView & { errors?: { pointer: string }[]; code?: string }>(
      app,
      `/api/orders/drafts/${id}/placement`,
      {},
      { region },
    );

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 500)]);
  });

  afterAll(() => routing.close());

  it('is kept as far as it was written, and judged when it is placed', async () => {
    const { status, body } = await routing.post<{ id: string }>(app, '/api/orders/drafts', {
      order: { buyer: { name: 'Toko' } },
    });
    id = body.id;
    expect(status).toBe(201);
    expect((await read()).body).toMatchObject({ order: { buyer: { name: 'Toko' } }, version: 1, placedAs: null });
    const refused = await place();
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/lines']);
  });

  it('is changed by whoever has read it last, and by nobody of another region', async () => {
    expect((await send('PUT', { order: {} })).status).toBe(428);
    expect((await send('PUT', { order: {} }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await send('PUT', { order: {} }, { 'if-match': '"1"' }, '73')).status).toBe(404);
    const changed = await send('PUT', { title: 'Oktober', order: orderBody(5) }, { 'if-match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await read('73')).status).toBe(404);
  });

  it('becomes one order, however often it is placed, and does not change any more', async () => {
    const orders = await Promise.all([place(), place(), place()]);
    expect(new Set(orders.map(({ body }) => body.id)).size).toBe(1);
    expect(orders[0].body.lines[0]!.promised).toBe(5_000);
    expect((await read()).body.placedAs).toBe(orders[0].body.id);
    const late = await send('PUT', { order: {} }, { 'if-match': '"2"' });
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'ILLEGAL_TRANSITION']);
  });

  it('can be thrown away', async () => {
    expect((await send('DELETE', undefined, {}, '73')).status).toBe(404);
    expect((await send('DELETE', undefined)).status).toBe(204);
    expect((await read()).status).toBe(404);
  });
});
