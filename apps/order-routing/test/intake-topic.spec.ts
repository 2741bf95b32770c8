import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IntakeFixture } from './intake-app.js';
import { agreementInputs, lotInput, orderBody } from './routing-app.js';

const REJECTED = 'serap.order.rejected.v1';

describe('the intake topic', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  let token: string;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    token = await intake.issuer.token(['partner-intake'], '13.03');
    await intake.feed(app, [...agreementInputs('13.03', 100), ...agreementInputs('73', 100), lotInput('A', 5_000)]);
  });

  afterAll(() => intake.close());

  const orderOf = (id: string) =>
    intake.dataSource
      .query<{ outcome: any }[]>('SELECT outcome FROM idempotency WHERE key = $1', [id])
      .then(([row]) => row?.outcome?.answer);
  const rejections = async (id: string) => (await intake.events(REJECTED)).filter(({ data }) => data.intakeId === id);
  const deadLetters = () => intake.count('dead_letter');
  /** Everything published before this has been handled once this has. */
  const settled = async () => {
    const id = randomUUID();
    await intake.publish(token, id, { order: orderBody(1) });
    await intake.until(async () => (await orderOf(id)) !== undefined);
  };

  it('places an order for the region of the token, whatever else the record says', async () => {
    const id = randomUUID();
    await intake.publish(token, id, { region: '73', partner: '73', order: orderBody(5) }, { ce_principal: 'somebody' });
    await intake.until(async () => (await orderOf(id)) !== undefined);
    const order = await orderOf(id);
    expect([order.partner, order.placedBy, order.lines[0].promised]).toEqual(['13.03', 'partner-intake@13.03', 5_000]);
    const [received] = (await intake.events('serap.order.received.v1')).filter(({ data }) => data.orderId === order.id);
    expect(received!.principal).toBe('partner-intake@13.03');
  });

  it('places it once, also when its sender publishes it again', async () => {
    const id = randomUUID();
    const before = await intake.count('orders');
    await intake.publish(token, id, { order: orderBody(5) });
    await settled();
    await again(id, { order: orderBody(5) });
    await settled();
    expect(await intake.count('orders')).toBe(before + 3);
  });

  it('rejects what POST would refuse, with the same code and pointers, once', async () => {
    const id = randomUUID();
    const order = orderBody(0, { status: 'settled' });
    await intake.publish(token, id, { order });
    await intake.until(async () => (await rejections(id)).length === 1);
    await again(id, { order });
    await settled();
    const over = await intake.call(app, 'POST', '/api/orders', order, { key: randomUUID() });
    const [{ data, key, principal }, ...more] = (await rejections(id)) as [any];
    expect(more).toEqual([]);
    expect([data.code, data.faults, data.partner]).toEqual([over.body.code, over.body.errors, '13.03']);
    expect([key, principal]).toEqual(['13.03', 'partner-intake@13.03']);
  });

  it.each<[string, () => object | string, string]>([
    ['a region that the body sets', () => ({ order: orderBody(1, {}, { regionCode: '73' }) }), 'INVALID'],
    ['a delivery into another region', () => ({ order: orderBody(1, { deliverTo: '73' }) }), 'INVALID'],
    ['lines that are none', () => ({ order: { lines: 'x' } }), 'INVALID'],
    ['depth', () => `{"order":{"lines":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 'MALFORMED_JSON'],
    ['__proto__', () => '{"order":{"lines":[],"__proto__":{"x":1}}}', 'INVALID'],
  ])('rejects %s', async (_, data, code) => {
    const id = randomUUID();
    await intake.publish(token, id, data());
    await intake.until(async () => (await rejections(id)).length === 1);
    expect((await rejections(id))[0]!.data.code).toBe(code);
  });

  it('rejects an order of somebody who may not place any', async () => {
    const id = randomUUID();
    const officer = await intake.issuer.token(['registry-officer'], '33.02');
    await intake.publish(officer, id, { order: orderBody(1) });
    await intake.until(async () => (await rejections(id)).length === 1);
    expect((await rejections(id))[0]!.data.code).toBe('FORBIDDEN');
  });

  it('keeps what nobody can be answered for as a dead letter, without its token', async () => {
    const before = await deadLetters();
    const expired = await intake.issuer.token(['partner-intake'], '13.03', { exp: 1 });
    await intake.publish(undefined, randomUUID(), { order: orderBody(1) });
    await intake.publish(expired, randomUUID(), { order: orderBody(1) });
    await intake.publish(token, randomUUID(), 'no json');
    await intake.publish(token, randomUUID(), { order: 'none' });
    await settled();
    const rows = await intake.dataSource.query<{ code: string; headers: object }[]>(
      'SELECT code, headers FROM dead_letter ORDER BY id',
    );
    expect(rows.slice(before).map(({ code }) => code)).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'MALFORMED',
      'INVALID',
    ]);
    expect(JSON.stringify(rows)).not.toContain('Bearer');
  });

  it('lets nobody speak for a service: not by type, not by source and subject', async () => {
    const surplus = lotInput('stolen', 1_000).payload;
    await intake.publish(
      token,
      randomUUID(),
      { ...surplus, origin: '33.02', verified: true, bestBefore: '2030-01-01' },
      { ce_type: 'serap.surplus.declared.v1', ce_subject: 'lot:stolen', ce_source: '/serap/producer-registry' },
    );
    await intake.publish(token, randomUUID(), 'poison', {
      ce_subject: 'lot:A',
      ce_source: '/serap/producer-registry',
    });
    await settled();
    expect(await intake.count(`lot WHERE id = 'stolen'`)).toBe(0);
    expect(await intake.count(`event_version WHERE subject LIKE 'lot:%'`)).toBe(0);
    expect(await intake.count(`dead_letter WHERE subject <> ''`)).toBe(0);
  });

  /** The same record once more, as a broker may hold it twice: the log in tests would recognise its id. */
  async function again(id: string, data: object): Promise<void> {
    await intake.publish(token, `${id}-copy`, data, { ce_id: id });
  }
});
