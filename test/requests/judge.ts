import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ServiceName } from '#contracts/topics.js';
import { DOCUMENTS, resolve, type Described, type Schema } from './described.js';
import type { Answer } from './send.js';

const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  formats: {
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    date: /^\d{4}-\d{2}-\d{2}$/,
    'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/,
  },
});
for (const [service, document] of DOCUMENTS) ajv.addSchema(document, service);

const compiled = new Map<string, ValidateFunction>();

/** @returns what of a value breaks a schema of a service's document; undefined: nothing */
export function breach(service: ServiceName, schema: Schema, value: unknown): string | undefined {
  const local = JSON.stringify(schema).replaceAll('"#/', `"${service}#/`);
  const validate = compiled.get(local) ?? ajv.compile(JSON.parse(local) as object);
  compiled.set(local, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

/** Done, elsewhere, as you know it: statuses whose answers have no body. */
const EMPTY = new Set([204, 303, 304]);

/**
 * What is wrong with an answer: a 5xx, or a status, content type or body that its document does not have.
 *
 * @returns undefined for an answer that is as described
 */
export function complaint({ service, operation }: Described, { status, type, body }: Answer): string | undefined {
  if (status >= 500) return `answers ${String(status)}: ${body.slice(0, 500)}`;
  const found = operation.responses[String(status)];
  if (!found) return `answers ${String(status)}, which is not described: ${body.slice(0, 500)}`;
  const { content = {} } = resolve(service, found as Schema) as { content?: Record<string, { schema: Schema }> };
  if (EMPTY.has(status)) return body === '' ? undefined : `answers ${String(status)} with a body`;
  const described = content[type];
  if (!described) return `answers ${String(status)} as ${type}, which is not described`;
  return breachOfBody(service, type, described.schema, body);
}

function breachOfBody(service: ServiceName, type: string, schema: Schema, body: string): string | undefined {
  if (type.endsWith('json') && type !== 'application/x-ndjson') return breach(service, schema, JSON.parse(body));
  const line = schema['contentSchema'] as Schema | undefined;
  if (!line) return undefined;
  const lines = body.split('\n').filter((text) => text !== '');
  return lines.map((text) => breach(service, line, JSON.parse(text))).find((wrong) => wrong !== undefined);
}
