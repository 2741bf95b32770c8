import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import pg from 'pg';
import type { Role } from '#platform/access/principal.js';
import { DOCUMENTS, ROUTES, SIGN_IN_ROUTES, type Schema } from './described.js';
import { requests, type Caller, type Generated } from './generate.js';
import { breach, complaint } from './judge.js';
import { brokenPaths } from './paths.js';
import { closeConnections, send, type Answer } from './send.js';
import { openWorld, type World } from './world.js';

const COUNT = Number(process.env['SERAP_REQUESTS'] ?? 5_000);
const SEED = Number(process.env['SERAP_REQUESTS_SEED'] ?? 20_190_304);
const AT_ONCE = 24;

const OFFICER: Caller = { role: 'registry-officer', region: '33.02' };
const SAME = { 'Sec-Fetch-Site': 'same-origin' };
const JSON_BODY = { ...SAME, 'Content-Type': 'application/json' };
/** A call, the status that it is to be answered with, and its body. */
type SignInCall = [call: string, headers: Record<string, string>, status: number, body: string];

/** Each way to sign in and out as it goes well, and as it does not. Nothing is followed: a redirect is the answer. */
const SIGN_IN: readonly SignInCall[] = [
  ['get /auth/sign-in', {}, 303, ''],
  ['get /auth/sign-in?return=%2Fmitra', {}, 303, ''],
  ['get /auth/sign-in?return=a&return=b&unknown=1', {}, 303, ''],
  ['get /auth/callback', {}, 400, ''],
  ['get /auth/callback?state=abcdefgh&code=x', {}, 400, ''],
  ['get /auth/callback?state=%00&state=b', {}, 400, ''],
  ['get /auth/me', {}, 401, ''],
  ['get /auth/me', { Authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }, 401, ''],
  ['get /auth/me', { Authorization: 'own' }, 200, ''],
  ['post /auth/refresh', {}, 403, ''],
  ['post /auth/refresh', SAME, 401, ''],
  ['post /auth/refresh', JSON_BODY, 400, '{'],
  ['post /auth/refresh', { ...SAME, 'Content-Type': 'application/xml' }, 415, '<a/>'],
  ['post /auth/sign-out', {}, 403, ''],
  ['post /auth/sign-out', SAME, 200, ''],
  ['post /auth/sign-out', JSON_BODY, 400, '{'],
];

/** Requests made from the documents, to a whole running system: what is described is what is answered. */
describe('requests that are made from the OpenAPI documents', () => {
  let world: World | undefined;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    world = await openWorld();
  });

  afterAll(async () => {
    closeConnections();
    await world?.close();
  });

  function running(): World {
    if (!world) throw new Error('The system did not start.');
    return world;
  }

  async function authorization(caller: Caller): Promise<Record<string, string>> {
    if (caller === 'nobody') return {};
    if (caller === 'forger') return { Authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    const key = `${caller.role}@${caller.region}`;
    const token = tokens.get(key) ?? (await running().token(caller.role, caller.region));
    tokens.set(key, token);
    return { Authorization: `Bearer ${token}` };
  }

  async function ask({ route, caller, wire }: Generated): Promise<Answer> {
    const headers = { ...wire.headers, ...(await authorization(caller)) };
    return send(running().system.services[route.service].url, { ...wire, headers });
  }

  it.each([...DOCUMENTS])(
    '%s shows its document, and a page for people, behind the common address',
    async (_, document) => {
      const [prefix = ''] = /^\/api\/\w+/.exec(Object.keys(document.paths)[0] ?? '') ?? [];
      const served = await fetch(`${running().system.url}${prefix}/openapi.json`);
      expect(await served.json()).toEqual(document);
      for (const name of ['', '/swagger-ui.css', '/swagger-ui-bundle.js', '/start.js']) {
        expect((await fetch(`${running().system.url}${prefix}/docs${name}`)).status).toBe(200);
      }
    },
  );

  it.each(SIGN_IN)(
    'sign in and out as described: %s with %j is answered with %i',
    async (call, headers, status, body) => {
      const [method = '', path = ''] = call.split(' ');
      const route = SIGN_IN_ROUTES.find((one) => one.method === method && one.path === path.replace(/\?.*/, ''));
      if (!route) throw new Error(`${call} is not described.`);
      const own = headers['Authorization'] === 'own' ? await authorization(OFFICER) : {};
      const answer = await send(running().system.services[route.service].url, {
        method: method.toUpperCase(),
        path,
        headers: { ...headers, ...own },
        ...(body === '' ? {} : { body: Buffer.from(body) }),
      });
      expect([answer.status, complaint(route, answer)]).toEqual([status, undefined]);
    },
  );

  it('sign in and out by every way that is described', () => {
    const described = SIGN_IN_ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(SIGN_IN.map(([call]) => call.replace(/\?.*/, '')))].sort()).toEqual(described.sort());
  });

  it('are refused for what cannot be in their path, and no market is made of it', async () => {
    const markets = async (): Promise<string[]> => {
      const client = new pg.Client({ connectionString: running().system.addresses.databases['order-routing'] });
      await client.connect();
      const { rows } = await client.query<{ id: string }>('SELECT id FROM market ORDER BY id');
      await client.end();
      return rows.map(({ id }) => id);
    };
    const before = await markets();
    const complaints: string[] = [];
    for (const request of brokenPaths(running().ids)) {
      const answer = await ask(request);
      const wrong = complaint(request.route, answer) ?? (answer.status < 400 ? 'is not refused' : undefined);
      if (wrong !== undefined) complaints.push(`${describeRequest(request)}: ${wrong}`);
    }
    expect(complaints).toEqual([]);
    expect(await markets()).toEqual(before);
  });

  it(
    `${String(COUNT)} of them: never 5xx, and every status, content type and body as described`,
    async () => {
      const all = fc.sample(requests(running().ids), { seed: SEED, numRuns: COUNT });
      const complaints: string[] = [];
      const seen = new Map<string, number>();
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let request = all[next++]; request; request = all[next++]) {
          const answer = await ask(request).catch((error: unknown) => ({ status: 0, type: '', body: String(error) }));
          const wrong = complaint(request.route, answer) ?? acceptedThough(request, answer);
          const route = `${request.route.method} ${request.route.path}`;
          if (wrong !== undefined) complaints.push(`${describeRequest(request)}\n    ${wrong}`);
          if (answer.status < 300) seen.set(route, (seen.get(route) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      if (complaints.length > 0) {
        const replay = `SERAP_REQUESTS=${String(COUNT)} SERAP_REQUESTS_SEED=${String(SEED)} npm test -- requests`;
        throw new Error(
          `${String(complaints.length)} complaints; again: ${replay}\n${complaints.slice(0, 40).join('\n')}`,
        );
      }
      // Requests that only meet refusals prove little.
      expect(seen.size).toBeGreaterThan(ROUTES.length / 2);
    },
    30_000 + COUNT * 60,
  );
});

/** A body that its document does not allow must not be accepted. */
function acceptedThough({ route, value, wire }: Generated, { status }: Answer): string | undefined {
  const schema = route.operation.requestBody?.content['application/json']?.schema as Schema | undefined;
  if (status >= 300 || !schema || wire.headers['Content-Type'] !== 'application/json') return undefined;
  const wrong = breach(route.service, schema, value);
  return wrong === undefined ? undefined : `answers ${String(status)} to a body that is not as described: ${wrong}`;
}

function describeRequest({ route, caller, wire }: Generated): string {
  const who = typeof caller === 'string' ? caller : `${caller.role satisfies Role}@${caller.region}`;
  const body = wire.body ? ` ${wire.body.subarray(0, 300).toString('utf8')}` : '';
  return `${route.method} ${wire.path.slice(0, 200)} by ${who}${body}`;
}
