import { may, type Right } from '../api/rights.js';
import type { Task, User } from '../api/types.js';

/** How whoever has a task comes to its end: by doing it where it stands, or at the page where it is done. */
export type Way =
  | { readonly act: 'dispatch' | 'receive' | 'pay'; readonly order: string }
  | { readonly act: 'run'; readonly origin: string }
  | { readonly href: string };

/** Kinds that are done on another page, at this part of it. */
const PLACES: Readonly<Record<string, string>> = {
  'certificate-ends': '/registri#ending',
  'certificate-lapsed': '/registri#ending',
  'lot-held': '/registri#lots',
  'lot-expires': '/registri#lots',
  'offer-to-answer': '/registri#offers',
  'dead-letters': '/#dead-letters',
  'events-stopped': '/#services',
  'events-unsent': '/#services',
};

/** Kinds that are done with an order, and the right that it takes. */
const ACTS: Readonly<Record<string, readonly ['dispatch' | 'receive' | 'pay', Right]>> = {
  'order-to-send': ['dispatch', 'shipments:send'],
  'receipt-to-record': ['receive', 'shipments:receive'],
  'payment-overdue': ['pay', 'payments:record'],
};

/** @returns undefined: it can only be looked at by who it is for */
export function wayOf({ kind, subject, order, origin }: Task, user: User | undefined): Way | undefined {
  const [act, right] = ACTS[kind] ?? [];
  if (act && right && order !== null && may(user, right)) return { act, order };
  if (kind === 'promise-to-bind' && origin !== null && may(user, 'runs:start')) return { act: 'run', origin };
  if (subject.type === 'agreement') return { href: `/kerja-sama#${subject.id}` };
  const place = PLACES[kind];
  if (place !== undefined) return { href: place };
  return order !== null && may(user, 'orders:read') ? { href: `/pesanan#${order}` } : undefined;
}
