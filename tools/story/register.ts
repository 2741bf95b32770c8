import { certificateNumber } from '../sample/assumed.js';
import { loadGroups } from '../sample/load-groups.js';
import { loadProducers } from '../sample/load-producers.js';
import type { SampleInput } from '../sample/sample-input.js';
import { Client } from '../system/client.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { kilograms, sumOf, type Cast, type Storyteller } from './chapter.js';

const BANYUMAS = '33.02';

export interface Lot {
  readonly id: string;
  readonly sellerId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly certificates: readonly { readonly kind: string }[];
  readonly balance: Readonly<Record<Balance, number>> | null;
}
type Balance =
  'declared' | 'free' | 'held' | 'offered' | 'confirmed' | 'inTransit' | 'delivered' | 'withdrawn' | 'writtenOff';

/** Producers, cooperatives with members and certificates, and the stock of the first day. */
export async function register(cast: Cast, { system, tell }: Storyteller, sample: SampleInput): Promise<Lot[]> {
  const registry = new Client(system, 'registry-officer', BANYUMAS);
  const quietly = (): void => undefined;
  const ids = await loadProducers(registry, sample, quietly);
  await loadGroups(registry, sample, ids, quietly);
  await waitUntilQuiet(system);
  const lots = await lotsOf(cast);
  const certificates = await cast.registry.get<{ items: object[] }>('/api/registry/certificates?status=verified');
  tell(
    `Banyumas registers ${String(ids.size)} households in ${String(sample.groups.length)} groups and verifies ` +
      `${String(certificates.items.length)} certificates. They state ${kilograms(sumOf(lots, ({ quantity }) => quantity))} of ` +
      `sugar without a buyer, in ${String(lots.length)} lots.`,
  );
  return lots;
}

/** Coaching bears fruit: the group without a certificate gets one, and states new stock under it. */
export async function certifyAndRestock(
  cast: Cast,
  { system, tell }: Storyteller,
  uncertified: Lot,
  day: string,
): Promise<Lot> {
  const holder = `/api/registry/producers/${uncertified.sellerId}`;
  await cast.registry.post(`${holder}/coaching`, { kind: 'certification', date: day }, `story-coaching-${day}`);
  const { id } = await cast.registry.post<{ id: string }>(
    `${holder}/certificates`,
    { kind: 'P-IRT', number: certificateNumber('P-IRT', 900, 2024), products: [], issued: day, until: '2024-06-30' },
    `story-certificate-${day}`,
  );
  await cast.registry.post(`/api/registry/certificates/${id}/verify`, {}, `story-certificate-${day}-verify`);
  const { items } = await cast.registry.get<{ items: { producerId: string; quantity: number }[] }>(
    `/api/registry/lots/${uncertified.id}/contributions?limit=500`,
  );
  // As much again as on the first day, twice over: two weeks of a slow market.
  const contributions = items.map(({ producerId, quantity }) => ({
    producerId,
    produced: 2 * quantity,
    committedToExport: 0,
    committedAtHome: 0,
    held: 0,
  }));
  const { sellerId, productId } = uncertified;
  await cast.registry.post(
    '/api/registry/stock-statements',
    { sellerId, productId, date: day, floorPrice: 16_500, contributions },
    `story-stock-${day}`,
  );
  await waitUntilQuiet(system);
  const lot = (await lotsOf(cast)).find(
    (one) =>
      one.sellerId === sellerId && one.id !== uncertified.id && one.certificates.some(({ kind }) => kind === 'P-IRT'),
  );
  if (!lot) throw new Error('The new stock did not become a lot with its certificate.');
  tell(
    `${day}: the group without a certificate was coached, holds a P-IRT now, and states ${kilograms(lot.quantity)}.`,
  );
  return lot;
}

export async function lotsOf(cast: Cast): Promise<Lot[]> {
  return (await cast.registry.get<{ items: Lot[] }>('/api/registry/lots?limit=500')).items;
}
