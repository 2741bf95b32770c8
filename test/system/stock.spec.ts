import { expect, it } from 'vitest';
import { Client, type OrderView } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { audit } from '../../tools/verify/audit.js';
import type { System } from '../../tools/system/system.js';
import { sampleOrders } from '../../tools/sample/index.js';
import { scenario } from './scenario.js';

interface LotView {
  readonly id: string;
  readonly sellerId: string;
  readonly quantity: number;
  readonly certificates: readonly { readonly kind: string }[];
  readonly balance: Readonly<Record<string, number>>;
}

const TON = 1_000_000;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

it('stock that is asked back, held, spoiled, suspended or revoked leaves, and every balance adds up at every step', async () => {
  await scenario('in-force', {
    moment: async (name, system) => {
      if (name !== 'bound') return;
      const officer = new Client(system, 'registry-officer', '33.02');
      const operations = new Client(system, 'operations', '33.02');
      const lots = async () => (await officer.get<{ items: LotView[] }>('/api/registry/lots')).items;
      const lot = async (id: string) => officer.get<LotView>(`/api/registry/lots/${id}`);
      const promised = async () => {
        const { items } = await operations.get<{ items: OrderView[] }>('/api/orders?limit=500');
        return sum(items.flatMap(({ lines }) => lines.map((line) => line.promised)));
      };
      const reasons = async () => {
        const { items } = await operations.get<{ items: OrderView[] }>('/api/orders?limit=500');
        return new Set(items.flatMap(({ lines }) => lines.flatMap(({ unfilled }) => unfilled.map(({ code }) => code))));
      };
      const ask = async (path: string, body: object = {}) => {
        const { id } = await officer.post<{ id: string }>(path, body);
        await waitUntilQuiet(system);
        expect(await audit(system.addresses, system.eventLog)).toEqual([]);
        return id;
      };
      const granted = async (id: string) => {
        const { items } = await officer.get<{ items: { id: string; granted: number }[] }>('/api/registry/lot-requests');
        return items.find((request) => request.id === id)?.granted;
      };
      await waitUntilQuiet(system);
      const bare = (await lots()).find(({ certificates }) => certificates.length === 0)!;
      const [spare, sold] = (await lots())
        .filter(({ id }) => id !== bare.id)
        .sort((a, b) => b.balance['free']! - a.balance['free']!);

      // Nobody could be promised the lot without a certificate: all of it goes back.
      const back = await ask(`/api/registry/lots/${bare.id}/withdrawals`, { quantity: bare.quantity });
      expect([await granted(back), (await lot(bare.id)).balance['withdrawn']]).toEqual([2 * TON, 2 * TON]);

      // What is bound stays with its buyers.
      const more = await ask(`/api/registry/lots/${spare!.id}/withdrawals`, { quantity: spare!.quantity });
      expect(await granted(more)).toBe(TON / 2);
      expect(await promised()).toBe(12.5 * TON);

      // A hold keeps what is bound; what spoils then takes it away, from the latest promise.
      await ask(`/api/registry/lots/${sold!.id}/hold`, { cause: 'Kadar air tinggi' });
      expect(await promised()).toBe(12.5 * TON);
      await ask(`/api/registry/lots/${sold!.id}/release`);
      const spoiled = await ask(`/api/registry/lots/${sold!.id}/write-offs`, { quantity: TON, cause: 'Basah' });
      expect([await granted(spoiled), await promised()]).toEqual([TON, 11.5 * TON]);

      // A contributor who is suspended takes its part along.
      const { items } = await officer.get<{ items: { producerId: string; quantity: number }[] }>(
        `/api/registry/lots/${spare!.id}/contributions?limit=1`,
      );
      const { producerId } = items[0]!;
      await ask(`/api/registry/producers/${producerId}/suspend`);
      expect((await lot(spare!.id)).balance['suspended']).toBeGreaterThan(0);
      expect(await promised()).toBeLessThan(11.5 * TON);
      expect(await reasons()).toContain('PRODUCER_SUSPENDED');
      await ask(`/api/registry/producers/${producerId}/verify`);
      expect([(await lot(spare!.id)).balance['suspended'], await promised()]).toEqual([0, 11.5 * TON]);

      // Without its certificate a lot serves none of those who want one.
      const held = await officer.get<{ items: { id: string; kind: string }[] }>(
        `/api/registry/certificates?producer=${spare!.sellerId}&status=verified`,
      );
      for (const { id } of held.items) await ask(`/api/registry/certificates/${id}/revoke`);
      expect((await lot(spare!.id)).certificates).toEqual([]);
      expect(await reasons()).toContain('CERTIFICATE_MISSING');

      const recalled = await ask(`/api/registry/lots/${sold!.id}/recall`, { cause: 'Label salah' });
      expect(await granted(recalled)).toBe(sold!.quantity - TON);
      expect((await lot(sold!.id)).balance).toMatchObject({
        writtenOff: sold!.quantity,
        recalled: sold!.quantity - TON,
      });
    },
  });
});

/** A household's registration with its own organic sugar of today, 100 kg, as an officer enters it. */
async function registered(officer: Client, number: string): Promise<{ id: string; lot: string }> {
  const sample = (await officer.get<{ items: { village: string }[] }>('/api/registry/producers?limit=1')).items[0]!;
  const { id } = await officer.post<{ id: string }>('/api/registry/producers', {
    kind: 'producer',
    name: `Bu Sari ${number}`,
    village: sample.village,
    umkmClass: 'micro',
    umkmRule: 'UU 20/2008',
    umkmAsOf: '2019-01-02',
    workers: { total: 2, women: 1, youth: 0 },
    healthInsured: false,
    nik: '3302164101800001',
    nikPurpose: 'pendataan ekspor',
  });
  await officer.post(`/api/registry/producers/${id}/verify`, {});
  const papers = [
    { kind: 'ORGANIC', number: `${number}-LSO-001-IDN` },
    { kind: 'HALAL', number: `ID3311000000001${number}0` },
    { kind: 'P-IRT', number: `P-IRT 2063302000${number}-23`, until: '2023-05-31' },
  ];
  for (const paper of papers) {
    const certificate = { ...paper, products: [], issued: '2018-06-01' };
    const recorded = await officer.post<{ id: string }>(`/api/registry/producers/${id}/certificates`, certificate);
    await officer.post(`/api/registry/certificates/${recorded.id}/verify`, {});
  }
  const { items } = await officer.get<{ items: { id: string; commodity: string }[] }>('/api/registry/products');
  const sugar = items.find(({ commodity }) => commodity === 'granulated-coconut-sugar')!;
  const { lots } = await officer.post<{ lots: { id: string }[] }>('/api/registry/stock-statements', {
    sellerId: id,
    productId: sugar.id,
    date: '2019-03-04',
    floorPrice: 16_500,
    ...{ produced: 100_000, committedToExport: 0, committedAtHome: 0, held: 0 },
  });
  return { id, lot: lots[0]!.id };
}

/** A merge is accepted, not done: its answer is 202, which a call that wants an outcome takes for none. */
async function merge(system: System, duplicate: string, keep: string): Promise<{ id: string; state: string }> {
  const response = await fetch(`${system.url}/api/registry/merge-proposals/${duplicate}/accept`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await system.token('registry-officer', '33.02')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `merge-${duplicate}`,
    },
    body: JSON.stringify({ keep }),
  });
  expect(response.status).toBe(202);
  return (await response.json()) as { id: string; state: string };
}

it('goods of a household that was registered twice stay promised, are delivered, and are paid once, to one', async () => {
  await scenario('in-force', {
    moment: async (name, system) => {
      if (name !== 'loaded') return;
      const officer = new Client(system, 'registry-officer', '33.02');
      const buyer = new Client(system, 'partner-intake', '13.03');
      const operations = new Client(system, 'operations', '33.02');
      const quiet = async (): Promise<void> => {
        await waitUntilQuiet(system);
        expect(await audit(system.addresses, system.eventLog)).toEqual([]);
      };
      const first = await registered(officer, '901');
      const second = await registered(officer, '902');
      await quiet();
      const [like] = sampleOrders('in-force', 'sugar').filter(({ partner }) => partner === '13.03');
      const { partner: _, ...order } = like!;
      const line = { ...order.lines[0]!, quantity: 200, unit: 'kg', certificates: ['ORGANIC'] };
      const placed = await buyer.post<OrderView>('/api/orders', { ...order, reference: 'ORGANIK', lines: [line] });
      expect(placed.lines.map(({ promised }) => promised)).toEqual([200_000]);
      await operations.post('/api/orders/runs', { origin: '33.02' });
      const bound = async () => (await officer.get<OrderView>(`/api/orders/${placed.id}`)).lines[0]!.allocations;
      const before = (await bound()).map(({ id, quantity, status }) => [id, quantity, status]);
      expect(before.map(([, quantity, status]) => [quantity, status])).toEqual([
        [100_000, 'offered'],
        [100_000, 'offered'],
      ]);

      const { items: proposals } = await officer.get<{ items: { id: string; keep: string; same: string[] }[] }>(
        '/api/registry/merge-proposals',
      );
      expect(proposals).toMatchObject([{ id: second.id, keep: first.id, same: ['nik'] }]);
      const asked = await merge(system, second.id, first.id);
      expect(asked.state).toBe('asked');
      await quiet();
      expect(await officer.get(`/api/registry/merges/${asked.id}`)).toMatchObject({ state: 'done', reason: null });
      expect(await officer.get(`/api/registry/producers/${second.id}`)).toMatchObject({
        status: 'closed',
        mergedInto: first.id,
      });
      expect(await officer.get(`/api/registry/lots/${second.lot}`)).toMatchObject({ sellerId: first.id });
      expect((await bound()).map(({ id, quantity, status }) => [id, quantity, status])).toEqual(before);

      for (const [id] of before) await officer.post(`/api/orders/allocations/${String(id)}/confirmation`, {});
      const legs = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2019-03-12' }];
      const sent = await officer.post<{ id: string }>(`/api/orders/${placed.id}/shipments`, { legs });
      await officer.post(`/api/orders/shipments/${sent.id}/legs/1/arrival`, {});
      const items = before.map(([allocation]) => ({ allocation, unit: 'kg', accepted: 100, damaged: 0 }));
      await buyer.post(`/api/orders/shipments/${sent.id}/receipt`, { items });
      const amount = 200 * 16_500;
      await officer.post(`/api/orders/${placed.id}/payments`, { amount, reference: 'TRF ORGANIK' });
      await officer.post(`/api/orders/${placed.id}/payouts`, { reference: 'BAYAR ORGANIK' });
      const money = await officer.get<{ producers: object[] }>(`/api/orders/${placed.id}/payouts`);
      expect(money.producers).toEqual([{ producer: first.id, earned: amount, prepared: 0, paidOut: amount, due: 0 }]);
      await quiet();
      const impact = await operations.get<{ commodities: { groups: { producers: number; sold: number }[] }[] }>(
        '/api/operations/impact?by=village',
      );
      const sales = impact.commodities.flatMap(({ groups }) => groups).filter(({ sold }) => sold > 0);
      expect(sales.map(({ producers, sold }) => [producers, sold])).toEqual([[1, 200_000]]);
    },
  });
});
