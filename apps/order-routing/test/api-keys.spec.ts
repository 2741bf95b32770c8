import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiKeyView } from '../src/machines/find-api-keys.js';
import type { IssuedApiKey } from '../src/machines/issue-api-key.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

describe("keys of a partner's systems", () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  const issue = (system: string, options: object = {}) =>
    routing.post<IssuedApiKey & { code?: string }>(app, '/api/orders/api-keys', { system }, options);
  const order = (token: string, key: string = crypto.randomUUID()) =>
    routing.post(app, '/api/orders', orderBody(10), { token, key });
  const revoke = async (id: string, region = '13.03') =>
    (
      await fetch(`${await app.getUrl()}/api/orders/api-keys/${id}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${await routing.token('partner-intake', region)}` },
      })
    ).status;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 500)]);
  });

  afterAll(() => routing.close());

  it('are shown once, and kept as a hash only', async () => {
    const first = await issue('gudang', { key: 'first' });
    expect(first.body.key).toMatch(/^serap_[0-9a-f]{32}_[\w-]{43}$/);
    const again = await issue('gudang', { key: 'first' });
    expect(again.body).toEqual({ ...first.body, key: null });
    const [dump] = await routing.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(api_key) FROM api_key)::text || (SELECT json_agg(idempotency) FROM idempotency)::text AS text`,
    );
    expect(dump?.text).not.toContain(first.body.key!.slice(40));
  });

  it('order for their own region, and see and do nothing else', async () => {
    const { body } = await issue('pesanan');
    const placed = await order(body.key!);
    expect([placed.status, placed.body.partner, placed.body.placedBy]).toEqual([
      201,
      '13.03',
      'partner-system:pesanan',
    ]);
    expect((await issue('another', { token: body.key })).status).toBe(403);
    expect((await routing.post(app, '/api/orders/runs', {}, { token: body.key! })).status).toBe(403);
  });

  it('may be two at a time, so that one can be changed without a gap, under which an order is still the same order', async () => {
    const old = await issue('kasir');
    const sent = await order(old.body.key!, 'order-1');
    const next = await issue('kasir');
    expect((await issue('kasir')).body.code).toBe('TOO_MANY_KEYS');
    expect(await revoke(old.body.id)).toBe(204);
    expect((await order(next.body.key!, 'order-1')).body.id).toBe(sent.body.id);
    expect((await issue('kasir')).status).toBe(201);
  });

  it('let nobody in once they are revoked, malformed or made up', async () => {
    const { body } = await issue('lama');
    expect(await revoke(body.id)).toBe(204);
    expect(await revoke(body.id)).toBe(204);
    const made = `${body.key!.slice(0, -1)}${body.key!.endsWith('A') ? 'B' : 'A'}`;
    for (const key of [body.key!, made, 'serap_', 'serap_x_y']) expect((await order(key)).status).toBe(401);
  });

  it('are used by replicas for seconds at most after they were revoked', async () => {
    const { body } = await issue('sibuk');
    expect((await order(body.key!)).status).toBe(201);
    expect(await revoke(body.id)).toBe(204);
    await routing.until(async () => (await order(body.key!)).status === 401);
  });

  it('belong to one region: for another they are not there', async () => {
    const { body } = await issue('milik');
    expect(await revoke(body.id, '82.71')).toBe(404);
    const others = await routing.get<{ items: ApiKeyView[] }>(app, '/api/orders/api-keys', '82.71');
    expect(others.body.items).toEqual([]);
    const own = await routing.get<{ items: ApiKeyView[] }>(app, '/api/orders/api-keys');
    expect(own.body.items.find(({ id }) => id === body.id)).toEqual({
      id: body.id,
      system: 'milik',
      issuedBy: 'partner-intake@13.03',
      issuedAt: expect.any(String),
      lastUsedAt: null,
      revokedAt: null,
    });
  });
});
