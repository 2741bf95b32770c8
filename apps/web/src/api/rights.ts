import type { User } from './types.js';

/**
 * Who is offered what on the pages, by role; the services decide (libs/platform permissions, with which a test compares
 * this). Whoever may not act sees no form that would be refused.
 */
export const RIGHTS = {
  'agreements:write': ['agreement-officer'],
  'orders:place': ['partner-intake'],
  'orders:read': ['partner-intake', 'registry-officer', 'operations', 'platform'],
  'orders:cancel': ['partner-intake'],
  'shipments:send': ['registry-officer', 'cooperative'],
  'shipments:receive': ['partner-intake'],
  'payments:record': ['registry-officer'],
  'runs:start': ['registry-officer', 'operations'],
  'producers:write': ['registry-officer'],
  'personal-data:handle': ['registry-officer'],
  'api-keys:manage': ['partner-intake'],
  'webhooks:manage': ['partner-intake'],
  'notices:manage': [
    'registry-officer',
    'agreement-officer',
    'partner-intake',
    'cooperative',
    'operations',
    'platform',
  ],
  'dead-letters:handle': ['platform'],
  'clock:advance': ['platform'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Right = keyof typeof RIGHTS;

/** Whether the user is offered an act; nobody is while it is not known who is there. */
export function may(user: Pick<User, 'roles'> | undefined, right: Right): boolean {
  const roles: readonly string[] = RIGHTS[right];
  return user?.roles.some((role) => roles.includes(role)) ?? false;
}
