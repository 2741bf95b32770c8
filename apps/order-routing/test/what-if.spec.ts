import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeFixture, inDays } from './intake-app.js';
import { startProcess } from './own-process.js';
import { agreementInputs, lotInput } from './routing-app.js';

const TERM = randomUUID();
const KG = 1_000;

describe('a what-if over HTTP', () => {
  let intake: IntakeFixture;
  let door: Awaited<ReturnType<typeof startProcess>>['door'];
  const ask = (body: object, who: Parameters<IntakeFixture['call']>[4] = {}) =>
    intake.call(door, 'POST', '/api/orders/what-if', body, { region: '33.02', role: 'agreement-officer', ...who });

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    const feeder = await intake.replica();
    await intake.feed(feeder, [...agreementInputs('13.03', 300, { id: TERM }), lotInput('A', 1_000)]);
    const order = {
      buyer: { name: 'PT Pembeli' },
      lines: [{ commodity: 'sugar', quantity: 500, unit: 'kg', needBy: inDays(30) }],
    };
    const placed = await intake.call(feeder, 'POST', '/api/orders', order, { key: randomUUID() });
    expect(placed.body.lines[0].promised).toBe(300 * KG);
    await intake.stop(feeder);
    // Workers run what is built.
    ({ door } = await startProcess(intake.settings));
  });

  afterAll(() => intake.close());

  it('says what a raised quota would sell, and writes nothing', async () => {
    const before = await intake.dataSource.query('SELECT journal, version FROM market');
    const { status, body } = await ask({ terms: [{ term: TERM, quota: 400 * KG }] });
    expect(status).toBe(200);
    expect(body.commodities).toMatchObject([{ today: { sold: 300 * KG }, then: { sold: 400 * KG, households: 1 } }]);
    expect(body.proof.then).toEqual({ verified: true, upperBound: 400 * KG, gap: 0, unproved: [] });
    expect(body.lines.items[0].unfilled).toMatchObject([{ code: 'QUOTA_EXHAUSTED', quantity: 100 * KG }]);
    expect(await intake.dataSource.query('SELECT journal, version FROM market')).toEqual(before);
  });

  it('asks for the market that is there: an order that came meanwhile counts', async () => {
    const needBy = inDays(30);
    const supposed = { demand: [{ partner: '13.03', commodity: 'sugar', quantity: '50', unit: 'kg', needBy }] };
    const { body } = await ask({ ...supposed, terms: [{ term: TERM, quota: 600 * KG }] });
    expect(body.lines.items.map(({ order, then }: { order: string; then: number }) => [order, then / KG])).toEqual([
      [expect.any(String), 500],
      ['what-if-1', 50],
    ]);
  });

  it('answers those who ask at once one after the other, and too many of them that they come again', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => ask({})));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.body).toMatchObject({ code: 'UNAVAILABLE' });
    expect((await ask({})).status).toBe(200);
  });

  it('takes another table of certificate rules, and points into one that is wrong', async () => {
    const rule = {
      ...{ id: 'halal', kinds: ['HALAL'], products: ['P-IRT'], packs: ['retail'], uses: ['resale'] },
      ...{ makers: ['micro'], from: null, basis: 'PP 42/2024' },
    };
    const asked = await ask({ policy: { certificateRules: [rule] } });
    expect([asked.status, asked.body.proof?.then.verified]).toEqual([200, true]);
    const wrong = await ask({ policy: { certificateRules: [{ ...rule, uses: ['gift'] }] } });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/policy/certificateRules/0/uses']);
  });

  it('points to what is wrong in a question', async () => {
    const { status, body } = await ask({ lots: [{ lot: randomUUID(), floorPrice: 1 }] });
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'INVALID', '/lots/0/lot']);
    const unknown = await ask({
      demand: [{ partner: '13.03', commodity: 'salt', quantity: 1, unit: 'kg', needBy: inDays(3) }],
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'COMMODITY_UNKNOWN']);
    expect((await ask({ terms: [{ term: TERM, quota: -1 }] })).body.errors[0].pointer).toBe('/terms/0/quota');
    expect((await ask({ anything: 1 })).status).toBe(422);
  });

  it('is for officers of the origin', async () => {
    expect((await ask({}, { role: 'partner-intake', region: '13.03' })).status).toBe(403);
    expect((await ask({}, { region: '13.03' })).status).toBe(404);
    expect((await ask({ origin: '33.02' }, { region: '33.01' })).status).toBe(404);
    expect((await ask({ origin: '33.02' }, { role: 'platform', region: '00' })).status).toBe(200);
  });

  it('a partner reads what it can buy, and what an order would be promised, before it places one', async () => {
    const partner = { region: '13.03', role: 'partner-intake' } as const;
    const catalogue = await intake.call(door, 'GET', '/api/orders/catalogue', undefined, partner);
    expect([catalogue.status, catalogue.body.items]).toMatchObject([200, [{ term: TERM, available: 0, quotaLeft: 0 }]]);
    const order = {
      buyer: { name: 'PT Pembeli' },
      lines: [{ commodity: 'sugar', quantity: 40, unit: 'kg', needBy: inDays(30) }],
    };
    const before = await intake.dataSource.query('SELECT count(*)::int AS orders FROM orders');
    const quote = await intake.call(door, 'POST', '/api/orders/quotes', order, partner);
    expect([quote.status, quote.body.lines]).toMatchObject([
      200,
      [{ quantity: 40 * KG, promised: 0, landedPrice: null, unfilled: [{ code: 'QUOTA_EXHAUSTED' }] }],
    ]);
    expect(await intake.dataSource.query('SELECT count(*)::int AS orders FROM orders')).toEqual(before);
    const elsewhere = await intake.call(door, 'GET', '/api/orders/catalogue?deliverTo=82.71', undefined, partner);
    expect([elsewhere.status, elsewhere.body.errors[0].pointer]).toEqual([422, '/deliverTo']);
    const stranger = await intake.call(door, 'GET', '/api/orders/catalogue', undefined, { region: '82.71' });
    expect(stranger.body.items).toEqual([]);
  });
});
