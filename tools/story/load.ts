import { kilograms, rupiah, sumOf, type Cast, type Storyteller } from './chapter.js';
import type { Leg, Settlement } from './deliver.js';
import { ordersOf, type Sale } from './place.js';
import type { Lot } from './register.js';

/** A sack of sugar, in grams. */
const SACK = 25_000;

export interface LoadSent {
  readonly id: string;
  readonly shipments: readonly { readonly id: string; readonly order: string }[];
}

interface Part {
  readonly allocation: string;
  readonly quantity?: number;
  readonly unit?: 'g';
}

/**
 * Goods of several orders for one place leave in one container: all that is ready of the first orders, and half of the
 * sacks of the last. What does not go in waits for the next load.
 */
export async function loadHalf(
  cast: Cast,
  { tell }: Storyteller,
  { whole, half, legs }: { readonly whole: string; readonly half: string; readonly legs: readonly Leg[] },
): Promise<LoadSent> {
  const orders = await ordersOf(cast);
  const ready = (order: string): Sale[] =>
    orders
      .filter(({ id }) => id === order)
      .flatMap(({ lines }) => lines.flatMap(({ allocations }) => allocations))
      .filter(({ status }) => status === 'confirmed');
  const parts: Part[] = [
    ...ready(whole).map(({ id }) => ({ allocation: id })),
    ...ready(half).map(({ id, quantity }) => ({ allocation: id, unit: 'g', quantity: halfInSacks(quantity) })),
  ];
  const sent = await cast.registry.post<LoadSent>(
    '/api/orders/loads',
    {
      parts,
      legs,
      vehicle: { kind: 'container', number: 'TEGU 330271-5 (contoh)' },
      capacity: { quantity: 3, unit: 'ton' },
      carrier: 'PT Pelayaran Contoh',
      papers: [{ kind: 'domestic-manifest', number: 'MDN-1 (contoh)' }],
    },
    'story-load-1',
  );
  const { shipments } = await cast.operations.get<{
    shipments: readonly { readonly goods: readonly { readonly quantity: number }[] }[];
  }>(`/api/orders/loads/${sent.id}`);
  const loaded = sumOf(shipments, ({ goods }) => sumOf(goods, ({ quantity }) => quantity));
  tell(`A container for 3 t leaves with ${kilograms(loaded)} of ${String(shipments.length)} orders; the rest waits.`);
  return sent;
}

function halfInSacks(grams: number): number {
  return grams <= SACK ? grams : Math.floor(grams / 2 / SACK) * SACK;
}

interface Recipient {
  readonly partner: string;
  readonly order: string;
  readonly allocation: string;
  readonly status: string;
  readonly quantity: number;
}

/** Who will get goods of a lot that is recalled while they are at sea. */
export interface Recall {
  readonly lot: string;
  readonly recipients: readonly Recipient[];
}

/** What has not left of a lot is taken out of the market; what is at sea is told to its buyer. */
export async function recall(cast: Cast, { tell }: Storyteller, lot: Lot, quiet: () => Promise<void>): Promise<Recall> {
  await cast.registry.post(
    `/api/registry/lots/${lot.id}/recall`,
    { cause: 'Kadar air tinggi (contoh)' },
    'story-recall',
  );
  await quiet();
  const { recalledAt, items } = await cast.registry.get<{
    recalledAt: string | null;
    items: Recipient[];
  }>(`/api/orders/lots/${lot.id}/recipients`);
  if (recalledAt === null) throw new Error(`Lot ${lot.id} is not recalled.`);
  const atSea = items.filter(({ status }) => status === 'dispatched');
  tell(
    `A lot is recalled: ${kilograms(sumOf(atSea, ({ quantity }) => quantity))} of it are at sea, and their buyer is told.`,
  );
  return { lot: lot.id, recipients: atSea };
}

/**
 * What the partner counted wrongly it says again, with the reason: all of a shipment came but what it refused. What it
 * owes follows, to the rupiah.
 */
export async function correct(
  cast: Cast,
  { tell }: Storyteller,
  {
    order,
    partner,
    shipment,
    refused,
  }: {
    readonly order: string;
    readonly partner: string;
    readonly shipment: string;
    readonly refused: readonly string[];
  },
): Promise<readonly [before: number, after: number]> {
  const owed = async (): Promise<number> =>
    (await cast.registry.get<Settlement>(`/api/orders/${order}/settlement`)).owed;
  const { items: shipments } = await cast.operations.get<{ items: { id: string; allocationIds: string[] }[] }>(
    `/api/orders/${order}/shipments`,
  );
  const sent = shipments.find(({ id }) => id === shipment)?.allocationIds ?? [];
  const sales = (await ordersOf(cast)).flatMap(({ lines }) => lines.flatMap(({ allocations }) => allocations));
  const items = sent.map((allocation) => {
    const { quantity = 0 } = sales.find(({ id }) => id === allocation) ?? {};
    return refused.includes(allocation)
      ? { allocation, unit: 'g', accepted: 0, damaged: quantity }
      : { allocation, unit: 'g', accepted: quantity };
  });
  const before = await owed();
  await cast
    .partner(partner)
    .post(
      `/api/orders/shipments/${shipment}/receipt-correction`,
      { items, reason: 'Dua karung ditemukan di gudang (contoh)' },
      'story-correction',
    );
  const after = await owed();
  tell(`${partner} corrects its receipt: it owes ${rupiah(after)} and not ${rupiah(before)}.`);
  return [before, after];
}
