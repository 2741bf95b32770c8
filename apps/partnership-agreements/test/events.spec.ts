import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '#platform/database/transactions.js';
import { keepQuota } from '../src/quota/keep-quota.js';
import {
  aFullFile,
  anAgreement,
  aTerm,
  period,
  startAgreements,
  toPks,
  until,
  walk,
  type Agreements,
} from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
beforeEach(() => {
  agreements.setClock('2019-03-04T02:00:00Z');
});
afterAll(async () => {
  await agreements.stop();
});

const toJointAgreement = ['offer', 'joint-agreement-drafting', 'joint-agreement-signed'];

async function heard(id: string) {
  const events = (await agreements.events()).filter(({ subject }) => subject === `agreement:${id}`);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  return events.map(({ type, data }) =>
    type.includes('terms') ? `terms ${data.removed ? '-' : ''}${data.quota}` : data.stage,
  );
}

describe('others hear of an agreement', () => {
  it('from the joint agreement on, its draft terms first, one version an event', async () => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, ['offer', 'joint-agreement-drafting']);
    expect(await heard(id)).toEqual([]);
    await walk(agreements, id, ['joint-agreement-signed']);
    expect(await heard(id)).toEqual(['terms 3500000', 'joint-agreement-signed']);
    const [terms, stage] = (await agreements.events()).slice(-2);
    expect(terms).toMatchObject({
      key: '33.02',
      data: { partner: '82.71', destination: '82.71', edition: 1, transitDays: 14 },
    });
    expect(stage?.data).not.toHaveProperty('effectiveFrom');
  });

  it('with the prices of a row that has a band, and as a change when the band is dropped', async () => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toJointAgreement);
    await agreements.post(`/${id}/terms`, { terms: [aTerm({ priceBand: { minimum: 16_500, maximum: 21_000 } })] });
    expect((await agreements.events()).at(-1)?.data).toMatchObject({ minimumPrice: 16_500, maximumPrice: 21_000 });
    expect((await agreements.get(`/${id}`)).body.terms[0].priceBand).toEqual({ minimum: 16_500, maximum: 21_000 });
    await agreements.post(`/${id}/terms`, { terms: [aTerm()] });
    expect((await agreements.events()).at(-1)?.data).not.toHaveProperty('minimumPrice');
    expect((await heard(id)).slice(2)).toEqual(['terms 3500000', 'terms 3500000']);
  });

  it('with the days to pay of a row that says them', async () => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toJointAgreement);
    await agreements.post(`/${id}/terms`, { terms: [aTerm({ paymentDays: 45 })] });
    expect((await agreements.events()).at(-1)?.data).toMatchObject({ paymentDays: 45 });
    expect((await agreements.get(`/${id}`)).body.terms[0].paymentDays).toBe(45);
    await agreements.post(`/${id}/terms`, { terms: [aTerm()] });
    expect((await agreements.events()).at(-1)?.data).not.toHaveProperty('paymentDays');
    expect((await agreements.get(`/${id}`)).body.terms[0].paymentDays).toBeNull();
  });

  it('when draft terms change: only what changed, and what went', async () => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toJointAgreement);
    const rows = [aTerm({ quota: 4_000_000 }), aTerm({ commodity: 'cassava-chips', quota: 7 })];
    await agreements.post(`/${id}/terms`, { terms: rows });
    await agreements.post(`/${id}/terms`, { terms: [rows[0]] });
    expect((await heard(id)).slice(2)).toEqual(['terms 4000000', 'terms 7', 'terms -7']);
    const ids = new Set(
      (await agreements.events('serap.agreement.terms-changed.v1'))
        .filter(({ data }) => data.agreementId === id && data.commodity !== 'cassava-chips')
        .map(({ data }) => data.termId),
    );
    expect(ids.size).toBe(1);
  });

  it('of the dates when the PKS is signed, the last day included by the origin’s calendar', async () => {
    const id = await aFullFile(agreements);
    const answer = await walk(agreements, id, toPks);
    expect(answer.stage).toBe('in-force');
    expect((await heard(id)).slice(-3)).toEqual(['terms 3500000', 'pks-signed', 'in-force']);
    const last = (await agreements.events()).at(-1);
    expect(last?.data).toMatchObject({
      effectiveFrom: '2019-02-28T17:00:00.000Z',
      effectiveTo: '2019-12-31T17:00:00.000Z',
    });
    expect((await agreements.get(`/${id}`)).body).toMatchObject(period);
  });
});

describe('the clock', () => {
  it('puts a signed PKS into force at its first local midnight, and not before', async () => {
    const id = await aFullFile(agreements);
    const days = { effectiveFrom: '2019-03-10', effectiveTo: '2019-03-20' };
    expect((await walk(agreements, id, toPks, days)).stage).toBe('pks-signed');
    agreements.setClock('2019-03-09T16:59:30Z');
    await sleep(300);
    expect((await agreements.get(`/${id}`)).body.stage).toBe('pks-signed');
    agreements.setClock('2019-03-09T17:00:00Z');
    const { history } = await until(agreements, id, 'in-force');
    expect(history.at(-1)).toMatchObject({ at: '2019-03-09T17:00:00+00:00', by: 'clock' });
  });

  it('skips no stage when it jumps, and ends a suspended agreement too', async () => {
    const days = { effectiveFrom: '2019-03-10', effectiveTo: '2019-03-20' };
    const signed = await aFullFile(agreements);
    await walk(agreements, signed, toPks, days);
    const suspended = await aFullFile(agreements);
    await walk(agreements, suspended, [...toPks, 'suspended'], { ...days, effectiveFrom: '2019-03-01' });
    agreements.setClock('2019-03-20T16:59:00Z');
    await until(agreements, signed, 'in-force');
    expect((await agreements.get(`/${suspended}`)).body.stage).toBe('suspended');
    agreements.setClock('2019-04-01T00:00:00Z');
    await until(agreements, signed, 'expired');
    await until(agreements, suspended, 'expired');
    expect((await heard(signed)).slice(-3)).toEqual(['pks-signed', 'in-force', 'expired']);
  });
});

describe('terms', () => {
  it('are not changed any more once the PKS is signed', async () => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toPks);
    const answer = await agreements.post(`/${id}/terms`, { terms: [aTerm()] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
  });

  it.each([
    ['a quota of zero', { quota: 0 }, '/terms/0/quota'],
    ['a fraction of a gram', { quota: 0.5 }, '/terms/0/quota'],
    ['a quota above 2^53', { quota: 2 ** 53 }, '/terms/0/quota'],
    ['a text for a quota', { quota: '3.500' }, '/terms/0/quota'],
    ['a BPS code', { destination: '8271' }, '/terms/0/destination'],
    ['a destination outside the partner', { destination: '82.72' }, '/terms/0/destination'],
    ['a neighbour whose code only begins alike', { destination: '82' }, '/terms/0/destination'],
    ['a minimum above the quota', { minimumLot: 3_500_001 }, '/terms/0/minimumLot'],
    ['a band upside down', { priceBand: { minimum: 2, maximum: 1 } }, '/terms/0/priceBand/minimum'],
    ['half a band', { priceBand: { minimum: 2 } }, '/terms/0/priceBand/maximum'],
    ['a band in fractions', { priceBand: { minimum: 1, maximum: 1.5 } }, '/terms/0/priceBand/maximum'],
    ['a tolerance below nothing', { loadTolerance: -1 }, '/terms/0/loadTolerance'],
    ['a tolerance of more than a tenth', { loadTolerance: 1_001 }, '/terms/0/loadTolerance'],
    ['payment on the day of receipt', { paymentDays: 0 }, '/terms/0/paymentDays'],
    ['payment after more than ninety days', { paymentDays: 91 }, '/terms/0/paymentDays'],
    ['half a day to pay', { paymentDays: 7.5 }, '/terms/0/paymentDays'],
    ['a share without an hour', { reserved: 1_000 }, '/terms/0/releaseHour'],
    ['a share above the quota', { reserved: 3_500_001, releaseHour: 12 }, '/terms/0/reserved'],
    ['an hour that no day has', { reserved: 1_000, releaseHour: 25 }, '/terms/0/releaseHour'],
    ['an unknown certificate', { certificates: ['ISO'] }, '/terms/0/certificates'],
    ['an unknown field', { price: 1 }, '/terms/0/price'],
  ])('are refused for %s', async (_, change, pointer) => {
    const { body } = await agreements.post('', anAgreement());
    const answer = await agreements.post(`/${body.id}/terms`, { terms: [aTerm(change)] });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect((await agreements.get(`/${body.id}`)).body.terms).toEqual([]);
  });
});

describe('regions', () => {
  it('the partner reads, the origin writes, and for others there is nothing', async () => {
    const { body } = await agreements.post('', anAgreement({ partner: '73' }));
    const id: string = body.id;
    for (const region of ['33.02', '73', '73.71']) {
      expect((await agreements.get(`/${id}`, { region })).status).toBe(200);
    }
    expect((await agreements.get(`/${id}`, { region: '73.71', role: 'partner-intake' })).status).toBe(200);
    for (const region of ['13.03', '7.3', '74', '33.01']) {
      const status = region === '7.3' ? 401 : 404;
      expect((await agreements.get(`/${id}`, { region })).status).toBe(status);
      expect((await agreements.get(`/${id}/quota`, { region })).status).toBe(status);
    }
    expect((await agreements.get('', { region: '13.03' })).body.items).toEqual([]);
    const step = { stage: 'offer' };
    expect((await agreements.post(`/${id}/stages`, step, { region: '73' })).status).toBe(403);
    expect((await agreements.post(`/${id}/stages`, step, { region: '13.03' })).status).toBe(404);
    expect((await agreements.post(`/${id}/terms`, { terms: [aTerm()] }, { region: '13.03' })).status).toBe(404);
    expect((await agreements.get(`/${id}`)).body.stage).toBe('preparation');
  });

  it('an agreement with oneself is refused, and so is an origin set by the client', async () => {
    for (const [change, pointer] of [
      [{ partner: '33.02' }, '/partner'],
      [{ origin: '73' }, '/origin'],
    ] as const) {
      const answer = await agreements.post('', anAgreement(change));
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
  });
});

describe('an idempotency key', () => {
  it('opens one agreement for 20 parallel calls, and is refused for another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => agreements.post('', anAgreement(), { key: 'k' })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await agreements.post('', anAgreement({ partner: '73' }), { key: 'k' })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect((await agreements.post('', anAgreement(), { key: null })).status).toBe(400);
  });

  it('takes a step once, though it comes 20 times in parallel', async () => {
    const { body } = await agreements.post('', anAgreement());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => agreements.post(`/${body.id}/stages`, { stage: 'offer' }, { key: body.id })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await agreements.get(`/${body.id}`)).body.history).toHaveLength(2);
  });
});

it('the quota ledger keeps the newest of each cell', async () => {
  const id = await aFullFile(agreements);
  await walk(agreements, id, toPks);
  const [term] = (await agreements.get(`/${id}`)).body.terms;
  const cell = { termId: term.id, agreementId: id, origin: '33.02', period: '2019-03-04', capacity: 3_500_000 };
  for (const [version, consumed] of [
    [1, 5],
    [3, 900],
    [2, 7],
  ] as const) {
    await agreements.app.get(Transactions).run((tx) => keepQuota(tx, { ...cell, consumed }, version));
  }
  expect((await agreements.get(`/${id}/quota`)).body.items).toEqual([
    expect.objectContaining({
      termId: term.id,
      period: '2019-03-04',
      capacity: 3_500_000,
      consumed: 900,
      every: 'day',
    }),
  ]);
});
