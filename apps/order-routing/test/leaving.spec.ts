import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '#platform/context/shutdown.js';
import { inDays, IntakeFixture } from './intake-app.js';
import { agreementInputs, lotInput } from './routing-app.js';

describe('a replica whose end is announced', () => {
  let intake: IntakeFixture;
  let leaving: NestFastifyApplication;
  let other: NestFastifyApplication;

  const announceEnd = async (app: NestFastifyApplication) => {
    const shutdown = app.get(Shutdown);
    shutdown.closing();
    await shutdown.end('leases', (error) => {
      throw error;
    });
  };
  const order = (app: NestFastifyApplication) =>
    intake.call(
      app,
      'POST',
      '/api/orders',
      {
        buyer: { name: 'PT Pembeli', nib: '9120000000001' },
        lines: [{ commodity: 'sugar', quantity: 1, unit: 'kg', needBy: inDays(30), certificates: ['P-IRT'] }],
      },
      { key: randomUUID() },
    );
  const owners = () =>
    intake.dataSource
      .query<{ owner: string | null }[]>('SELECT lease_owner AS owner FROM market')
      .then((rows) => rows.map(({ owner }) => owner));

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    leaving = await intake.replica();
    await intake.feed(leaving, [...agreementInputs('13.03', 100), lotInput('A', 5_000, ['P-IRT'])]);
    other = await intake.replica();
    for (const app of [leaving, other]) app.get(Shutdown).opened();
  });

  afterAll(() => intake.close());

  it('gives its markets back at once, and another decides what it is still asked', async () => {
    const [before] = await owners();
    await announceEnd(leaving);
    expect(await owners()).not.toContain(before);
    const { status, body } = await order(leaving);
    expect([status, body.status]).toEqual([201, 'promised-in-full']);
  });

  it('is not ready, and closes each connection with its answer', async () => {
    const ready = await fetch(`${await leaving.getUrl()}/readyz`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    const live = await fetch(`${await leaving.getUrl()}/livez`);
    expect([live.status, live.headers.get('connection')]).toEqual([200, 'close']);
    expect((await fetch(`${await other.getUrl()}/livez`)).headers.get('connection')).toBe('keep-alive');
  });

  it('takes no market where there is no other: it answers 202, and whoever comes decides', async () => {
    await announceEnd(other);
    const before = await intake.count('orders');
    expect((await order(leaving)).status).toBe(202);
    expect(await owners()).toEqual([null]);
    await intake.replica();
    await intake.until(async () => (await intake.count('orders')) === before + 1);
  });
});
