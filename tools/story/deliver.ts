import { waitUntilQuiet } from '../system/quiet.js';
import { kilograms, rupiah, sumOf, type Cast, type Storyteller } from './chapter.js';
import { ordersOf } from './place.js';

export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: 'road' | 'sea' | 'air' | 'rail';
  readonly eta: string;
}

interface Shipment {
  readonly id: string;
  readonly orderId: string;
  readonly allocationIds: readonly string[];
  readonly receivedAt: string | null;
  readonly legs: readonly { readonly arrivedAt: string | null }[];
}

/** Fixes which lots serve what is promised, proved by the run itself. */
export async function bind(cast: Cast, { system, tell }: Storyteller, name: string): Promise<void> {
  const { id } = await cast.operations.post<{ id: string }>(
    '/api/orders/runs',
    { origin: '33.02' },
    `story-run-${name}`,
  );
  const run = await cast.operations.get<{ outcome: string; proof: { gap: number } | null }>(`/api/orders/runs/${id}`);
  if (run.outcome !== 'published') throw new Error(`Run ${id} is ${run.outcome}.`);
  await waitUntilQuiet(system);
  const allocated = sumOf(await ordersOf(cast), ({ lines }) => sumOf(lines, (line) => line.allocated));
  tell(`A run binds promises to lots: ${kilograms(allocated)} are bound in all, proved optimal.`);
}

/** Sends all that is confirmed of an order on its way. */
export async function ship(cast: Cast, orderId: string, legs: readonly Leg[], name: string): Promise<void> {
  await cast.registry.post(`/api/orders/${orderId}/shipments`, { legs }, `story-ship-${name}`);
}

/** The shipments of an order that have not been received arrive, leg by leg. */
export async function arrive(cast: Cast, orderId: string): Promise<void> {
  for (const shipment of await underWay(cast, orderId)) {
    for (const [index, { arrivedAt }] of shipment.legs.entries()) {
      const leg = `/api/orders/shipments/${shipment.id}/legs/${String(index + 1)}/arrival`;
      if (arrivedAt === null) await cast.registry.post(leg, {}, `story-leg-${shipment.id}-${String(index)}`);
    }
  }
}

interface Short {
  /** Base units of the first shipment's first sale. */
  readonly damaged: number;
  readonly missing: number;
  /** Allocations of which nothing is taken: their lot was recalled. */
  readonly refused?: readonly string[];
}

/** The partner counts what came: all of it, or less. */
export async function receive(
  cast: Cast,
  { system, tell }: Storyteller,
  { id: orderId, partner }: { readonly id: string; readonly partner: string },
  short: Short = { damaged: 0, missing: 0 },
): Promise<void> {
  const order = (await ordersOf(cast)).find(({ id }) => id === orderId);
  const sent = new Map(order?.lines.flatMap((line) => line.allocations).map(({ id, quantity }) => [id, quantity]));
  let { damaged, missing } = short;
  const refused = new Set(short.refused);
  let [accepted, sentBack] = [0, 0];
  for (const shipment of await underWay(cast, orderId)) {
    const items = shipment.allocationIds.map((allocation) => {
      const quantity = sent.get(allocation) ?? 0;
      if (refused.has(allocation)) {
        sentBack += quantity;
        return { allocation, unit: 'g', accepted: 0, damaged: quantity };
      }
      const item = { allocation, unit: 'g', accepted: quantity - damaged - missing, damaged };
      [damaged, missing] = [0, 0];
      accepted += item.accepted;
      return item;
    });
    await cast
      .partner(partner)
      .post(`/api/orders/shipments/${shipment.id}/receipt`, { items, moisture: 210 }, `story-receipt-${shipment.id}`);
  }
  await waitUntilQuiet(system);
  const lost = short.damaged + short.missing;
  const loss = `; ${kilograms(short.damaged)} came damaged, ${kilograms(short.missing)} never came`;
  const recalled = sentBack === 0 ? '' : `; it refuses ${kilograms(sentBack)} that were recalled`;
  tell(`${partner} accepts ${kilograms(accepted)}${lost === 0 ? '' : loss}${recalled}.`);
}

async function underWay(cast: Cast, orderId: string): Promise<Shipment[]> {
  const { items } = await cast.operations.get<{ items: Shipment[] }>(`/api/orders/${orderId}/shipments`);
  return items.filter(({ receivedAt }) => receivedAt === null);
}

export interface Settlement {
  readonly owed: number;
  readonly paid: number;
  readonly producers: readonly { readonly producer: string; readonly quantity: number; readonly amount: number }[];
}

/** The buyer pays what it owes; every contributor's statement is part of it, to the rupiah. */
export async function settle(cast: Cast, { tell }: Storyteller, orderId: string, partner: string): Promise<Settlement> {
  const path = `/api/orders/${orderId}/settlement`;
  const { owed, paid } = await cast.registry.get<Settlement>(path);
  const payment = { amount: owed - paid, reference: `TRF-${partner}-${orderId.slice(0, 8)} (contoh)` };
  await cast.registry.post(`/api/orders/${orderId}/payments`, payment, `story-payment-${orderId}`);
  const settled = await cast.registry.get<Settlement>(path);
  tell(`${partner} pays ${rupiah(settled.paid)} to ${String(settled.producers.length)} contributors.`);
  return settled;
}
