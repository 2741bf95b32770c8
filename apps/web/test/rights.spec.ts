import { describe, expect, it } from 'vitest';
import { PERMISSIONS, scopeOf } from '#platform/access/permissions.js';
import { ROLES } from '#platform/access/principal.js';
import { may, RIGHTS, type Right } from '../src/api/rights.js';
import type { Task } from '../src/api/types.js';
import { wayOf } from '../src/tasks/task-way.js';

/** Systems have no pages. */
const PEOPLE = ROLES.filter((role) => role !== 'partner-system');

describe('what a role is offered on the pages', () => {
  it.each(Object.keys(RIGHTS) as Right[])('is what the services let it do: %s', (right) => {
    expect(right in PERMISSIONS).toBe(true);
    const offered: readonly string[] = RIGHTS[right];
    expect([...offered].sort()).toEqual(PEOPLE.filter((role) => scopeOf(right, [role]) !== undefined).sort());
  });

  it('is nothing while nobody is known', () => {
    expect(may(undefined, 'orders:read')).toBe(false);
  });
});

describe('a task', () => {
  const task = (kind: string, over: object = {}): Task =>
    ({ kind, subject: { type: 'order', id: 'o' }, order: 'o', origin: '33.02', ...over }) as unknown as Task;
  const as = (role: string) => ({ roles: [role] }) as unknown as Parameters<typeof wayOf>[1];

  it.each([
    ['order-to-send', 'registry-officer', { act: 'dispatch', order: 'o' }],
    ['order-to-send', 'cooperative', { act: 'dispatch', order: 'o' }],
    ['order-to-send', 'operations', { href: '/pesanan#o' }],
    ['receipt-to-record', 'partner-intake', { act: 'receive', order: 'o' }],
    ['payment-overdue', 'registry-officer', { act: 'pay', order: 'o' }],
    ['payment-due', 'partner-intake', { href: '/pesanan#o' }],
    ['line-short', 'partner-intake', { href: '/pesanan#o' }],
    ['promise-to-bind', 'operations', { act: 'run', origin: '33.02' }],
    ['offer-to-answer', 'cooperative', { href: '/registri#offers' }],
    ['dead-letters', 'platform', { href: '/#dead-letters' }],
  ])('%s of %s leads to its end', (kind, role, way) => {
    expect(wayOf(task(kind), as(role))).toEqual(way);
  });

  it('leads to an agreement', () => {
    const of = task('report-due', { subject: { type: 'agreement', id: 'a' }, order: null });
    expect(wayOf(of, as('agreement-officer'))).toEqual({ href: '/kerja-sama#a' });
  });
});
