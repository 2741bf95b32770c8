import type { Type } from '@nestjs/common';
import { EXPORT_FORMATS } from '#files/exports/exports.js';
import { PERMISSIONS } from '#platform/access/permissions.js';
import { wantsKey } from '#platform/http/describe.js';
import type { Argument, Route } from './routes.js';
import { ClassSchemas, transformed } from './class-schemas.js';
import { LICENCE } from './files.js';
import { linesOf, Responses } from './responses.js';
import type { JsonSchema, Source } from './source.js';

export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, object>>;
  /** The permission that it asks for, and the roles that have it. */
  readonly 'x-permission'?: string;
  readonly 'x-roles'?: Readonly<Record<string, string>>;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

const SESSION = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'serap_session',
    description:
      'What a browser has after /auth/sign-in beside its token; it is sent to /auth alone, by pages of this address.',
  },
};

/** What holds for every route; docs/integrate.md has it in steps. */
const CONVENTIONS = [
  'Requests and answers are JSON in UTF-8; a field that a route does not name is refused.',
  'Every refusal is `application/problem+json` with a stable `code`; its `type` is the address of a page that says what to do next. `Accept-Language` chooses Indonesian or English.',
  'A POST wants an `Idempotency-Key`: the same call under the same key is done once, and answered again as it was. Keys are kept for at least 30 days, per caller.',
  '`X-Request-Id` of an answer is what logs, events (`ce_correlationid`) and the audit know the call by. `Serap-Business-Time` is the time by which it was decided.',
  'A 201 has a `Location` where what was made can be read. A list has `items` and, while there are more, `next`: send it as `cursor`.',
  '`x-ratelimit-limit`, `x-ratelimit-remaining` and `x-ratelimit-reset` say how many calls are left; 429 and 503 come with `Retry-After`, in seconds.',
].join('\n\n');

/** The OpenAPI document of one service, made of what its code says. */
export function documentOf(service: string, routes: readonly Route[], source: Source): OpenApi {
  const requests = new ClassSchemas(source, { open: false, nested: transformed });
  const responses = new Responses(source, routes);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    (paths[route.path] ??= {})[route.method] = operationOf(route, source, requests, responses);
  }
  responses.problem();
  const schemas = [...requests.schemas, ...responses.schemas].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    openapi: '3.1.1',
    info: {
      title: `Serap: ${service}`,
      version: '1',
      description: CONVENTIONS,
      contact: { name: 'Serap' },
      license: { name: LICENCE, identifier: LICENCE },
    },
    servers: [{ url: '/', description: 'The address at which the pages are, of the installation that shows this.' }],
    tags: tagsOf(routes, source),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token of the issuer, or the API key of a system. Claims: `sub`, `roles`, `region` (Kemendagri code) and, ' +
            'where `roles` has `cooperative`, `aggregator`: the id in the registry of the aggregator that it acts for. ' +
            '`x-roles` says how far each role reaches: `any`, its `own` region, or its own `aggregator` in it.',
        },
        page: {
          type: 'apiKey',
          in: 'cookie',
          name: 'serap_token',
          description:
            'What a page has after /auth/sign-in; on the loopback interface its port follows, e.g. `serap_token_3000`. ' +
            'It opens reads, and calls that change something only from the same origin (`Sec-Fetch-Site: same-origin`).',
        },
        ...(routes.some(({ description }) => description.reads?.includes('session')) ? SESSION : {}),
      },
      responses: responses.refusals(paths),
      schemas: Object.fromEntries(schemas),
    },
  } as OpenApi;
}

function operationOf(route: Route, source: Source, requests: ClassSchemas, responses: Responses): Operation {
  const { controller, handler, policy } = route;
  const about = source.handler(controller, handler);
  if (about.comment === '') throw new Error(`${controller}.${handler} has no comment: say what it is for, above it.`);
  const tag = tagOf(controller);
  const body = bodyOf(route, requests);
  const parameters = parametersOf(route, requests);
  return {
    operationId: `${tag.charAt(0).toLowerCase()}${tag.slice(1)}_${handler}`,
    tags: [tag],
    ...summaryOf(about.comment),
    ...(policy === undefined || policy === 'public'
      ? { security: (route.description.reads ?? []).map((name) => ({ [name]: [] })) }
      : {
          security: [{ token: [] }, { page: [] }],
          'x-permission': policy,
          'x-roles': PERMISSIONS[policy],
        }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: responses.of(route, about),
  };
}

function tagOf(controller: string): string {
  return controller.replace(/Controller$/, '');
}

/** One for each controller, with what stands above it or else what its first route is for. */
function tagsOf(routes: readonly Route[], source: Source): object[] {
  const first = new Map(routes.toReversed().map((route) => [route.controller, route.handler]));
  return [...first]
    .map(([controller, handler]) => {
      const above = source.comment(controller);
      return {
        name: tagOf(controller),
        description: above === '' ? summaryOf(source.handler(controller, handler).comment).summary : above,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** First sentence, and all of it. */
function summaryOf(comment: string): { summary: string; description: string } {
  const [first = comment] = /^.*?[.!](?= |$)/.exec(comment) ?? [];
  return { summary: first, description: comment };
}

function bodyOf(route: Route, requests: ClassSchemas): Record<string, { schema: JsonSchema }> | undefined {
  const { accepts } = route.description;
  if (accepts) {
    return Object.fromEntries(
      Object.entries(accepts).map(([type, classes]) => [type, { schema: bodySchema(type, classes, requests) }]),
    );
  }
  const body = route.arguments.find(({ from }) => from === 'body');
  return body && { 'application/json': { schema: requests.refTo(body.type) } };
}

function bodySchema(type: string, classes: readonly Type[], requests: ClassSchemas): JsonSchema {
  const refs = classes.map((one) => requests.refTo(one));
  const [only] = refs;
  if (!only) return { type: 'string' };
  return type === 'application/json' ? only : linesOf(refs);
}

function parametersOf(route: Route, requests: ClassSchemas): Parameter[] {
  const key: Parameter = {
    in: 'header',
    name: 'Idempotency-Key',
    required: true,
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  };
  const needsKey = wantsKey(route.method, route.policy, route.description);
  const format: Parameter = {
    in: 'query',
    name: 'format',
    required: false,
    schema: { type: 'string', enum: [...EXPORT_FORMATS] },
  };
  return [
    ...route.arguments.flatMap((argument) => parameterOf(argument, requests)),
    ...(route.exports ? [format] : []),
    ...(needsKey ? [key] : []),
  ];
}

function parameterOf({ from, name, type, pipes }: Argument, requests: ClassSchemas): Parameter[] {
  // One that is named is read as it comes; a class of them is judged.
  if (from === 'query' && name !== '') return [{ in: 'query', name, required: false, schema: { type: 'string' } }];
  if (from === 'query') return requests.query(type).map((field) => ({ in: 'query', ...field }));
  if (from === 'header') {
    const required = name === 'if-match';
    return [{ in: 'header', name, required, schema: { type: 'string' } }];
  }
  if (from !== 'param') return [];
  const schema = (pipes.includes('IdPipe')
    ? { type: 'string', format: 'uuid' }
    : { type: pipes.includes('OrdinalPipe') ? 'integer' : 'string' }) as unknown as JsonSchema;
  return [{ in: 'path', name, required: true, schema }];
}
