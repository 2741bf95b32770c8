import ts from 'typescript';
import { CODE_OF_STATUS, CODES, TITLES, type ErrorCode } from '#kernel/refusals/codes.js';
import { EXPORT_TYPES } from '#files/exports/exports.js';
import type { Route } from './routes.js';
import type { HandlerSource, JsonSchema, Source } from './source.js';

const NDJSON = 'application/x-ndjson';
/** Statuses of refusals that a document names; those of what stands before a service, and of bugs, it does not. */
const ANSWERED = [400, 401, 403, 404, 405, 408, 409, 412, 413, 414, 415, 422, 428, 429, 503] as const;
const text = (description: string) => ({ description, schema: { type: 'string' } });
const RETRIED = { 'Retry-After': text('Seconds to wait, before the same request is sent again.') };
/** What refusals of a status bring beside their words. */
const HEADERS_OF: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': text('`Bearer`: how to sign in.') },
  429: RETRIED,
  503: RETRIED,
};

/** What a success may carry, by content type. */
type Content = Record<string, { schema: JsonSchema }>;

/** The answers of a route: those that its types say, and the refusals that its verb, path, body and policy imply. */
export class Responses {
  readonly schemas = new Map<string, JsonSchema>();

  private readonly read: ReadonlySet<string>;

  constructor(
    private readonly source: Source,
    routes: readonly Route[],
  ) {
    this.read = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path));
  }

  of(route: Route, { answers }: HandlerSource): Record<string, object> {
    const { description, status } = route;
    const named = (name: string) => answers.filter((node) => nameOf(node) === name);
    const rest = answers.filter(
      (node) => !['Pending', 'StreamableFile', 'LinesOf', 'undefined'].includes(nameOf(node)),
    );
    const content: Content = {
      ...this.json(rest, route),
      ...this.lines(named('LinesOf')),
      ...fileOf(description.gives),
      ...(route.exports ? { ...fileOf(EXPORT_TYPES.csv), ...fileOf(EXPORT_TYPES.xlsx) } : {}),
    };
    const headers = headersOf(route, this.read);
    const success = { description: 'Done.', ...(headers ? { headers } : {}), content };
    return {
      [status]: success,
      ...Object.fromEntries((description.also ?? []).map((also) => [also, success])),
      ...Object.fromEntries(named('Pending').map((node) => [202, this.pending(node)])),
      ...(takes(route, 'if-none-match') ? { 304: { description: 'It is as you know it.' } } : {}),
      ...Object.fromEntries(
        refusalsOf(route).map((code) => [code, { $ref: `#/components/responses/${String(code)}` }]),
      ),
      ...Object.fromEntries((description.refusesWithPage ?? []).map((code) => [code, pageOf(code, route)])),
    };
  }

  /** The refusals by status that these paths speak of, each an RFC 9457 problem. */
  refusals(paths: object): Record<string, object> {
    const spoken = JSON.stringify(paths);
    return Object.fromEntries(
      ANSWERED.filter((status) => spoken.includes(`#/components/responses/${String(status)}"`)).map((status) => [
        String(status),
        {
          description: `${TITLES[status].en} (${CODE_OF_STATUS[status]} or a code of its own).`,
          ...(status in HEADERS_OF ? { headers: HEADERS_OF[status] } : {}),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    );
  }

  /** Registers the shape of every refusal. */
  problem(): void {
    this.register(this.source.schemaNamed('Problem').definitions ?? {});
  }

  private json(nodes: readonly ts.TypeNode[], { controller, handler }: Route): Content {
    const typed = nodes.filter((node) => node.kind !== ts.SyntaxKind.VoidKeyword);
    if (typed.some((node) => node.kind === ts.SyntaxKind.ObjectKeyword || node.kind === ts.SyntaxKind.UnknownKeyword)) {
      throw new Error(`${controller}.${handler} answers with an object of no known shape: name its type.`);
    }
    const [schema, ...others] = typed.map((node) => this.schema(node));
    if (!schema) return {};
    return { 'application/json': { schema: others.length === 0 ? schema : { anyOf: [schema, ...others] } } };
  }

  private lines([node]: readonly ts.TypeNode[]): Content {
    if (!node || !ts.isTypeReferenceNode(node) || !node.typeArguments?.[0]) return {};
    return { [NDJSON]: { schema: linesOf([this.schema(node.typeArguments[0])]) } };
  }

  private pending(node: ts.TypeNode): object {
    return {
      description: 'Kept, and not decided yet: it will be found at Location.',
      headers: { Location: text('Address of what was kept.') },
      content: { 'application/json': { schema: this.schema(node) } },
    };
  }

  private schema(node: ts.TypeNode): JsonSchema {
    const { definitions = {}, $schema: _, ...schema } = this.source.schemaOf(node);
    this.register(definitions);
    return asComponent(schema);
  }

  private register(definitions: object): void {
    for (const [name, definition] of Object.entries(definitions)) {
      this.schemas.set(componentName(name), asComponent(definition as JsonSchema));
    }
  }
}

/** JSON lines as JSON Schema says it: a text whose content is told. */
export function linesOf(schemas: readonly JsonSchema[]): JsonSchema {
  const line = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  return { type: 'string', contentMediaType: NDJSON, contentSchema: line };
}

function fileOf(type: string | undefined): Content {
  return type === undefined ? {} : { [type]: { schema: { type: 'string' } } };
}

/** A refusal in words for whoever sits before the browser; what is not of the route itself is a problem there too. */
function pageOf(status: number, route: Route): object {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    description: 'A page that says why, and what to do next, in Indonesian and English.',
    content: { 'text/html': { schema: { type: 'string' } }, ...(refusalsOf(route).includes(status) ? problem : {}) },
  };
}

function nameOf(node: ts.TypeNode): string {
  return ts.isTypeReferenceNode(node) ? node.typeName.getText() : node.getText();
}

function takes({ arguments: all }: Route, header: string): boolean {
  return all.some(({ from, name }) => from === 'header' && name === header);
}

function headersOf(route: Route, read: ReadonlySet<string>): Record<string, object> | undefined {
  const headers = {
    ...(takes(route, 'if-match') || takes(route, 'if-none-match') ? { ETag: 'Version of what it shows.' } : {}),
    ...(route.status === 201 && read.has(`${route.path}/{id}`) ? { Location: 'Where what it made is found.' } : {}),
    ...route.description.headers,
  };
  const entries = Object.entries(headers).map(([name, description]) => [name, text(description)]);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record<string, object>);
}

/** Statuses of what can go wrong, in ascending order. */
function refusalsOf(route: Route): number[] {
  const { method, path, policy, description } = route;
  const writes = method !== 'get';
  const judged =
    writes || route.exports !== undefined || route.arguments.some(({ from, name }) => from === 'query' && name === '');
  return [
    ...new Set([
      ...(policy === 'public' ? [] : [400, 401, 403, 429]),
      ...(path.includes('{') ? [404, 414] : []),
      ...(writes ? [400, 413, 415] : []),
      ...(judged ? [422] : []),
      ...(takes(route, 'if-match') ? [412, 428] : []),
      ...(route.exports ? [413] : []),
      ...(description.refuses ?? []).map((code: ErrorCode) => CODES[code].status),
      503,
    ]),
  ].sort((a, b) => a - b);
}

/** Component names are letters, digits, dots, hyphens and underscores. */
function componentName(name: string): string {
  return decodeURIComponent(name)
    .replace(/[^\w.-]+/g, '_')
    .replace(/_+$/, '');
}

/** References as OpenAPI writes them; what is private to a class does not reach the JSON. */
function asComponent(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === '$ref') return `#/components/schemas/${componentName(String(value).replace('#/definitions/', ''))}`;
    if (key === 'required' && Array.isArray(value)) return (value as string[]).filter((name) => !name.startsWith('#'));
    return key.startsWith('#') ? undefined : value;
  }) as JsonSchema;
}
