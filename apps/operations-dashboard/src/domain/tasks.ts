import type { Unit } from './market-snapshot.js';

/**
 * Whose tasks of a kind a role has: those of its own regency as an origin, those of its own region (and the regions
 * within it) as a partner, both, those about goods of the aggregator that it acts for, or everybody's.
 */
export type Sight = 'origin' | 'partner' | 'party' | 'aggregator' | 'any';

/** Every kind of task, with the roles that have it; docs/glossary.md has the words. */
export const TASK_KINDS = {
  /** A certificate ends within 90 days. */
  'certificate-ends': { 'registry-officer': 'origin' },
  /** A certificate has ended, and its producer has no other of the kind. */
  'certificate-lapsed': { 'registry-officer': 'origin' },
  /** Goods are held in their lot until somebody releases them. */
  'lot-held': { 'registry-officer': 'origin', cooperative: 'aggregator' },
  /** Unsold goods expire within 30 days. */
  'lot-expires': { 'registry-officer': 'origin', cooperative: 'aggregator' },
  /** A seller without standing consent is asked whether it will send the goods. */
  'offer-to-answer': { cooperative: 'aggregator', 'registry-officer': 'origin' },
  /** Confirmed goods of an order have not left. */
  'order-to-send': { cooperative: 'aggregator', 'registry-officer': 'origin', operations: 'origin' },
  /** A buyer has not paid in time: it has to be reminded, or its payment recorded. */
  'payment-overdue': { 'registry-officer': 'origin' },
  /** Goods of a lot that was recalled are on their way, or have come: until their buyers have been reached. */
  'goods-recalled': {
    'registry-officer': 'origin',
    cooperative: 'aggregator',
    'partner-intake': 'partner',
    'partner-system': 'partner',
  },
  /** An agreement waits for its next stage. */
  'agreement-next-step': { 'agreement-officer': 'party' },
  /** An agreement in force ends within 90 days. */
  'agreement-ends': { 'agreement-officer': 'party' },
  /** An agreement is suspended: nothing new is promised or bound under it. */
  'agreement-suspended': { 'agreement-officer': 'party' },
  /** A periodic report of an agreement is owed within 30 days. */
  'report-due': { 'agreement-officer': 'party' },
  /** A shipment has arrived, or should have. */
  'receipt-to-record': { 'partner-intake': 'partner', 'partner-system': 'partner' },
  /** Received goods are not paid for. */
  'payment-due': { 'partner-intake': 'partner', 'partner-system': 'partner' },
  /** A line is partly unfilled, and its need-by is at most 14 days away. */
  'line-short': { 'partner-intake': 'partner', 'partner-system': 'partner' },
  /** A promise has no lots yet and must be bound within three days. */
  'promise-to-bind': { operations: 'origin' },
  /** Events that could not be processed wait to be replayed or given up. */
  'dead-letters': { platform: 'any' },
  /** A service cannot go on with events, and tries them again by itself: somebody has to find out why. */
  'events-stopped': { platform: 'any' },
  /** Events of this service have waited for minutes to be published. */
  'events-unsent': { platform: 'any' },
} as const satisfies Record<string, Readonly<Record<string, Sight>>>;

export type TaskKind = keyof typeof TASK_KINDS;
export const ALL_TASK_KINDS = Object.keys(TASK_KINDS) as TaskKind[];

/** Something to be done. It is derived from what is, so it is gone once it is done. */
export interface Task {
  /** The same for as long as it is to be done: its kind and its subject. */
  readonly id: string;
  readonly kind: TaskKind;
  /** First instant at which it is too late; null: there is no such instant. */
  readonly deadline: string | null;
  /** Region by whose calendar the deadline is a day or an hour. */
  readonly calendar: string;
  readonly overdue: boolean;
  readonly subject: {
    readonly type: 'agreement' | 'allocation' | 'certificate' | 'line' | 'lot' | 'order' | 'service' | 'shipment';
    readonly id: string;
  };
  /** The order that it is about. */
  readonly order: string | null;
  readonly origin: string | null;
  readonly partner: string | null;
  /** The producer or aggregator whose goods it is about. */
  readonly seller: string | null;
  readonly commodity: string | null;
  /** Base units. */
  readonly quantity: number | null;
  readonly unit: Unit | null;
  /** Rupiah. */
  readonly amount: number | null;
  /** How many things it stands for, e.g. the allocations of one order. */
  readonly count: number;
  /** Kind of the certificate, stage of the agreement, code of the failure, or topic that stands still. */
  readonly detail: string | null;
}

/** How many tasks of a kind there are. */
export interface TaskCount {
  readonly kind: TaskKind;
  readonly tasks: number;
  readonly overdue: number;
}

export interface Asking {
  readonly roles: readonly string[];
  readonly region: string;
  readonly aggregator?: string;
}

/** The kinds that somebody with these roles has, each with what the roles see of it. */
export function kindsOf(roles: readonly string[]): ReadonlyMap<TaskKind, readonly Sight[]> {
  const kinds = new Map<TaskKind, readonly Sight[]>();
  for (const kind of ALL_TASK_KINDS) {
    const sights = Object.entries<Sight>(TASK_KINDS[kind]).flatMap(([role, sight]) =>
      roles.includes(role) ? [sight] : [],
    );
    if (sights.length > 0) kinds.set(kind, [...new Set(sights)]);
  }
  return kinds;
}
