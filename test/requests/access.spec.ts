import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const elsewhere = (role: Role): readonly Place[] => [
  { region: isPartner(role) ? OTHER_PARTNER : OTHER_ORIGIN },
  ...(role === 'cooperative' ? [{ region: ORIGIN, aggregator: randomUUID() }] : []),
];
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
describe('access as the OpenAPI documents say it', () => {
  let world: World;
  const tokens = new Map<string, Promise<string>>();

  beforeAll(async () => {
    world = await openWorld();
  }, 240_000);

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

  it('nobody gets in without a token (401)', async () => {
    for (const route of ROUTES) {
      const { status } = await ask(route, ordinary(route, randomUUID()));
      expect([nameOf(route), status]).toEqual([nameOf(route), 401]);
    }
  });

  // Before any test has made something there.
  it.each(BOUND)('%s: lists nothing of another region or aggregator', async (role) => {
    for (const route of ROUTES.filter((one) => one.method === 'get' && !one.path.includes('{'))) {
      // What a file may hold is the same everywhere.
      if (!isBound(route, role) || route.path.endsWith('/uploads/kinds')) continue;
      for (const place of elsewhere(role)) {
        // What is made in a region is known to all of it.
        if (route.path.endsWith('/products') && place.aggregator !== undefined) continue;
        const { body } = await ask(route, ordinary(route, ''), role, place);
        expect([nameOf(route), place, JSON.parse(body)]).toEqual([nameOf(route), place, { items: [] }]);
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

  it.each(BOUND)('%s: what belongs to another region or aggregator answers like what does not exist', async (role) => {
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
  });

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
