import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettlementView, ShipmentView } from '../src/fulfilment/find-fulfilment.js';
import { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { Input } from '../src/domain/decisions/index.js';
import { MarketState } from '../src/domain/ledger/market-state.js';
import { Market } from '../src/domain/market.js';
import { loadMarket } from '../src/persistence/load-market.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
const LEGS = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2027-01-02' }];
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

describe('what was recorded wrongly', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;
  let allocation: string;
  let shipmentId: string;

  const settlement = async (): Promise<SettlementView> =>
    (await routing.get<SettlementView>(app, `/api/orders/${orderId}/settlement`)).body;
  const correct = (accepted: number, on = app, key: string = crypto.randomUUID()) =>
    routing.post<{ code?: string; detail?: string }>(
      on,
      `/api/orders/shipments/${shipmentId}/receipt-correction`,
      {
        items: [{ allocation, unit: 'g', accepted: accepted * KG, damaged: 0 }],
        confirmMissing: true,
        reason: 'satu karung terhitung dua kali',
      },
      { key },
    );
  const pay = (amount: number, reference: string) =>
    routing.post<{ code?: string }>(app, `/api/orders/${orderId}/payments`, { amount, reference }, OFFICER);
  const reverse = (payment: number, options: object = OFFICER) =>
    routing.post<{ code?: string }>(
      app,
      `/api/orders/${orderId}/payments/${String(payment)}/reversal`,
      { reason: 'transfer ditolak bank' },
      options,
    );

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 400)]);
    orderId = (await routing.post(app, '/api/orders', orderBody(400))).body.id;
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    shipmentId = (await routing.post<{ id: string }>(app, `/api/orders/${orderId}/shipments`, { legs: LEGS }, OFFICER))
      .body.id;
    const order = await routing.get(app, `/api/orders/${orderId}`);
    allocation = order.body.lines[0]!.allocations[0]!.id;
  });

  afterAll(() => routing.close());

  it('is no correction before there is a receipt', async () => {
    const { status, body } = await correct(300);
    expect([status, body.code]).toEqual([409, 'NOT_RECEIVED']);
    const items = [{ allocation, unit: 'g', accepted: 300 * KG, damaged: 0 }];
    const receipt = { items, confirmMissing: true };
    expect((await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, receipt)).status).toBe(200);
    expect((await routing.post(app, `/api/orders/shipments/${shipmentId}/receipt`, receipt)).status).toBe(409);
  });

  it('is corrected by the buyer alone, once a call, and all figures follow', async () => {
    const stranger = await routing.post(
      app,
      `/api/orders/shipments/${shipmentId}/receipt-correction`,
      { items: [{ allocation, unit: 'g', accepted: 1, damaged: 0 }], reason: 'x' },
      { region: '73' },
    );
    const [first, again] = [await correct(380, app, 'c-1'), await correct(380, app, 'c-1')];
    expect([stranger.status, first.status, again.status]).toEqual([404, 200, 200]);
    const { owed, producers } = await settlement();
    expect([owed, producers]).toEqual([6_270_000, [{ producer: 'A-1', quantity: 380 * KG, amount: 6_270_000 }]]);
    const { body } = await routing.get<{ items: ShipmentView[] }>(app, `/api/orders/${orderId}/shipments`);
    expect(body.items[0]!.corrections).toMatchObject([
      {
        reason: 'satu karung terhitung dua kali',
        items: [
          {
            allocation,
            before: { accepted: 300 * KG, damaged: 0 },
            after: { accepted: 380 * KG, damaged: 0 },
          },
        ],
      },
    ]);
    const none = await correct(0);
    expect(none.status).toBe(200);
    expect([(await settlement()).owed, (await settlement()).producers]).toEqual([0, []]);
    expect((await correct(400)).status).toBe(200);
  });

  it('is a payment that is taken back by an entry, also of an order that is closed', async () => {
    expect((await pay(6_600_000, 'TRF 9')).status).toBe(200);
    expect((await routing.get(app, `/api/orders/${orderId}`)).body.status).toBe('settled');
    const refused = await correct(380);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'The buyer has paid Rp330000 more than these figures come to. Have a payment reversed first.',
    ]);
    const [payment] = (await settlement()).payments;
    const buyer = await reverse(payment!.id, {});
    const reversed = await reverse(payment!.id);
    const again = await reverse(payment!.id);
    expect([buyer.status, reversed.status, again.status]).toEqual([403, 200, 409]);
    expect((await settlement()).payments).toMatchObject([
      { amount: 6_600_000, reference: 'TRF 9', reversal: { reason: 'transfer ditolak bank' } },
    ]);
    expect([(await settlement()).paid, (await routing.get(app, `/api/orders/${orderId}`)).body.status]).toEqual([
      0,
      'received',
    ]);
  });

  it('goes on in a replica that has nothing of it in memory, and its reference pays again there', async () => {
    const second = await routing.replica();
    await routing.moveLease();
    expect((await correct(390, second)).status).toBe(200);
    expect((await correct(400, second)).status).toBe(200);
    expect((await pay(6_600_000, 'trf 9')).status).toBe(200);
    expect((await settlement()).payments.map(({ reversal }) => reversal === null)).toEqual([false, true]);
  });

  it('is in the audit log with what it found and what it left', async () => {
    const audit = async (subject: string) =>
      (
        await routing.get<{ items: { action: string; before: unknown; after: unknown }[] }>(
          app,
          `/api/orders/audit?subject=${subject}`,
          '33.02',
          'registry-officer',
        )
      ).body.items;
    const corrections = (await audit(shipmentId)).filter(({ action }) => action === 'receipt-corrected');
    expect(corrections.at(-1)).toMatchObject({
      before: [{ allocationId: allocation, accepted: 300 * KG, damaged: 0 }],
      after: [{ allocationId: allocation, accepted: 380 * KG, damaged: 0 }],
    });
    expect((await audit(orderId)).find(({ action }) => action === 'payment-reversed')).toMatchObject({
      before: { reference: 'TRF 9', amount: 6_600_000 },
      after: { reference: 'TRF 9', amount: 0 },
    });
  });

  it('is in the log by versions without a gap, and in the journal as the tables have it', async () => {
    const events = await routing.dataSource.query<{ subject: string; versions: number[] }[]>(
      `SELECT headers->>'ce_subject' AS subject, array_agg((headers->>'ce_sequence')::int ORDER BY id) AS versions
       FROM outbox GROUP BY 1`,
    );
    for (const { versions } of events) expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(events.find(({ subject }) => subject === `settlement:${allocation}`)?.versions).toHaveLength(6);
    const journal = await routing.dataSource.query<{ kind: string; payload: unknown; at: Date }[]>(
      'SELECT kind, payload, at FROM input WHERE number IS NOT NULL ORDER BY number',
    );
    const folded = new Market(new MarketState('33.02'));
    const states = journal.map(({ kind, payload, at }) => {
      const changes = new ChangeSet();
      folded.apply({ kind, payload } as Input, at, changes);
      folded.forgetClosed(changes);
      return folded.state.orders.size;
    });
    expect(states.at(-1)).toBe(0);
    const loaded = await loadMarket(routing.dataSource, '33.02');
    expect([[...loaded.orders], [...loaded.paidBy]]).toEqual([[...folded.state.orders], [...folded.state.paidBy]]);
    expect([...loaded.cells.values()].map(({ consumed }) => consumed)).toEqual(
      [...folded.state.cells.values()].map(({ consumed }) => consumed),
    );
  });
});
