import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Webhook } from 'standardwebhooks';
import { newEvent } from '#platform/database/outbox.js';
import { Transactions } from '#platform/database/transactions.js';
import type { DeliveryView, WebhookView } from '../src/webhooks/find-webhooks.js';
import { IntakeFixture, type Call } from './intake-app.js';
import { Receiver } from './receiver.js';
import { agreementInputs, lotInput, orderBody } from './routing-app.js';

const WEBHOOKS = '/api/orders/webhooks';

describe('webhooks', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  let receiver: Receiver;

  const register = (path: string, events?: string[], call: Call = {}) =>
    intake.call(
      app,
      'POST',
      WEBHOOKS,
      { url: receiver.url(path), ...(events ? { events } : {}) },
      { key: crypto.randomUUID(), ...call },
    );
  const order = async (region = '13.03'): Promise<string> =>
    (await intake.call(app, 'POST', '/api/orders', orderBody(1), { region, key: crypto.randomUUID() })).body.id;
  const log = async (id: string, query = ''): Promise<DeliveryView[]> =>
    (await intake.call(app, 'GET', `${WEBHOOKS}/${id}/deliveries${query}`)).body.items;
  const heard = (path: string, count: number) => intake.until(() => Promise.resolve(receiver.at(path).length >= count));
  /** What was due has been tried, and its outcome is kept. */
  const settled = (id: string) =>
    intake.until(async () => (await log(id)).every(({ attempts }) => attempts > 0) && (await log(id)).length > 0);
  const types = (path: string) => receiver.at(path).map(({ event }) => event.type);

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    receiver = await Receiver.open();
    app = await intake.replica({ SERAP_WEBHOOKS_LOCAL: 'yes' });
    await intake.feed(app, [
      ...agreementInputs('13.03', 1_000),
      ...agreementInputs('82.71', 1_000),
      lotInput('A', 500),
    ]);
  });

  afterEach(async () => {
    receiver.answer = () => 204;
    const { items } = (await intake.call(app, 'GET', WEBHOOKS)).body as { items: WebhookView[] };
    for (const { id } of items) await intake.call(app, 'DELETE', `${WEBHOOKS}/${id}`);
  });

  afterAll(async () => {
    await intake.close();
    await receiver.close();
  });

  it('tell what becomes of an order, in its order, with ids alone, signed as the specification’s own library wants', async () => {
    const { body } = await register('/all');
    const id = await order();
    await intake.call(app, 'POST', `/api/orders/${id}/cancellation`, undefined, { key: 'cancel' });
    await heard('/all', 4);
    expect(types('/all')).toEqual([
      'serap.order.received.v1',
      'serap.allocation.line-promised.v1',
      'serap.order.cancelled.v1',
      'serap.allocation.promise-reduced.v1',
    ]);
    for (const { headers, body: text, event } of receiver.at('/all')) {
      expect(new Webhook(body.secret).verify(text, headers)).toEqual(event);
      expect(() => new Webhook(body.secret).verify(`${text} `, headers)).toThrow();
      expect(Object.keys(event).sort()).toEqual(['data', 'timestamp', 'type']);
      expect(event.data['orderId']).toBe(id);
      expect(Object.keys(event.data).every((name) => name.endsWith('Id'))).toBe(true);
    }
  });

  it('are tried by a ping, which tells of no order', async () => {
    const { body } = await register('/ping', ['settlement']);
    const ping = (key: string) => intake.call(app, 'POST', `${WEBHOOKS}/${body.id}/ping`, undefined, { key });
    const [sent, repeated] = [await ping('ping-1'), await ping('ping-1')];
    expect([sent.status, repeated.body]).toEqual([201, sent.body]);
    await heard('/ping', 1);
    const [{ headers, body: text, event }] = receiver.at('/ping') as [ReturnType<Receiver['at']>[number]];
    expect(new Webhook(body.secret).verify(text, headers)).toEqual(event);
    expect(event).toMatchObject({ type: 'serap.webhook.ping.v1', data: { webhookId: body.id } });
    expect(headers['webhook-id']).toBe(sent.body.id);
    await settled(body.id);
    expect((await log(body.id)).map(({ type, orderId }) => [type, orderId])).toEqual([['serap.webhook.ping.v1', null]]);
    await intake.call(app, 'PUT', `${WEBHOOKS}/${body.id}/state`, { state: 'disabled' });
    expect((await ping('ping-2')).status).toBe(409);
  });

  it('show their secret once and keep it sealed', async () => {
    const first = await register('/secret', ['order'], { key: 'once' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ events: ['order'], secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/) });
    expect((await register('/secret', ['order'], { key: 'once' })).body).toEqual({ ...first.body, secret: null });
    const [dump] = await intake.dataSource.query<{ text: string }[]>(
      `SELECT (SELECT json_agg(webhook_endpoint) FROM webhook_endpoint)::text
              || (SELECT json_agg(idempotency) FROM idempotency)::text AS text`,
    );
    const secret: string = first.body.secret;
    expect(dump!.text).not.toContain(secret.slice(6));
    expect(dump!.text).not.toContain(Buffer.from(secret).toString('hex'));
    expect((await intake.call(app, 'GET', WEBHOOKS)).text).not.toContain(secret);
  });

  it('are tried again after a failure under the same webhook-id, and delivered once', async () => {
    const { body } = await register('/again', ['promise']);
    receiver.answer = ({ path }, nth) => (path === '/again' && nth === 1 ? 500 : 204);
    await order();
    await intake.until(async () => (await log(body.id))[0]?.attempts === 1);
    expect((await log(body.id))[0]).toMatchObject({ statusCode: 500, error: 'It answered 500.', deliveredAt: null });
    await heard('/again', 2);
    const [first, second] = receiver.at('/again');
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    expect(Number(second!.headers['webhook-timestamp'])).toBeGreaterThanOrEqual(
      Number(first!.headers['webhook-timestamp']) + 5,
    );
    await intake.until(async () => (await log(body.id))[0]?.deliveredAt !== null);
    expect((await log(body.id))[0]).toMatchObject({
      id: first!.headers['webhook-id'],
      attempts: 2,
      statusCode: 204,
      error: null,
      nextTryAt: null,
    });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(receiver.at('/again')).toHaveLength(2);
  });

  it('follow no redirect, and are given up after the tenth attempt', async () => {
    const { body } = await register('/moved', ['promise']);
    receiver.answer = () => 302;
    await order();
    await settled(body.id);
    expect((await log(body.id))[0]).toMatchObject({ statusCode: 302, error: expect.stringContaining('redirect') });
    await intake.dataSource.query(
      'UPDATE webhook_delivery SET attempts = 9, next_try_at = now() WHERE endpoint_id = $1',
      [body.id],
    );
    await intake.until(async () => (await log(body.id))[0]?.attempts === 10);
    expect((await log(body.id))[0]).toMatchObject({ nextTryAt: null, deliveredAt: null });
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  it('stop when the receiver says that it is gone, and go on with what waited once it is enabled again', async () => {
    const { body } = await register('/gone', ['order']);
    receiver.answer = () => 410;
    await order();
    await settled(body.id);
    const [view] = (await intake.call(app, 'GET', WEBHOOKS)).body.items as WebhookView[];
    expect(view).toMatchObject({ state: 'disabled', disabledBecause: 'It answered 410: it is gone.' });
    const [latest] = await log(body.id);
    const resend = () => intake.call(app, 'POST', `${WEBHOOKS}/${body.id}/deliveries/${latest!.id}/resend`);
    expect((await resend()).body.code).toBe('ILLEGAL_TRANSITION');
    receiver.answer = () => 204;
    expect((await intake.call(app, 'PUT', `${WEBHOOKS}/${body.id}/state`, { state: 'enabled' })).status).toBe(204);
    expect((await resend()).status).toBe(204);
    await intake.until(async () => (await log(body.id))[0]?.deliveredAt !== null);
    expect((await log(body.id))[0]).toMatchObject({ id: latest!.id, attempts: 1, statusCode: 204 });
  });

  it('sign with the old and the new secret while a receiver changes over', async () => {
    const { body } = await register('/rotate', ['promise']);
    const rotated = await intake.call(app, 'POST', `${WEBHOOKS}/${body.id}/secret`, undefined, { key: 'rotate' });
    expect(rotated.body.secret).not.toBe(body.secret);
    await order();
    await heard('/rotate', 1);
    const verify = (secret: string, nth: number) => {
      const { body: text, headers } = receiver.at('/rotate')[nth]!;
      return new Webhook(secret).verify(text, headers);
    };
    for (const secret of [body.secret, rotated.body.secret]) verify(secret, 0);
    await intake.dataSource.query('UPDATE webhook_endpoint SET old_secret_until = now() WHERE id = $1', [body.id]);
    await order();
    await heard('/rotate', 2);
    verify(rotated.body.secret, 1);
    expect(() => verify(body.secret, 1)).toThrow();
  });

  it('never tell a region of another one’s orders, nor show or change its endpoints', async () => {
    const { body } = await register('/mine');
    await order('82.71');
    const own = await order();
    await heard('/mine', 2);
    await settled(body.id);
    expect(new Set(receiver.at('/mine').map(({ event }) => event.data['orderId']))).toEqual(new Set([own]));
    const [delivery] = await log(body.id);
    const other = { region: '82.71', key: 'other' };
    const at = `${WEBHOOKS}/${body.id}`;
    expect((await intake.call(app, 'GET', WEBHOOKS, undefined, other)).body.items).toEqual([]);
    const statuses = [
      await intake.call(app, 'GET', `${at}/deliveries`, undefined, other),
      await intake.call(app, 'POST', `${at}/secret`, undefined, other),
      await intake.call(app, 'PUT', `${at}/state`, { state: 'disabled' }, other),
      await intake.call(app, 'POST', `${at}/deliveries/${delivery!.id}/resend`, undefined, other),
      await intake.call(app, 'DELETE', at, undefined, other),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  it('tell once of a settlement that comes in parts, to the partner whose order it pays for', async () => {
    await register('/settled', ['settlement']);
    const orderId = await order();
    const foreign = await order('82.71');
    const part = (allocationId: string, about: string, chunk: number) =>
      newEvent({
        type: 'serap.shipment.settled.v1',
        subject: `settlement:${allocationId}`,
        key: '33.02',
        sequence: chunk,
        data: {
          ...{ allocationId, orderId: about, lotId: 'A', origin: '33.02', quantity: 1_000, amount: 16_500 },
          ...{ chunk, chunks: 2, contributors: 0, lines: [] },
        },
      });
    await app.get(Transactions).run((tx) => {
      tx.publish(part('a-1', foreign, 1), part('a-2', orderId, 1), part('a-2', orderId, 2));
      return Promise.resolve();
    });
    await heard('/settled', 1);
    expect(await intake.count(`webhook_delivery WHERE type = 'serap.shipment.settled.v1'`)).toBe(1);
    expect(receiver.at('/settled')[0]!.event.data).toEqual({ allocationId: 'a-2', orderId });
  });

  it('have a log in pages, the latest first', async () => {
    const { body } = await register('/pages', ['order']);
    for (let placed = 0; placed < 5; placed += 1) await order();
    await heard('/pages', 5);
    const page = (await intake.call(app, 'GET', `${WEBHOOKS}/${body.id}/deliveries?limit=3`)).body;
    const rest = await log(body.id, `?limit=3&cursor=${String(page.next)}`);
    const ids = [...page.items, ...rest].map(({ id }: DeliveryView) => id);
    expect(ids).toEqual((await log(body.id)).map(({ id }) => id));
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(5);
  });

  it('are refused at an address that is not to be reached, and beyond ten', async () => {
    const refused = await intake.call(app, 'POST', WEBHOOKS, { url: 'https://10.0.0.1/' }, { key: 'refused' });
    expect([refused.status, refused.body.code]).toEqual([422, 'WEBHOOK_URL_REFUSED']);
    expect(refused.body.errors).toEqual([{ pointer: '/url', message: expect.stringContaining('public address') }]);
    for (let made = 0; made < 10; made += 1) expect((await register('/ten')).status).toBe(201);
    const eleventh = await register('/ten');
    expect([eleventh.status, eleventh.body.code]).toEqual([409, 'TOO_MANY_WEBHOOKS']);
  });

  it('write nothing for endpoints that are disabled or deleted', async () => {
    const disabled = await register('/disabled');
    await intake.call(app, 'PUT', `${WEBHOOKS}/${String(disabled.body.id)}/state`, { state: 'disabled' });
    const deleted = await register('/deleted');
    await intake.call(app, 'DELETE', `${WEBHOOKS}/${String(deleted.body.id)}`);
    const before = await intake.count('webhook_delivery');
    await order();
    expect(await intake.count('webhook_delivery')).toBe(before);
  });
});
