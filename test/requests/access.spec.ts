import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ROLES, type Role } from '#platform/access/principal.js';
import { ROUTES, type Described, type Schema } from './described.js';
import { closeConnections, send, type Answer, type Wire } from './send.js';
import { Values } from './values.js';
import { openWorld, ORIGIN, OTHER_ORIGIN, OTHER_PARTNER, PARTNER, type World } from './world.js';

const isPartner = (role: Role): boolean => role.startsWith('partner');
/** Where a token is good for: a region, and of it an aggregator other than the caller's own. */
interface Place {
  readonly region: string;
  readonly aggregator?: string;
}

const home = (role: Role): Place => ({ region: isPartner(role) ? PARTNER : ORIGIN });
/**
 * Another region; of an origin also the province above it and a district below it, which are not the office's own. A partner's
 * province reads what its cities order, and a district buys under its city's terms.
 */
const elsewhere = (role: Role): readonly Place[] => [
  ...(isPartner(role) ? [OTHER_PARTNER] : [OTHER_ORIGIN, ORIGIN.slice(0, 2), `${ORIGIN}.16`]).map((region) => ({
    region,
  })),
  ...(role === 'cooperative' ? [{ region: ORIGIN, aggregator: randomUUID() }] : []),
];
const RECORDS = [
  ...(['producers', 'products', 'certificates', 'lots'] as const).map(
    (list) => ['producer-registry', `/api/registry/${list}?limit=500`] as const,
  ),
  ['partnership-agreements', '/api/agreements?limit=500'],
  ['order-routing', '/api/orders?limit=500'],
  ['order-routing', '/api/orders/runs'],
  ['order-routing', `/api/orders/policies/${ORIGIN}`],
] as const;
const nameOf = ({ method, path }: Described): string => `${method} ${path}`;
const scopeOf = ({ operation }: Described, role: Role): string | undefined => operation['x-roles']?.[role];
const isBound = (route: Described, role: Role): boolean => ['own', 'aggregator'].includes(scopeOf(route, role) ?? '');
/** Roles that something is limited to their own region or aggregator for. */
const BOUND = ROLES.filter((role) => ROUTES.some((route) => isBound(route, role)));
const named = ROUTES.filter(({ path }) => path.includes('{id}'));

/** Routes that document an Idempotency-Key. */
const KEYED = ROUTES.filter(({ operation }) =>
  (operation.parameters ?? []).some(
    ({ in: from, name, required }) => from === 'header' && name === 'Idempotency-Key' && required,
  ),
);

/** Every route, as every role, in its own region and in another, and as another aggregator's cooperative: what must come of it follows from the documents. */
/** What a file may hold, the clock and the state of the services, and the rules that each office has of its own. */
const SAME_EVERYWHERE = [
  '/uploads/kinds',
  '/operations/clock',
  '/operations/health',
  '/operations/stream',
  '/registry/policy',
  '/orders/loads/papers',
];
/** What is told in sums: of no market that does not concern the caller. */
const SUMS = ['/operations/summary', '/operations/flows', '/operations/reasons', '/operations/impact'];

describe('access as the OpenAPI documents say it', () => {
  let world: World;
  const tokens = new Map<string, Promise<string>>();

  beforeAll(async () => {
    world = await openWorld();
  });

  afterAll(async () => {
    closeConnections();
    await world.close();
  });

  async function ask(route: Described, wire: Wire, role?: Role, place: Place = { region: '' }): Promise<Answer> {
    const { region, aggregator } = place;
    const key = `${String(role)}@${region} ${aggregator ?? ''}`;
    if (role && !tokens.has(key)) tokens.set(key, world.token(role, region, aggregator));
    const token = await tokens.get(key);
    const headers = { ...wire.headers, ...(role ? { Authorization: `Bearer ${String(token)}` } : {}) };
    return send(world.system.services[route.service].url, { ...wire, headers });
  }

  /** The kind of thing that a path names by its id. */
  function idsFor({ path }: Described): readonly string[] {
    return world.ids[/([\w-]+)\/\{id\}/.exec(path)?.[1] ?? ''] ?? [];
  }

  /** An ordinary request: whatever its body says, its address names `id`. */
  function ordinary(route: Described, id: string): Wire {
    const values = new Values(route.service, world.ids);
    const [[type, content] = []] = Object.entries(route.operation.requestBody?.content ?? {});
    const schema = content?.schema as Schema | undefined;
    const body = schema && type === 'application/json' ? fc.sample(values.of(schema), { seed: 1, numRuns: 1 })[0] : {};
    const query = (route.operation.parameters ?? []).flatMap(({ in: from, name, required, schema: of }) =>
      from === 'query' && required
        ? [`${name}=${String(fc.sample(values.of(of, name), { seed: 1, numRuns: 1 })[0])}`]
        : [],
    );
    return {
      method: route.method.toUpperCase(),
      path: `${address(route, id)}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: {
        'Idempotency-Key': randomUUID(),
        'If-Match': '"1"',
        ...(type === undefined ? {} : { 'Content-Type': type }),
      },
      ...(type === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
    };
  }

  /** What the origin's own people see of their records. */
  async function asSeen(): Promise<unknown[]> {
    const token = await world.token('operations', ORIGIN);
    const headers = { Authorization: `Bearer ${token}` };
    const seen = RECORDS.map(async ([service, path]) => {
      const { url } = world.system.services[service];
      const answer = await send(url, { method: 'GET', path, headers });
      expect([path, answer.status]).toEqual([path, 200]);
      return JSON.parse(answer.body) as unknown;
    });
    return Promise.all(seen);
  }

  it('nobody gets in without a token (401)', async () => {
    for (const route of ROUTES) {
      const { status } = await ask(route, ordinary(route, randomUUID()));
      expect([nameOf(route), status]).toEqual([nameOf(route), 401]);
    }
  });

  // Before any test has made something there.
  it.each(BOUND)('%s: lists nothing of another region or aggregator', async (role) => {
    for (const route of ROUTES.filter((one) => one.method === 'get' && !one.path.includes('{'))) {
      if (!isBound(route, role) || SAME_EVERYWHERE.some((end) => route.path.endsWith(end))) continue;
      for (const place of elsewhere(role)) {
        // What the ministry's list says is nobody's own; what is made in a region, and its sums, are known to all of it.
        if (route.path.endsWith('/agreements/regions')) continue;
        const ofRegion = route.path.endsWith('/products') || SUMS.some((end) => route.path.endsWith(end));
        if (ofRegion && place.aggregator !== undefined) continue;
        const { body } = await ask(route, ordinary(route, ''), role, place);
        const shown = JSON.parse(body) as { items?: unknown; commodities?: unknown };
        const nothing = SUMS.some((end) => route.path.endsWith(end)) ? { ...shown, commodities: [] } : { items: [] };
        expect([nameOf(route), place, shown]).toEqual([nameOf(route), place, nothing]);
      }
    }
  });

  it.each(ROLES)('%s: 403 on every route that its permissions leave out, and only there', async (role) => {
    for (const route of ROUTES) {
      for (const place of [home(role), ...elsewhere(role)]) {
        const { status } = await ask(route, ordinary(route, randomUUID()), role, place);
        const refused = status === 403 ? 'refused' : status === 401 ? 'unknown' : 'let in';
        const expected = scopeOf(route, role) === undefined ? 'refused' : 'let in';
        expect([nameOf(route), place, refused]).toEqual([nameOf(route), place, expected]);
      }
    }
  });

  it.each(KEYED.map((route) => [nameOf(route), route] as const))(
    'without an Idempotency-Key nothing is done (400): %s',
    async (_, route) => {
      const role = ROLES.find((one) => scopeOf(route, one) !== undefined);
      const { headers, ...wire } = ordinary(route, idsFor(route)[0] ?? randomUUID());
      const { 'Idempotency-Key': _key, ...keyless } = headers;
      const answer = await ask(route, { ...wire, headers: keyless }, role, role && home(role));
      expect([answer.status, codeOf(answer)]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
    },
  );

  it.each(BOUND)(
    '%s: what belongs to another region or aggregator answers like what does not exist, and stays as it is',
    async (role) => {
      const before = await asSeen();
      for (const route of named.filter((one) => isBound(one, role))) {
        for (const place of elsewhere(role)) {
          for (const id of idsFor(route).slice(0, 3)) {
            const [theirs, nothing] = await Promise.all([
              ask(route, ordinary(route, id), role, place),
              ask(route, ordinary(route, randomUUID()), role, place),
            ]);
            expect([nameOf(route), place, theirs.status, codeOf(theirs)]).toEqual([
              nameOf(route),
              place,
              nothing.status,
              codeOf(nothing),
            ]);
            expect(theirs.status).toBeGreaterThanOrEqual(404);
          }
        }
      }
      expect(await asSeen()).toEqual(before);
    },
  );

  it.each(ROLES)('%s: reads what belongs to its own region or aggregator', async (role) => {
    for (const route of named.filter((one) => one.method === 'get' && scopeOf(one, role) !== undefined)) {
      // A run is its market's: partners have none.
      if (isPartner(role) && route.path.includes('/runs/')) continue;
      const ids = idsFor(route);
      const answers = await Promise.all(ids.map((id) => ask(route, ordinary(route, id), role, home(role))));
      // What lies within a thing has an id of its own, which nobody here knows.
      const isWithin = route.path.split('{').length > 2;
      const found = answers.some(({ status }) => status === 200) || ids.length === 0 || isWithin;
      expect([nameOf(route), found]).toEqual([nameOf(route), true]);
    }
  });
});

function codeOf({ body }: Answer): unknown {
  return body.startsWith('{') ? (JSON.parse(body) as { code?: unknown }).code : body;
}

function address({ path }: Described, id: string): string {
  return path
    .replace('{id}', id)
    .replace('{origin}', ORIGIN)
    .replace(/\{\w+\}/, '1');
}
