import type { components } from '#clients/order-routing.js';
import { get } from '../api/client.js';
import type { CommodityFlows, Regions, Summary, TimelineEntry } from '../api/types.js';

/** Answers of /api/orders, as its document describes them. */
type Schemas = components['schemas'];
export type OrderView = Schemas['OrderView'];
export type OrderLineView = Schemas['LineView'];
export type Orders = Schemas['Page_OrderView'];
export type ShipmentView = Schemas['ShipmentView'];
export type SettlementView = Schemas['SettlementView'];
export type Allocated = Schemas['AllocatedView'];
export type PaperRule = Schemas['PaperRule'];

/** Which orders are shown. */
export interface OrdersWanted {
  readonly search: string;
  /** Empty: in any state. */
  readonly status: string;
}

export interface Around {
  readonly regions: Regions;
  /** Business instant when this was read. */
  readonly now: number;
}

export interface OrderFile extends Around {
  readonly order: OrderView;
  readonly shipments: readonly ShipmentView[];
  readonly settlement: SettlementView;
  readonly timeline: readonly TimelineEntry[];
}

/** Names of regions, and the time by which things are due. */
export async function loadAround(): Promise<Around> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const flows = await get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows');
  return { regions: { ...summary.regions, ...flows.regions }, now: Date.parse(summary.clock.now) };
}

/** Those under way first, the newest of them first. */
export function ordersPath({ search, status }: OrdersWanted, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ order: 'open-first', ...more });
  if (search.trim() !== '') query.set('search', search.trim());
  if (status !== '') query.set('status', status);
  return `/api/orders?${query.toString()}`;
}

export async function loadOrder(id: string): Promise<OrderFile> {
  const around = await loadAround();
  const [order, shipments, settlement, history] = await Promise.all([
    get<OrderView>(`/api/orders/${id}`),
    get<{ items: ShipmentView[] }>(`/api/orders/${id}/shipments`),
    get<SettlementView>(`/api/orders/${id}/settlement`),
    // Another service tells it, and may be behind: an order without a past is shown all the same.
    get<{ timeline: TimelineEntry[] }>(`/api/operations/orders/${id}`).catch(() => ({ timeline: [] })),
  ]);
  return { ...around, order, shipments: shipments.items, settlement, timeline: history.timeline };
}

/** What is ready to leave, of the goods that the caller sells, and the papers that goods go with. */
export interface Readiness {
  readonly ready: readonly Allocated[];
  readonly papers: readonly PaperRule[];
}

/** All of an order, and of others as much as one list holds. */
export async function loadReady(order: string): Promise<Readiness> {
  const confirmed = '/api/orders/allocations?status=confirmed&limit=500';
  const [own, all, papers] = await Promise.all([
    get<{ items: Allocated[] }>(`${confirmed}&order=${order}`),
    get<{ items: Allocated[] }>(confirmed),
    get<{ items: PaperRule[] }>('/api/orders/loads/papers'),
  ]);
  const others = all.items.filter(({ orderId }) => orderId !== order);
  return { ready: [...own.items, ...others], papers: papers.items };
}
