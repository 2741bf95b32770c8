import type { Role } from './principal.js';

/**
 * What each role may do. Its region is the other half: an origin's officer acts for the origin in the token, a partner
 * for the partner in the token, and anything of another region does not exist for them (404).
 * A cooperative acts for the `aggregator` in the token: itself, its members and its lots, within its region.
 * `any` is for what everybody may know, and for `platform`, who looks after the installation: it reads every market and
 * changes nothing in any. `operations` is a role of a region.
 */
export const PERMISSIONS = {
  'producers:read': { 'registry-officer': 'own', cooperative: 'aggregator', operations: 'own', platform: 'any' },
  'producers:write': { 'registry-officer': 'own' },
  'personal-data:handle': { 'registry-officer': 'own' },
  'surplus:declare': { 'registry-officer': 'own', cooperative: 'aggregator' },
  'agreements:read': {
    'agreement-officer': 'own',
    'registry-officer': 'own',
    'partner-intake': 'own',
    operations: 'own',
    platform: 'any',
  },
  'agreements:write': { 'agreement-officer': 'own' },
  'orders:place': { 'partner-intake': 'own', 'partner-system': 'own' },
  'orders:read': {
    'partner-intake': 'own',
    'partner-system': 'own',
    'registry-officer': 'own',
    operations: 'own',
    platform: 'any',
  },
  'orders:cancel': { 'partner-intake': 'own', 'partner-system': 'own' },
  'allocations:read': { 'registry-officer': 'own', cooperative: 'aggregator' },
  'allocations:answer': { 'registry-officer': 'own', cooperative: 'aggregator' },
  'shipments:send': { 'registry-officer': 'own', cooperative: 'aggregator' },
  'shipments:receive': { 'partner-intake': 'own', 'partner-system': 'own' },
  'payments:record': { 'registry-officer': 'own' },
  'runs:start': { 'registry-officer': 'own', operations: 'own' },
  'what-if:ask': { 'registry-officer': 'own', 'agreement-officer': 'own', operations: 'own', platform: 'any' },
  'operations:read': {
    'registry-officer': 'own',
    'agreement-officer': 'own',
    'partner-intake': 'own',
    cooperative: 'own',
    operations: 'own',
    platform: 'any',
  },
  'order-timelines:read': {
    'registry-officer': 'own',
    'agreement-officer': 'own',
    'partner-intake': 'own',
    'partner-system': 'own',
    cooperative: 'aggregator',
    operations: 'own',
    platform: 'any',
  },
  'tasks:read': {
    'registry-officer': 'own',
    'agreement-officer': 'own',
    'partner-intake': 'own',
    'partner-system': 'own',
    cooperative: 'aggregator',
    operations: 'own',
    platform: 'any',
  },
  'notices:manage': {
    'registry-officer': 'own',
    'agreement-officer': 'own',
    'partner-intake': 'own',
    cooperative: 'aggregator',
    operations: 'own',
    platform: 'own',
  },
  'api-keys:manage': { 'partner-intake': 'own' },
  'webhooks:manage': { 'partner-intake': 'own' },
  'audit:read': { 'registry-officer': 'own', 'agreement-officer': 'own', operations: 'own', platform: 'any' },
  'dead-letters:handle': { platform: 'any' },
  'services:watch': { platform: 'any' },
  'clock:advance': { platform: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

/** From the widest to the narrowest. */
const SCOPES = ['any', 'own', 'aggregator'] as const;
export type Scope = (typeof SCOPES)[number];
export type Permission = keyof typeof PERMISSIONS;

/** The widest scope in which these roles hold the permission; undefined: not at all. */
export function scopeOf(permission: Permission, roles: readonly Role[]): Scope | undefined {
  const granted: Partial<Record<Role, Scope>> = PERMISSIONS[permission];
  const scopes = roles.map((role) => granted[role]);
  return SCOPES.find((scope) => scopes.includes(scope));
}
