import { expect, it } from '@jest/globals';
import { Client, type OrderView } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { audit } from '../../tools/verify/audit.js';
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
}, 240_000);
