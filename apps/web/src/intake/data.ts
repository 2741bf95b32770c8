import type { components } from '#clients/order-routing.js';
import { get } from '../api/client.js';
import type { CommodityFlows, Order, Regions, Summary } from '../api/types.js';
import { loadTasks, type TaskList } from '../api/load-tasks.js';
import { offersOf, type Offer } from './offers.js';

/** Answers of /api/orders, as its document describes them. */
type Schemas = components['schemas'];
export type OrderView = Schemas['OrderView'];
export type PlaceOrder = Schemas['PlaceOrderDto'];
export type QuoteView = Schemas['QuoteView'];

export interface IntakeData extends TaskList {
  readonly offers: readonly Offer[];
  /** The newest 50 of the region. */
  readonly orders: readonly Order[];
  readonly regions: Regions;
  /** Business time when this was read, in milliseconds. */
  readonly now: number;
}

/** What a partner's page shows of what the region may order and has ordered. */
export async function loadIntake(region: string): Promise<IntakeData> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const [flows, orders, tasks] = await Promise.all([
    get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows'),
    get<{ items: Order[] }>('/api/operations/orders?limit=50'),
    loadTasks(),
  ]);
  return {
    ...tasks,
    offers: offersOf(flows.commodities, region),
    orders: orders.items,
    regions: { ...summary.regions, ...flows.regions },
    now: Date.parse(summary.clock.now),
  };
}
