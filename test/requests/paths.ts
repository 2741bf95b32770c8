import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Role } from '#platform/access/principal.js';
import { ROUTES, type Described, type Schema } from './described.js';
import type { Generated } from './generate.js';
import { Values } from './values.js';
import { ORIGIN, PARTNER, type Ids } from './world.js';

/** What no part of a path may be: each has once been a way to a 500, or to a market of that name. */
const NO_NAME = ['a%00b', '%3Cscript%3E', '..%2f', 'x'.repeat(300), '1e308', '-1', '73.71.01', '99.99', '33'];
const NOTHING = '01900000-0000-7000-8000-000000000000';

/** Every route with parameters in its path, by each role that may use it, with each of these in each parameter. */
export function brokenPaths(ids: Ids): Generated[] {
  return ROUTES.filter(({ path }) => path.includes('{')).flatMap((route) => {
    const values = new Values(route.service, ids);
    const roles = Object.keys(route.operation['x-roles'] ?? {}) as Role[];
    const body = bodyOf(route, values);
    return pathsOf(route, ids).flatMap((path) =>
      roles.map((role): Generated => ({
        route,
        caller: { role, region: role.startsWith('partner') ? PARTNER : ORIGIN },
        wire: {
          method: route.method.toUpperCase(),
          path,
          headers: {
            'Idempotency-Key': randomUUID(),
            'If-Match': '"1"',
            ...(body ? { 'Content-Type': 'application/json' } : {}),
          },
          ...(body ? { body } : {}),
        },
      })),
    );
  });
}

function pathsOf({ path, operation }: Described, ids: Ids): string[] {
  const parts = path.split('/');
  const named = parts.flatMap((part, index) => (part.startsWith('{') ? [index] : []));
  const ordinary = (index: number): string => {
    const name = parts[index]?.slice(1, -1) ?? '';
    const { format } = (operation.parameters?.find((one) => one.name === name)?.schema ?? {}) as { format?: string };
    if (format === 'uuid') return ids[parts[index - 1] ?? '']?.[0] ?? NOTHING;
    return name === 'origin' ? ORIGIN : '1';
  };
  return named.flatMap((at) =>
    NO_NAME.map((word) =>
      parts.map((part, index) => (index === at ? word : named.includes(index) ? ordinary(index) : part)).join('/'),
    ),
  );
}

/** Acceptable by its document, so that nothing but the path is wrong. */
function bodyOf({ operation }: Described, values: Values): Buffer | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema as Schema | undefined;
  if (!schema) return undefined;
  const [value] = fc.sample(values.of(schema), { seed: 1, numRuns: 1 });
  return Buffer.from(JSON.stringify(value));
}
