/** Topics of the event log, by owner. Keys are markets (the origin regency) unless said otherwise; never compacted. */
export const TOPICS = {
  /** Key: origin regency. Owner: producer-registry. */
  producers: 'serap.producers.v1',
  /** Key: origin regency. Owner: producer-registry. */
  surplus: 'serap.surplus.v1',
  /** Key: origin regency. Owner: partnership-agreements. */
  agreements: 'serap.agreements.v1',
  /** Key: origin regency. Owner: order-routing. */
  orders: 'serap.orders.v1',
  /** Key: partner region. Owner: the partners' systems. */
  orderIntake: 'serap.order-intake.v1',
  /** Key: origin regency. Owner: order-routing. */
  allocations: 'serap.allocations.v1',
  /** Key: origin regency. Owner: order-routing. */
  shipments: 'serap.shipments.v1',
  /** Key: `clock`. Owner: operations-dashboard. Embedded run only. */
  clock: 'serap.clock.v1',
  /** Key: source topic and partition. Owner: whoever could not process the event, or stands still before it. */
  deadLetters: 'serap.dead-letters.v1',
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

/** Topics that systems outside Serap write: what their records say of themselves is not believed. */
export const OPEN_TOPICS: ReadonlySet<string> = new Set<Topic>([TOPICS.orderIntake]);

export const ALL_TOPICS: readonly Topic[] = Object.values(TOPICS);
