import { beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { addDays } from '#kernel/local-date.js';
import { Client } from '../../tools/system/client.js';
import { HttpFailure } from '../../tools/system/http-failure.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { ServiceName } from '#contracts/topics.js';
import type { System } from '../../tools/system/system.js';
import { audit } from '../../tools/verify/audit.js';
import { KG, Market, outcomeOf, type Order } from './market.js';
import { systemOfADay } from './system-of-a-day.js';

const DAY = '2019-03-04';
const TERNATE = '82.71';
const SIJUNJUNG = '13.03';
const SOUTH_SULAWESI = '73';

/** A call that has to be refused. */
async function refusalOf(call: Promise<unknown>): Promise<{ status: number; code: string; errors?: unknown[] }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof HttpFailure) {
      return { status: error.status, ...(JSON.parse(error.body) as { code: string; errors?: unknown[] }) };
    }
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Situations in which a naive build fails a real user; each in a market of its own. */
describe('ten situations', () => {
  const up = systemOfADay(DAY);
  let system: System;
  beforeAll(() => {
    system = up();
  });

  it('1: a joint agreement is no contract: it routes nothing, and says so', async () => {
    const market = new Market(system, '33.01', DAY);
    await market.lot({ kilograms: [1_000] });
    await market.agreement(SIJUNJUNG, { quotaKg: 1_000, until: 'joint-agreement-signed' });
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 800 }))).toEqual([0, ['AGREEMENT_NOT_IN_FORCE', 800]]);
    const { lots } = await market.bind();
    expect(lots[0]?.unsold).toMatchObject([{ code: 'AGREEMENT_NOT_IN_FORCE', quantity: 1_000 * KG, gain: 800 * KG }]);
  });

  it('2: the order of arrival decides nothing: the third partner, who alone needs halal, gets all of it', async () => {
    const market = new Market(system, '33.03', DAY);
    // The halal lot expires first: whoever serves in that order gives it away.
    const halal = await market.lot({
      kilograms: [600],
      certificates: ['HALAL', 'P-IRT'],
      bestBefore: addDays(DAY, 600),
    });
    await market.lot({ kilograms: [650], certificates: ['P-IRT'], bestBefore: addDays(DAY, 700) });
    for (const partner of [TERNATE, SIJUNJUNG, SOUTH_SULAWESI]) await market.agreement(partner, { quotaKg: 1_000 });
    const first = await market.order(TERNATE, { quantity: 350, certificates: ['P-IRT'] });
    const second = await market.order(SIJUNJUNG, { quantity: 300, certificates: ['P-IRT'] });
    const third = await market.order(SOUTH_SULAWESI, { quantity: 600, certificates: ['P-IRT', 'HALAL'] });
    expect([first, second, third].map(outcomeOf)).toEqual([[350], [300], [600]]);
    await market.bind();
    expect((await market.again(third)).lines[0]?.allocations.map(({ lot }) => lot)).toEqual([halal]);
  });

  it('3: two partners, one lot, two routers: nothing is promised twice', async () => {
    const market = new Market(system, '33.04', DAY);
    await market.lot({ kilograms: [5_000] });
    for (const partner of [TERNATE, SIJUNJUNG]) await market.agreement(partner, { quotaKg: 100_000 });
    const replica = await system.replica('order-routing');
    try {
      const orders = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          market.order(
            index % 2 === 0 ? TERNATE : SIJUNJUNG,
            { quantity: 500 },
            { base: index % 4 < 2 ? system.services['order-routing'].url : replica.url },
          ),
        ),
      );
      const promised = orders.map((order) => outcomeOf(order)[0]);
      expect(promised.reduce((sum, kilograms) => sum + kilograms, 0)).toBe(5_000);
    } finally {
      await replica.stop();
    }
  });

  it('4: what is sent or delivered again spends no quota again', async () => {
    const market = new Market(system, '33.05', DAY);
    await market.lot({ kilograms: [5_000] });
    const agreement = await market.agreement(SIJUNJUNG, { quotaKg: 1_000 });
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => market.order(SIJUNJUNG, { quantity: 600 }, { key: 'the-same-call' })),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    await waitUntilQuiet(system);
    // Every event that these services ever heard comes again.
    for (const name of ['order-routing', 'partnership-agreements'] as const) await forgetProgress(system, name);
    await waitUntilQuiet(system);
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 600 }))).toEqual([400, ['QUOTA_EXHAUSTED', 200]]);
    await waitUntilQuiet(system);
    const { items } = await market.agreements.get<{ items: { consumed: number }[] }>(
      `/api/agreements/${agreement}/quota`,
    );
    expect(items.map(({ consumed }) => consumed)).toEqual([1_000 * KG]);
  });

  it('5: what would expire at sea stays ashore, however soon it expires', async () => {
    const market = new Market(system, '33.06', DAY);
    const expiring = await market.lot({ kilograms: [500], bestBefore: addDays(DAY, 20) });
    const fresh = await market.lot({ kilograms: [500], bestBefore: addDays(DAY, 300) });
    await market.agreement(TERNATE, { quotaKg: 1_000, transitDays: 14 });
    const order = await market.order(TERNATE, { quantity: 1_000, needBy: addDays(DAY, 15), minLifeDays: 10 });
    expect(outcomeOf(order)).toEqual([500, ['SHELF_LIFE_TOO_SHORT', 500]]);
    const { lots } = await market.bind();
    expect((await market.again(order)).lines[0]?.allocations.map(({ lot }) => lot)).toEqual([fresh]);
    expect(lots.find(({ lotId }) => lotId === expiring)?.unsold).toMatchObject([
      { code: 'SHELF_LIFE_TOO_SHORT', quantity: 500 * KG },
    ]);
  });

  it('6: small households sell all they have before a large producer sells more than they', async () => {
    const market = new Market(system, '33.07', DAY);
    const households = await market.lot({ kilograms: Array.from({ length: 40 }, () => 10) });
    const large = await market.lot({ kilograms: [5_000] });
    await market.agreement(SIJUNJUNG, { quotaKg: 10_000 });
    const order = await market.order(SIJUNJUNG, { quantity: 1_000 });
    await market.bind();
    const sold = (await market.again(order)).lines[0]?.allocations.map(({ lot, quantity }) => [lot, quantity / KG]);
    expect(new Map(sold as [string, number][])).toEqual(
      new Map([
        [households, 400],
        [large, 600],
      ]),
    );
  });

  it('7: units mean what they say: 10 kodi are 200 pairs, 0.1 and 0.2 kg are 300 g, "15.000" is refused', async () => {
    const market = new Market(system, '33.08', DAY);
    await market.lot({ kilograms: [500] }, 'sandals', 'PAIR');
    await market.lot({ kilograms: [1] });
    await market.agreement(SIJUNJUNG, { quotaKg: 400, commodity: 'sandals', unit: 'PAIR' });
    await market.agreement(TERNATE, { quotaKg: 400 });
    const kodi = await market.order(SIJUNJUNG, { commodity: 'sandals', quantity: 10, unit: 'kodi' });
    expect(kodi.lines[0]).toMatchObject({ quantity: 200, promised: 200 });
    const tenths = await Promise.all(['0.1', 0.2].map((quantity) => market.order(TERNATE, { quantity })));
    expect(tenths.map(({ lines }) => lines[0]?.promised)).toEqual([100, 200]);
    for (const quantity of ['15.000', '1,5', '1e3', 0.0001]) {
      const refusal = await refusalOf(market.order(TERNATE, { quantity }));
      expect([refusal.status, refusal.errors]).toMatchObject([422, [{ pointer: '/lines/0/quantity' }]]);
    }
    expect(await refusalOf(market.order(TERNATE, { quantity: 1, unit: 'kodi' }))).toMatchObject({ status: 422 });
  });

  it('7: where sacks hold 25 kg, whole ones are promised and sold, and what fills none is told', async () => {
    const market = new Market(system, '33.12', DAY);
    // 107 kg of three households: four sacks, cut from what they pooled, and 7 kg.
    const lot = await market.lot({ kilograms: [40, 40, 27], sackKg: 25 });
    await market.agreement(SIJUNJUNG, { quotaKg: 1_000 });
    const few = await market.order(SIJUNJUNG, { quantity: 12 });
    expect(outcomeOf(few)).toEqual([0, ['UNIT_INDIVISIBLE', 12]]);
    expect(few.lines[0]?.unfilled).toMatchObject([{ relaxBy: 13 * KG, gain: 12 * KG }]);
    const more = await market.order(SIJUNJUNG, { quantity: 60 });
    expect(outcomeOf(more)).toEqual([50, ['UNIT_INDIVISIBLE', 10]]);
    const most = await market.order(SIJUNJUNG, { quantity: 100 });
    expect(outcomeOf(most)).toEqual([50, ['NO_SURPLUS', 50]]);
    const { lots } = await market.bind();
    expect(lots).toMatchObject([
      { lotId: lot, allocated: 100 * KG, unsold: [{ code: 'UNIT_INDIVISIBLE', quantity: 7 * KG }] },
    ]);
    const sold = (await market.again(more)).lines[0]?.allocations ?? [];
    expect(sold.map(({ quantity }) => quantity % (25 * KG))).toEqual([0]);
  });

  it('8: 13.03 is Sijunjung and 1303 is nobody; a woman is born on day + 40', async () => {
    const market = new Market(system, '33.09', DAY);
    await market.lot({ kilograms: [100] });
    await market.agreement(SIJUNJUNG, { quotaKg: 100 });
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 10, deliverTo: '13.03.05' }))).toEqual([10]);
    for (const deliverTo of ['1303', '13.02']) {
      expect(await refusalOf(market.order(SIJUNJUNG, { quantity: 10, deliverTo }))).toMatchObject({ status: 422 });
    }
    // First registered elsewhere, on the day that 57 - 40 says.
    await market.producer('producer', { nik: '7371015708900001', nikPurpose: 'pendaftaran sertifikat halal' });
    const impossible = { nik: '7371017308900001', nikPurpose: 'pendaftaran sertifikat halal' };
    expect(await refusalOf(market.producer('producer', impossible))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/nik' }],
    });
  });

  it('10: every unit of surplus is sold or has its reason, and what is committed to export is no surplus', async () => {
    const market = new Market(system, '33.10', DAY);
    const lot = await market.lot({ kilograms: [100, 200], committed: { toExport: 50, atHome: 30, held: 5 } });
    await market.lot({ kilograms: [70] }, 'chips');
    await market.agreement(SIJUNJUNG, { quotaKg: 120 });
    await market.order(SIJUNJUNG, { quantity: 200 });
    const { lots } = await market.bind();
    for (const { surplus, allocated, unsold } of lots) {
      expect(unsold.reduce((sum, { quantity }) => sum + quantity, allocated)).toBe(surplus);
    }
    expect(lots.find(({ lotId }) => lotId === lot)).toMatchObject({ surplus: 300 * KG, allocated: 120 * KG });
    const reasons = lots.flatMap(({ unsold }) =>
      unsold.map(({ code, quantity }) => `${code} ${String(quantity / KG)}`),
    );
    // The agreement lets 120 of 200 kg through; nobody wants the other 100, nor the chips.
    expect(reasons.sort()).toEqual(['NO_DEMAND 100', 'NO_DEMAND 70', 'QUOTA_EXHAUSTED 80']);
  });

  // Last, for it moves the clock of all.
  it("9: an agreement ends at its origin's midnight, not its partner's, and what is at sea then still arrives", async () => {
    const market = new Market(system, '33.11', DAY);
    await market.lot({ kilograms: [1_000] });
    await market.agreement(TERNATE, { quotaKg: 500, transitDays: 14, lastDay: DAY });
    const atSea = await market.order(TERNATE, { quantity: 100 });
    await market.bind();
    const legs = [{ from: 'Cilacap', to: 'Ternate', mode: 'sea', eta: addDays(DAY, 14) }];
    const { id: shipment } = await market.registry.post<Order>(`/api/orders/${atSea.id}/shipments`, { legs });

    // 22:30 in Banyumas, 00:30 of the next day in Ternate.
    await clockTo(system, '2019-03-04T15:30:00Z');
    expect(outcomeOf(await market.order(TERNATE, { quantity: 100 }))).toEqual([100]);
    await clockTo(system, '2019-03-04T17:00:00Z');
    expect(outcomeOf(await market.order(TERNATE, { quantity: 100 }))).toEqual([0, ['AGREEMENT_NOT_IN_FORCE', 100]]);

    await clockTo(system, '2019-03-18T02:00:00Z');
    const [allocation] = (await market.again(atSea)).lines[0]?.allocations ?? [];
    const items = [{ allocation: allocation?.id, unit: 'g', accepted: 100 * KG }];
    await new Client(system, 'partner-intake', TERNATE).post(`/api/orders/shipments/${shipment}/receipt`, { items });
    const settlement = await market.registry.get<{ owed: number }>(`/api/orders/${atSea.id}/settlement`);
    expect(settlement.owed).toBe(100 * 16_500);
  });

  it('and after all of it every invariant holds', async () => {
    await waitUntilQuiet(system);
    expect(await audit(system.addresses, system.eventLog)).toEqual([]);
  });
});

async function clockTo(system: System, to: string): Promise<void> {
  await new Client(system, 'platform', '33.02').post('/api/operations/clock', { to });
  await waitUntilQuiet(system);
}

/** The service starts again as if it had heard nothing yet. */
async function forgetProgress(system: System, name: ServiceName): Promise<void> {
  const service = system.services[name];
  await service.stop();
  const client = new pg.Client({ connectionString: system.addresses.databases[name] });
  await client.connect();
  await client.query('UPDATE checkpoint SET next_offset = 0, last_event_id = NULL');
  await client.end();
  await service.start();
}
