import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IntakeFixture } from './intake-app.js';

const PLATFORM = { role: 'platform', region: '33.02' } as const;

describe('dead letters, as an operator handles them', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;
  let id: string;
  const list = async () =>
    (await intake.call(app, 'GET', '/api/orders/dead-letters?state=dead', undefined, PLATFORM)).body.items;
  const post = (what: string, letter = id) =>
    intake.call(app, 'POST', `/api/orders/dead-letters/${letter}/${what}`, {}, PLATFORM);

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    await intake.publish(await intake.issuer.token(['partner-intake'], '13.03'), randomUUID(), '{"order": rahasia');
    await intake.until(async () => (await intake.count('dead_letter')) === 1);
  });

  afterAll(() => intake.close());

  it('say where they lie and why, and never what they said', async () => {
    const [letter, ...more] = await list();
    id = letter.id;
    expect(letter).toMatchObject({
      topic: 'serap.order-intake.v1',
      code: 'MALFORMED',
      state: 'dead',
      parked: 0,
      settledAt: null,
    });
    expect(more).toEqual([]);
    const one = await intake.call(app, 'GET', `/api/orders/dead-letters/${id}`, undefined, PLATFORM);
    expect(one.body).toEqual(letter);
    expect(one.text).not.toContain('rahasia');
  });

  it('stay as they are while their cause is there', async () => {
    const { status, body } = await post('replay');
    expect([status, body.code]).toEqual([409, 'STILL_FAILS']);
    expect(await list()).toHaveLength(1);
  });

  it('are given up once, and it stands in the audit log who did it', async () => {
    expect((await post('discard')).body).toEqual({ released: 0, heldAgain: false });
    expect((await post('discard')).body.code).toBe('DEAD_LETTER_NOT_OPEN');
    expect(await list()).toEqual([]);
    const { items } = (await intake.call(app, 'GET', `/api/orders/audit?subject=${id}`, undefined, PLATFORM)).body;
    expect(items).toMatchObject([{ action: 'POST /api/orders/dead-letters/:id/discard', principal: 'platform@33.02' }]);
  });

  it('are for operations alone, and those that are not there are not found', async () => {
    expect((await intake.call(app, 'GET', '/api/orders/dead-letters')).status).toBe(403);
    expect((await post('replay', randomUUID())).status).toBe(404);
  });
});
