import { get } from './client.js';
import { loadTasks, type TaskList } from './load-tasks.js';
import { Following } from './follow.js';
import type { CommodityFlows, Explanation, Health, Order, Regions, Summary } from './types.js';

export interface Live extends TaskList {
  readonly summary: Summary;
  readonly flows: readonly CommodityFlows[];
  readonly reasons: readonly Explanation[];
  readonly orders: readonly Order[];
  readonly health: Health;
  readonly regions: Regions;
  /** Business time minus the time of this computer, milliseconds. */
  readonly clockAhead: number;
  readonly eventLag: number | null;
}

export interface Watcher {
  /** What is known now. */
  show(live: Live): void;
  /** The server has just confirmed that what is shown is the latest. */
  fresh(streaming: boolean): void;
  signedOut(): void;
}

export interface Watching {
  /** Reads anew, as after a change of one's own. */
  again(): void;
  stop(): void;
}

/** Follows everything that the operations page shows. */
export function watch(watcher: Watcher): Watching {
  let live: Live | undefined;
  const show = (next: Live) => {
    live = next;
    watcher.show(next);
  };
  return new Following<Live>({
    load,
    show,
    fresh: watcher.fresh.bind(watcher),
    signedOut: watcher.signedOut.bind(watcher),
    stillTrue: ({ id, clock, eventLag }) => {
      if (id !== live?.summary.id || clock.offsetMs !== live.summary.clock.offsetMs) return false;
      show({ ...live, clockAhead: aheadOf(clock.now), eventLag });
      return true;
    },
  });
}

function aheadOf(now: string): number {
  return Date.parse(now) - Date.now();
}

async function load(): Promise<Live> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const [flows, reasons, orders, tasks, health] = await Promise.all([
    get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows'),
    get<{ commodities: Explanation[] }>('/api/operations/reasons'),
    get<{ items: Order[] }>('/api/operations/orders?limit=50'),
    loadTasks(),
    get<Health>('/api/operations/health'),
  ]);
  return {
    summary,
    flows: flows.commodities,
    reasons: reasons.commodities,
    orders: orders.items,
    ...tasks,
    health,
    regions: { ...summary.regions, ...flows.regions },
    clockAhead: aheadOf(summary.clock.now),
    eventLag: summary.eventLag,
  };
}
