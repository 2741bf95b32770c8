import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CERTIFICATE_RULES } from '#kernel/certificate-rules.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OfficePolicy } from '../src/domain/ledger/office-policy.js';
import { PAPER_RULES } from '../src/domain/ledger/paper-rules.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const OFFICER = { role: 'registry-officer', region: '33.02' } as const;
const LANDED: OfficePolicy = {
  priceObjective: 'landed',
  priceTierPercent: 0,
  fairness: 'none',
  expiryBucketDays: 0,
  cutOff: null,
};

describe("an office's policy", () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  const put = (
    body: object,
    who: { role: 'registry-officer' | 'partner-intake'; region: string } = OFFICER,
    origin = '33.02',
  ) => routing.post<OfficePolicy>(app, `/api/orders/policies/${origin}`, body, { ...who, method: 'PUT' });

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    const dear = lotInput('A', 500);
    const cheap = lotInput('B', 500);
    await routing.feed(app, [
      ...agreementInputs('13.03', 1_000),
      { ...dear, payload: { ...dear.payload, floorPrice: 20_000 } },
      { ...cheap, payload: { ...cheap.payload, floorPrice: 15_000 } },
    ]);
  });

  afterAll(() => routing.close());

  it('is freight alone, with a daily cut-off, until somebody says otherwise', async () => {
    const { body } = await routing.get<OfficePolicy>(app, '/api/orders/policies/33.02', '33.02', 'registry-officer');
    expect(body).toEqual({
      priceObjective: 'freight-only',
      priceTierPercent: 5,
      fairness: 'max-min',
      expiryBucketDays: 30,
      cutOff: '17:00',
      certificateRules: CERTIFICATE_RULES,
      paperRules: PAPER_RULES,
    });
  });

  it.each<[string, object]>([
    ['a part of it', { priceObjective: 'landed' }],
    ['an objective of its own', { ...LANDED, priceObjective: 'cheapest' }],
    ['half a percent', { ...LANDED, priceTierPercent: 0.5 }],
    ['25 o\u2019clock', { ...LANDED, cutOff: '25:00' }],
    ['something more', { ...LANDED, favourite: 'A' }],
  ])('cannot be %s', async (_, body) => {
    expect((await put(body)).status).toBe(422);
  });

  it('belongs to the office of the origin', async () => {
    const partner = await put(LANDED, { role: 'partner-intake', region: '13.03' });
    const neighbour = await put(LANDED, { role: 'registry-officer', region: '34.01' });
    expect([partner.status, neighbour.status]).toEqual([403, 404]);
  });

  it('is of an origin that exists, like a run and an order: no market is made of another word', async () => {
    const markets = (): Promise<unknown> => routing.dataSource.query('SELECT id FROM market ORDER BY id');
    const before = await markets();
    const officer = { role: 'registry-officer', region: '33' } as const;
    const answers = [
      await routing.post(app, '/api/orders/policies/33', LANDED, { ...officer, method: 'PUT' }),
      await routing.post(app, '/api/orders/runs', {}, officer),
      await routing.post(app, '/api/orders', { ...orderBody(1), origin: '33.02.01' }),
      await routing.post(app, '/api/orders', { ...orderBody(1), origin: '99.99' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 422, 422]);
    expect(await markets()).toEqual(before);
  });

  it('counts from the next run on, and is shown with it', async () => {
    expect((await put(LANDED)).body).toEqual(LANDED);
    const { body: order } = await routing.post(app, '/api/orders', orderBody(400));
    const { body: run } = await routing.post<{ id: string }>(app, '/api/orders/runs', {}, OFFICER);
    const { body } = await routing.get(app, `/api/orders/${order.id}`);
    expect(body.lines[0]!.allocations.map(({ lot, quantity }) => [lot, quantity])).toEqual([['B', 400_000]]);
    const shown = await routing.get<{ policy: OfficePolicy }>(
      app,
      `/api/orders/runs/${run.id}`,
      '33.02',
      'registry-officer',
    );
    expect(shown.body.policy).toMatchObject({ priceObjective: 'landed', fairness: 'none' });
  });
});
