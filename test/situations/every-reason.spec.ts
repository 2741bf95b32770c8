import { beforeAll, describe, expect, it } from 'vitest';
import { REASONS, type ReasonCode } from '#kernel/reasons.js';
import { addDays } from '#kernel/local-date.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { System } from '../../tools/system/system.js';
import { audit } from '../../tools/verify/audit.js';
import { KG, Market, outcomeOf } from './market.js';
import { systemOfADay } from './system-of-a-day.js';

const DAY = '2019-03-04';
const TERNATE = '82.71';
const SIJUNJUNG = '13.03';

/** Each code of the closed list comes out of the whole system, said over HTTP, as somebody meets it. */
describe('every reason', () => {
  const up = systemOfADay(DAY);
  let system: System;
  const seen = new Set<string>();
  beforeAll(() => {
    system = up();
  });

  const expected = (code: ReasonCode, kilograms: number): [string, number] => {
    seen.add(code);
    return [code, kilograms];
  };
  /** What is unsold of a market's goods, as its officers see it. */
  const unsoldOf = async ({ origin }: Market): Promise<[string, number][]> => {
    const operations = new Client(system, 'operations', origin);
    const { commodities } = await operations.get<{
      commodities: { unsold: { code: string; quantity: number }[] }[];
    }>('/api/operations/reasons');
    return commodities
      .flatMap(({ unsold }) => unsold.map(({ code, quantity }) => [code, quantity / KG] as const))
      .map(([code, kilograms]): [string, number] => [code, kilograms]);
  };

  it('of a line: its place, its agreement, its day, its price, its certificates', async () => {
    const market = new Market(system, '33.05', DAY);
    await market.lot({ kilograms: [1_000], certificates: ['P-IRT'], certifiedUntil: '2019-03-07' });
    const agreement = await market.agreement(SIJUNJUNG, { quotaKg: 500 });
    const line = async (more: object, partner = SIJUNJUNG) => {
      const order = await market.order(partner, { quantity: 100, ...more });
      const outcome = outcomeOf(order);
      await new Client(system, 'partner-intake', partner).post(`/api/orders/${order.id}/cancellation`, {});
      return [outcome, outcomeOf(await market.again(order))];
    };
    const isCancelled = [0, expected('CANCELLED', 100)];
    const cases: [ReasonCode, object][] = [
      ['CERTIFICATE_MISSING', { certificates: ['HALAL'] }],
      ['CERTIFICATE_EXPIRES_BEFORE_ARRIVAL', { certificates: ['P-IRT'] }],
      ['SHELF_LIFE_TOO_SHORT', { minLifeDays: 1_000 }],
      ['NEEDED_TOO_SOON', { needBy: addDays(DAY, 2) }],
      ['PRICE_ABOVE_CEILING', { maxLandedPrice: 10_000 }],
    ];
    for (const [code, more] of cases) expect(await line(more)).toEqual([[0, expected(code, 100)], isCancelled]);
    expect(await line({}, TERNATE)).toEqual([[0, expected('REGION_NOT_COVERED', 100)], isCancelled]);
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 700 }))).toEqual([
      500,
      expected('QUOTA_EXHAUSTED', 200),
    ]);
    await market.agreements.post(`/api/agreements/${agreement}/stages`, { stage: 'suspended' });
    await waitUntilQuiet(system);
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 100 }))).toEqual([
      0,
      expected('AGREEMENT_SUSPENDED', 100),
    ]);
    await market.agreement(TERNATE, { quotaKg: 500, until: 'joint-agreement-signed' });
    expect(outcomeOf(await market.order(TERNATE, { quantity: 100 }))).toEqual([
      0,
      expected('AGREEMENT_NOT_IN_FORCE', 100),
    ]);
  });

  it('of a line: sacks, a least quantity, a share, an empty store, a day that has passed', async () => {
    const market = new Market(system, '33.06', DAY);
    await market.lot({ kilograms: [100], sackKg: 50 });
    await market.agreement(SIJUNJUNG, { quotaKg: 5_000 });
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 400, minimum: 200 }))).toEqual([
      0,
      expected('BELOW_MINIMUM_LOT', 400),
    ]);
    await market.agreement(TERNATE, { quotaKg: 5_000, reservedKg: 50 });
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 30 }))).toEqual([0, expected('UNIT_INDIVISIBLE', 30)]);
    expect(outcomeOf(await market.order(SIJUNJUNG, { quantity: 100 }))).toEqual([
      50,
      expected('PARTNER_SHARE_RESERVED', 50),
    ]);
    const late = await market.order(TERNATE, { quantity: 150, needBy: addDays(DAY, 8) });
    expect(outcomeOf(late)).toEqual([50, expected('NO_SURPLUS', 100)]);
    expect(await unsoldOf(market)).toEqual([expected('AWAITING_BIND', 100)]);
  });

  it('of goods: nobody wants them, they are held, refused, withdrawn, or lost on their way', async () => {
    const market = new Market(system, '33.07', DAY);
    const lot = await market.lot({ kilograms: [600], consents: false });
    await market.agreement(SIJUNJUNG, { quotaKg: 5_000, transitDays: 1 });
    await market.bind();
    expect(await unsoldOf(market)).toEqual([expected('NO_DEMAND', 600)]);

    await market.registry.post(`/api/registry/lots/${lot}/hold`, { cause: 'Diperiksa' });
    await waitUntilQuiet(system);
    expect(await unsoldOf(market)).toEqual([expected('LOT_HELD', 600)]);
    await market.registry.post(`/api/registry/lots/${lot}/release`, {});
    await market.registry.post(`/api/registry/lots/${lot}/withdrawals`, { quantity: 100 * KG });
    await waitUntilQuiet(system);
    expect(await unsoldOf(market)).toContainEqual(expected('COMMITTED_ELSEWHERE', 100));

    const order = await market.order(SIJUNJUNG, { quantity: 300 });
    await market.bind();
    const offered = (await market.again(order)).lines[0]?.allocations ?? [];
    for (const { id } of offered) await market.registry.post(`/api/orders/allocations/${id}/refusal`, {});
    await waitUntilQuiet(system);
    expect(await unsoldOf(market)).toContainEqual(expected('PRODUCER_REFUSED', 300));
    expect(outcomeOf(await market.again(order))).toEqual([200, ['PRODUCER_REFUSED', 100]]);
    await market.registry.post(`/api/orders/lots/${lot}/hold-release`, {});

    const { items } = await market.registry.get<{ items: { sellerId: string }[] }>('/api/registry/lots?limit=5');
    await market.registry.post(`/api/registry/producers/${items[0]?.sellerId ?? ''}/suspend`, {});
    await waitUntilQuiet(system);
    expect(await unsoldOf(market)).toContainEqual(expected('PRODUCER_SUSPENDED', 500));
  });

  it('of a line whose goods were lost on their way, and of one whose day has passed', async () => {
    const market = new Market(system, '33.08', DAY);
    await market.lot({ kilograms: [1_000] });
    await market.agreement(SIJUNJUNG, { quotaKg: 5_000, transitDays: 1 });
    const sent = await market.order(SIJUNJUNG, { quantity: 1_000 });
    const unmet = await market.order(SIJUNJUNG, { quantity: 10, needBy: addDays(DAY, 3) });
    await market.bind();
    const legs = [{ from: 'Contoh', to: 'Sijunjung', mode: 'road', eta: addDays(DAY, 1) }];
    const { id } = await market.registry.post<{ id: string }>(`/api/orders/${sent.id}/shipments`, { legs });
    await market.registry.post(`/api/orders/shipments/${id}/legs/1/arrival`, {});
    const [allocation] = (await market.again(sent)).lines[0]?.allocations ?? [];
    const partner = new Client(system, 'partner-intake', SIJUNJUNG);
    // 4 kg of a tonne: within what a load may lose.
    const received = [{ allocation: allocation?.id, unit: 'kg', accepted: 996 }];
    await partner.post(`/api/orders/shipments/${id}/receipt`, { items: received });
    await waitUntilQuiet(system);
    expect(outcomeOf(await market.again(sent))).toEqual([996, expected('LOST_IN_TRANSIT', 4)]);

    await new Client(system, 'platform', '33.02').post('/api/operations/clock', { to: `${addDays(DAY, 4)}T02:00:00Z` });
    await waitUntilQuiet(system);
    expect(outcomeOf(await market.again(unmet))).toEqual([0, expected('NEED_BY_PASSED', 10)]);
  });

  it('was seen, and every invariant holds', async () => {
    expect([...REASONS].filter((code) => !seen.has(code))).toEqual([]);
    expect(await audit(system.addresses, system.eventLog)).toEqual([]);
  });
});
