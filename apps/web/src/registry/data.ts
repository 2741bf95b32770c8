import type { components as Routing } from '#clients/order-routing.js';
import type { components as Registry } from '#clients/producer-registry.js';
import { get, SignedOut } from '../api/client.js';
import { loadTasks, type TaskList } from '../api/load-tasks.js';
import type { CommodityFlows, Explanation, Regions, Summary } from '../api/types.js';

type InRegistry = Registry['schemas'];
type InRouting = Routing['schemas'];
export type Producer = InRegistry['ProducerView'];
export type Producers = InRegistry['Page_ProducerView'];
export type Certificate = InRegistry['CertificateView'];
export type Ending = InRegistry['EndingCertificate'];
export type Coaching = InRegistry['CoachingView'];
export type Lot = InRegistry['LotView'];
export type LotRequest = InRegistry['LotRequestView'];
/** What may be done with a lot, by the end of its address. */
export type LotAct = 'hold' | 'release' | 'hold-release' | 'withdrawals' | 'write-offs' | 'recall';
export type Allocated = InRouting['AllocatedView'];
export type Settled = InRouting['SettlementLine'];
type Offer = InRouting['OfferView'];

/** An offer with what it is of, and until when it may be answered. */
export type OpenOffer = Allocated & Pick<Offer, 'answerBy'>;

/** A lot of today, as the operations page draws it, with what holds its commodity back. */
export type LotToday = CommodityFlows['lots'][number] & Pick<CommodityFlows, 'commodity' | 'unit'>;

export interface RegistryData extends TaskList {
  readonly summary: Summary;
  readonly regions: Regions;
  /** Today's lots of the caller's own region, or its aggregator's: others' come without their ids. */
  readonly today: readonly LotToday[];
  readonly reasons: readonly Explanation[];
  /** The aggregator for which the caller acts; an office acts for none. */
  readonly own: Producer | undefined;
  /** The caller's newest lots, at most 50. */
  readonly lots: readonly Lot[];
  /** Of those that end within 90 days or did within the last 30, the 100 next to end. */
  readonly endings: readonly Ending[];
  readonly offers: readonly OpenOffer[];
  readonly earnings: readonly Allocated[];
}

interface List<Item> {
  readonly items: readonly Item[];
}

/** What the registry's page shows before anything is searched for. @param cooperative the caller acts for one */
export async function loadRegistry(region: string, cooperative: boolean): Promise<RegistryData> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const [flows, reasons, lots, endings, offers, offered, earnings, own, tasks] = await Promise.all([
    get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows'),
    get<{ commodities: Explanation[] }>('/api/operations/reasons'),
    get<List<Lot>>('/api/registry/lots?order=newest&limit=50'),
    get<List<Ending>>('/api/registry/certificates/ending?past=30&limit=100'),
    unlessAway(get<List<Offer>>('/api/orders/allocations/offers')),
    unlessAway(get<List<Allocated>>('/api/orders/allocations?status=offered&limit=500')),
    unlessAway(get<List<Allocated>>('/api/orders/allocations?limit=20')),
    cooperative ? get<Producers>('/api/registry/producers?kind=aggregator&limit=1') : { items: [] },
    loadTasks(),
  ]);
  const deadlines = new Map(offers.items.map(({ id, answerBy }) => [id, answerBy]));
  return {
    ...tasks,
    summary,
    regions: { ...summary.regions, ...flows.regions },
    today: flows.commodities.flatMap(({ commodity, unit, lots: all }) =>
      all.map((lot) => ({ ...lot, commodity, unit })),
    ),
    reasons: reasons.commodities.filter(({ origin }) => origin === region),
    own: own.items[0],
    lots: lots.items,
    endings: endings.items,
    offers: offered.items.flatMap((offer) => {
      const answerBy = deadlines.get(offer.id);
      return answerBy === undefined ? [] : [{ ...offer, answerBy }];
    }),
    earnings: earnings.items,
  };
}

/** Of a service that does not answer nothing is shown, which the line above the page says; the rest of the page is. */
async function unlessAway<Item>(list: Promise<List<Item>>): Promise<List<Item>> {
  return list.catch((error: unknown) => {
    if (error instanceof SignedOut) throw error;
    return { items: [] };
  });
}

/** What is known of one producer; its newest lots and allocations first. */
export interface ProducerData {
  readonly certificates: readonly Certificate[];
  readonly coaching: readonly Coaching[];
  readonly lots: readonly Lot[];
  readonly allocated: readonly Allocated[];
  readonly settled: readonly Settled[];
}

/** How far back a producer's small history goes. */
const HISTORY_LOTS = 10;

export async function loadProducer({ id, kind }: Pick<Producer, 'id' | 'kind'>): Promise<ProducerData> {
  // An aggregator contributes nothing itself: its lots are those that it sells.
  const as = kind === 'aggregator' ? 'seller' : 'contributor';
  const lots = await get<List<Lot>>(`/api/registry/lots?${as}=${id}&order=newest&limit=${String(HISTORY_LOTS)}`);
  const [certificates, coaching, allocated, settled] = await Promise.all([
    get<List<Certificate>>(`/api/registry/certificates?producer=${id}&limit=50`),
    get<List<Coaching>>(`/api/registry/coaching?producer=${id}&limit=50`),
    get<List<Allocated>>(`/api/orders/allocations?contributor=${id}&limit=100`),
    get<List<Settled>>(`/api/orders/settlements?producer=${id}&limit=100`),
  ]);
  return {
    certificates: certificates.items,
    coaching: coaching.items,
    lots: lots.items,
    allocated: allocated.items,
    settled: settled.items,
  };
}

/**
 * Where a search goes by its look: 13 digits are a NIB, a code with dots is a village, a district or the regency, anything
 * else is part of a name: the producer's, its village's or its district's.
 */
export function searchPath(text: string, cursor?: string): string {
  const query = new URLSearchParams({ limit: '20' });
  if (/^\d{13}$/.test(text)) query.set('nib', text);
  else if (/^\d\d(\.\d+)+$/.test(text)) query.set('within', text);
  else if (text !== '') query.set('search', text);
  if (cursor !== undefined) query.set('cursor', cursor);
  return `/api/registry/producers?${query.toString()}`;
}
