/** The four services, as the log, tokens and processes know them. */
export const SERVICES = [
  'producer-registry',
  'partnership-agreements',
  'order-routing',
  'operations-dashboard',
] as const;

export type ServiceName = (typeof SERVICES)[number];

/** Topics of the event log. Keys are markets (the origin regency) unless said otherwise; never compacted. */
export const TOPICS = {
  producers: 'serap.producers.v1',
  surplus: 'serap.surplus.v1',
  agreements: 'serap.agreements.v1',
  orders: 'serap.orders.v1',
  /** Key: partner region. */
  orderIntake: 'serap.order-intake.v1',
  allocations: 'serap.allocations.v1',
  shipments: 'serap.shipments.v1',
  /** Key: `clock`. Embedded run only. */
  clock: 'serap.clock.v1',
  /** Key: source topic and partition. */
  deadLetters: 'serap.dead-letters.v1',
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

/** Who writes a topic and who hears it; rights at the brokers follow from it (`main.js acls`). */
export interface TopicUse {
  readonly writers: readonly ServiceName[];
  readonly readers: readonly ServiceName[];
}

const [REGISTRY, AGREEMENTS, ROUTING, DASHBOARD] = SERVICES;

export const TOPIC_USE: Readonly<Record<Topic, TopicUse>> = {
  [TOPICS.producers]: { writers: [REGISTRY], readers: [DASHBOARD] },
  [TOPICS.surplus]: { writers: [REGISTRY], readers: [ROUTING, DASHBOARD] },
  [TOPICS.agreements]: { writers: [AGREEMENTS], readers: [ROUTING, DASHBOARD] },
  [TOPICS.orders]: { writers: [ROUTING], readers: [DASHBOARD] },
  /** Written by the partners' systems. */
  [TOPICS.orderIntake]: { writers: [], readers: [ROUTING] },
  [TOPICS.allocations]: { writers: [ROUTING], readers: [REGISTRY, AGREEMENTS, DASHBOARD] },
  [TOPICS.shipments]: { writers: [ROUTING], readers: [DASHBOARD] },
  /** Every service hears it where its clock is simulated. */
  [TOPICS.clock]: { writers: [DASHBOARD], readers: [] },
  /** Told by whoever could not process an event, or stands still before it. */
  [TOPICS.deadLetters]: { writers: SERVICES, readers: [DASHBOARD] },
};

/** @returns what a service hears */
export function topicsHeardBy(service: ServiceName): Topic[] {
  return ALL_TOPICS.filter((topic) => TOPIC_USE[topic].readers.includes(service));
}

/** @returns what a service hears or writes */
export function topicsUsedBy(service: string): Topic[] {
  const uses = ({ writers, readers }: TopicUse): boolean => [...writers, ...readers].some((one) => one === service);
  return ALL_TOPICS.filter((topic) => uses(TOPIC_USE[topic]));
}

/** Topics that systems outside Serap write: what their records say of themselves is not believed. */
export const OPEN_TOPICS: ReadonlySet<string> = new Set<Topic>([TOPICS.orderIntake]);

export const ALL_TOPICS: readonly Topic[] = Object.values(TOPICS);
