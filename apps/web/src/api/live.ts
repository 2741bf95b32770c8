import { get, SignedOut } from './client.js';
import type { Beat, CommodityFlows, Explanation, Health, Order, Regions, Summary } from './types.js';

export interface Live {
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

const SETTLE_MS = 120;
const SILENCE_MS = 8_000;
const POLL_MS = 4_000;

/**
 * Follows the live stream: reads everything anew after each change, resumes by itself, and polls while no stream gets
 * through.
 *
 * @returns how to stop
 */
export function watch(watcher: Watcher): () => void {
  let live: Live | undefined;
  let source: EventSource | undefined;
  let heardAt = 0;
  let stopped = false;
  let wanted = false;
  let reading: Promise<void> | undefined;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const streaming = () => Date.now() - heardAt < SILENCE_MS;

  async function readAll(): Promise<void> {
    try {
      do {
        wanted = false;
        live = await load();
        if (!stopped) watcher.show(live);
      } while (wanted);
      watcher.fresh(streaming());
      if (!source) connect();
    } catch (error) {
      if (error instanceof SignedOut && !stopped) watcher.signedOut();
    }
  }

  /** One reading at a time; a change meanwhile asks for one more. */
  function read(): void {
    wanted = true;
    reading ??= readAll().finally(() => {
      reading = undefined;
      if (wanted && live && !stopped) later();
    });
  }

  function later(): void {
    settle ??= setTimeout(() => {
      settle = undefined;
      read();
    }, SETTLE_MS);
  }

  function heard(): void {
    heardAt = Date.now();
  }

  function connect(): void {
    source?.close();
    source = new EventSource('/api/operations/stream');
    for (const type of ['snapshot', 'reset', 'change']) {
      source.addEventListener(type, () => {
        heard();
        later();
      });
    }
    source.addEventListener('beat', (event: MessageEvent<string>) => {
      heard();
      const beat = JSON.parse(event.data) as Beat;
      if (!live || beat.id !== live.summary.id || beat.clock.offsetMs !== live.summary.clock.offsetMs) return later();
      live = { ...live, clockAhead: aheadOf(beat.clock.now), eventLag: beat.eventLag };
      watcher.show(live);
      watcher.fresh(true);
    });
  }

  const timer = setInterval(() => {
    if (streaming()) return;
    read();
    // The browser gives a refused stream up for good; one that was cut it takes up itself, with the last id.
    if (source?.readyState === EventSource.CLOSED) connect();
  }, POLL_MS);

  read();
  return () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(settle);
    source?.close();
  };
}

function aheadOf(now: string): number {
  return Date.parse(now) - Date.now();
}

async function load(): Promise<Live> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const [flows, reasons, orders, health] = await Promise.all([
    get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows'),
    get<{ commodities: Explanation[] }>('/api/operations/reasons'),
    get<{ items: Order[] }>('/api/operations/orders?limit=50'),
    get<Health>('/api/operations/health'),
  ]);
  return {
    summary,
    flows: flows.commodities,
    reasons: reasons.commodities,
    orders: orders.items,
    health,
    regions: { ...summary.regions, ...flows.regions },
    clockAhead: aheadOf(summary.clock.now),
    eventLag: summary.eventLag,
  };
}
