import fc from 'fast-check';
import { ROLES, type Role } from '#platform/access/principal.js';
import type { ServiceName } from '#contracts/topics.js';
import { broken, UNREADABLE } from './broken.js';
import { ROUTES, type Described, type Schema } from './described.js';
import type { Wire } from './send.js';
import { STRANGE, Values } from './values.js';
import { ORIGIN, OTHER_ORIGIN, OTHER_PARTNER, PARTNER, type Ids } from './world.js';

/** Who calls: a role of a region; nobody; or somebody with a token that is none. */
export type Caller = { readonly role: Role; readonly region: string } | 'nobody' | 'forger';

export interface Generated {
  readonly route: Described;
  readonly caller: Caller;
  readonly wire: Wire;
  /** The JSON body, where the body is JSON. */
  readonly value?: unknown;
}

interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly value?: unknown;
}

/** Requests to every described route: ordinary and broken ones, of every role, of own and foreign regions. */
export function requests(ids: Ids): fc.Arbitrary<Generated> {
  const values = new Map<ServiceName, Values>();
  return fc.oneof(
    ...ROUTES.map((route) => {
      const own = values.get(route.service) ?? new Values(route.service, ids);
      values.set(route.service, own);
      return requestTo(route, own);
    }),
  );
}

export function requestTo(route: Described, values: Values): fc.Arbitrary<Generated> {
  return fc
    .record({
      caller: callers(route),
      path: pathOf(route, values),
      query: queryOf(route, values),
      headers: headersOf(route),
      body: bodyOf(route, values),
    })
    .map(({ caller, path, query, headers, body }) => ({
      route,
      caller,
      wire: {
        method: route.method.toUpperCase(),
        path: `${path}${query}`,
        headers: { ...headers, ...(body ? { 'Content-Type': body.type } : {}) },
        ...(body ? { body: body.bytes } : {}),
      },
      ...(body && 'value' in body ? { value: body.value } : {}),
    }));
}

/** Mostly somebody who may, so that more than the door is tried. */
function callers({ operation }: Described): fc.Arbitrary<Caller> {
  const may = Object.keys(operation['x-roles'] ?? {}) as Role[];
  const region = (role: Role) =>
    role.startsWith('partner') ? fc.constantFrom(PARTNER, OTHER_PARTNER) : fc.constantFrom(ORIGIN, OTHER_ORIGIN);
  const some = (roles: readonly Role[]) =>
    fc.constantFrom(...roles).chain((role) => region(role).map((code) => ({ role, region: code })));
  return fc.oneof(
    { weight: 16, arbitrary: some(may) },
    { weight: 2, arbitrary: some(ROLES) },
    { weight: 1, arbitrary: fc.constantFrom('nobody' as const, 'forger' as const) },
  );
}

function pathOf({ path, operation }: Described, values: Values): fc.Arbitrary<string> {
  const strange = fc.constantFrom('%00', '%2e%2e%2f', 'undefined', '-1', '1e9', 'x'.repeat(300), '%F0%9F%A6%86', '%zz');
  const parts = path.split('/').map((part, index, all) => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const schema = operation.parameters?.find((one) => one.name === name)?.schema as Schema | undefined;
    const ordinary: fc.Arbitrary<string> =
      schema?.['format'] === 'uuid'
        ? values.id(all[index - 1] ?? '')
        : name === 'origin'
          ? fc.constantFrom(ORIGIN, OTHER_ORIGIN)
          : fc.integer({ min: 0, max: 3 }).map(String);
    return fc.oneof({ weight: 14, arbitrary: ordinary }, { weight: 1, arbitrary: strange });
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function queryOf({ operation }: Described, values: Values): fc.Arbitrary<string> {
  const fields = (operation.parameters ?? []).filter((one) => one.in === 'query');
  if (fields.length === 0) return fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constant('?unknown=1'));
  const model = Object.fromEntries(fields.map(({ name, schema }) => [name, values.of(schema, name)]));
  const ordinary = fc.record(model, {
    requiredKeys: fields.filter(({ required }) => required).map(({ name }) => name),
  });
  const written = fc.oneof({ weight: 3, arbitrary: ordinary }, { weight: 1, arbitrary: broken(ordinary) });
  const repeated = fc.constantFrom(
    ...fields.map(({ name }) => `?${name}=1&${name}=2`),
    '?limit=%00',
    '?%zz',
    '?a[b]=1',
  );
  return fc.oneof({ weight: 9, arbitrary: written.map(toQuery) }, { weight: 1, arbitrary: repeated });
}

function toQuery(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const pairs = Object.entries(value).map(
    ([name, one]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(one))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function wellFormed(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Half a surrogate pair cannot be percent-encoded.
  return Buffer.from(text).toString();
}

function headersOf({ operation }: Described): fc.Arbitrary<Record<string, string>> {
  const wanted = (operation.parameters ?? []).filter((one) => one.in === 'header');
  const model = Object.fromEntries(
    wanted.map(({ name }) => [
      name,
      name === 'Idempotency-Key'
        ? fc.oneof(
            { weight: 8, arbitrary: fc.uuid() },
            { weight: 1, arbitrary: fc.constantFrom('again', 'two words', 'x'.repeat(300)) },
          )
        : fc.constantFrom('"1"', '"2"', 'W/"1"', '*', 'nonsense', ''),
    ]),
  );
  const all = fc.record(model);
  return fc.oneof({ weight: 12, arbitrary: all }, { weight: 1, arbitrary: fc.constant({}) });
}

function bodyOf(route: Described, values: Values): fc.Arbitrary<Body | undefined> {
  const content = Object.entries(route.operation.requestBody?.content ?? {});
  const nothing = fc.constant(undefined);
  if (route.method === 'get') return nothing;
  const unreadable = fc
    .tuple(fc.constantFrom(...UNREADABLE), fc.constantFrom('application/json', 'text/plain', 'application/x-ndjson'))
    .map(([bytes, type]): Body => ({ type, bytes }));
  if (content.length === 0) return fc.oneof({ weight: 12, arbitrary: nothing }, { weight: 1, arbitrary: unreadable });
  const kinds = content.map(([type, { schema }]) => contentOf(type, schema, values));
  return fc.oneof(
    { weight: 14, arbitrary: fc.oneof(...kinds) },
    { weight: 1, arbitrary: unreadable },
    {
      weight: 1,
      arbitrary: nothing,
    },
  );
}

function contentOf(type: string, schema: Schema, values: Values): fc.Arbitrary<Body> {
  const line = schema['contentSchema'] as Schema | undefined;
  if (line) {
    const one = fc.oneof(values.of(line), broken(values.of(line)));
    return fc.array(one, { maxLength: 4 }).map((rows) => ({
      type,
      bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    }));
  }
  if (type !== 'application/json') {
    return fc
      .constantFrom(
        'commodity;quantity;unit\r\nsugar;1;kg\r\n',
        '\ufeffa,b\n"unclosed',
        'PK\u0003\u0004',
        '',
        ...STRANGE,
      )
      .map((text) => ({ type, bytes: Buffer.from(String(text)) }));
  }
  return fc
    .oneof({ weight: 3, arbitrary: values.of(schema) }, { weight: 4, arbitrary: broken(values.of(schema)) })
    .map((value) => ({ type, bytes: Buffer.from(JSON.stringify(value)), value }));
}
