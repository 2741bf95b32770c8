import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettlementLine } from '../src/fulfilment/find-earnings.js';
import type { PayoutsView } from '../src/fulfilment/find-payouts.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
const LEGS = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2027-01-02' }];
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

describe('the money of an order', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;
  let shipmentId: string;
  let allocation: string;

  const payOut = (reference: string, options: object = OFFICER) =>
    routing.post<{ id: string; status: string; amount: number; code?: string }>(
      app,
      `/api/orders/${orderId}/payouts`,
      { reference },
      options,
    );
  const list = async (): Promise<PayoutsView> =>
    (await routing.get<PayoutsView>(app, `/api/orders/${orderId}/payouts`, '33.02', 'registry-officer')).body;
  const another = async () => ({ token: await routing.token('registry-officer', '33.02', { sub: 'second-officer' }) });

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 9_000), lotInput('A', 4_000)]);
    orderId = (await routing.post(app, '/api/orders', orderBody(4_000))).body.id;
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    const sent = await routing.post<{ id: string }>(app, `/api/orders/${orderId}/shipments`, { legs: LEGS }, OFFICER);
    shipmentId = sent.body.id;
    allocation = (await routing.get(app, `/api/orders/${orderId}`)).body.lines[0]!.allocations[0]!.id;
    const items = [{ allocation, unit: 'g', accepted: 4_000 * KG, damaged: 0 }];
    await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, { items });
  });

  afterAll(() => routing.close());

  it('is paid out by its seller’s office, once its buyer has paid all of it', async () => {
    const early = await payOut('L-1');
    const buyer = await payOut('L-1', {});
    const stranger = await payOut('L-1', { role: 'registry-officer', region: '34.01' });
    expect([early.status, buyer.status, stranger.status]).toEqual([409, 403, 404]);
    await routing.post(app, `/api/orders/${orderId}/payments`, { amount: 66_000_000, reference: 'TRF 1' }, OFFICER);
    expect((await list()).producers).toEqual([
      { producer: 'A-1', earned: 66_000_000, prepared: 0, paidOut: 0, due: 66_000_000 },
    ]);
  });

  it('above the limit needs a second officer, who may stop it', async () => {
    const prepared = await payOut('L-1');
    expect(prepared.body).toMatchObject({ status: 'prepared', amount: 66_000_000 });
    const path = `/api/orders/payouts/${prepared.body.id}`;
    const same = await routing.post(app, `${path}/approval`, {}, OFFICER);
    const twice = await payOut('L-2');
    expect([same.status, twice.status]).toEqual([409, 409]);
    const stopped = await routing.post(app, `${path}/rejection`, {}, await another());
    const late = await routing.post(app, `${path}/approval`, {}, await another());
    expect([stopped.status, late.status, (await list()).producers[0]!.due]).toEqual([200, 409, 66_000_000]);
  });

  it('is with the household then, and a receipt comes to no less', async () => {
    const prepared = await payOut('L-3');
    const path = `/api/orders/payouts/${prepared.body.id}`;
    expect((await routing.post(app, `${path}/approval`, {}, await another())).status).toBe(200);
    expect((await list()).producers).toMatchObject([{ paidOut: 66_000_000, due: 0 }]);
    const { body } = await routing.get<{ items: SettlementLine[] }>(
      app,
      '/api/orders/settlements',
      '33.02',
      'registry-officer',
    );
    expect(body.items).toMatchObject([{ paid: true, paidOut: true }]);
    const corrected = await routing.post<{ detail: string }>(
      app,
      `/api/orders/shipments/${shipmentId}/receipt-correction`,
      { items: [{ allocation, unit: 'g', accepted: 3_000 * KG, damaged: 0 }], confirmMissing: true, reason: 'x' },
    );
    expect([corrected.status, corrected.body.detail]).toEqual([
      409,
      'Rp66000000 of this order have been paid out to producers: what is owed can no longer be less.',
    ]);
  });

  it('is paid out at once below the limit, which is the office’s', async () => {
    const policy = {
      ...{
        priceObjective: 'freight-only',
        priceTierPercent: 5,
        fairness: 'max-min',
        expiryBucketDays: 30,
        cutOff: null,
      },
      payoutLimit: 1_000_000,
    };
    await routing.post(app, '/api/orders/policies/33.02', policy, { ...OFFICER, method: 'PUT' });
    const [{ policy: kept }] = await routing.dataSource.query<[{ policy: object }]>('SELECT policy FROM market');
    expect(kept).toMatchObject({ payoutLimit: 1_000_000 });
    const audit = await routing.get<{ items: { action: string; after: unknown }[] }>(
      app,
      `/api/orders/audit?subject=${orderId}`,
      '33.02',
      'registry-officer',
    );
    expect(audit.body.items.find(({ action }) => action.endsWith('/payouts'))).toMatchObject({
      after: { status: 'prepared', amount: 66_000_000 },
    });
  });
});
