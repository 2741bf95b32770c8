import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { toBinary } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { EVENTS } from '#contracts/events.js';
import { nestedTypes } from '#contracts/shapes.js';
import { OPEN_TOPICS, SERVICES, TOPIC_USE, TOPICS, type TopicUse } from '#contracts/topics.js';
import { PARTITIONS } from '#event-log/log/event-log.js';
import { ClassSchemas } from '../openapi/class-schemas.js';
import { LICENCE } from '../openapi/files.js';
import type { Source } from '../openapi/source.js';
import { ROOT } from '../system/root.js';

/** Where the committed document lies, seen from the checkout's root. */
export const ASYNCAPI_FILE = 'docs/api/asyncapi.json';

export interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly address: string }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: { readonly $ref: string } }>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

/** The AsyncAPI document of the event log, made of the classes in libs/contracts that validate each event. */
export function asyncApi(source: Source): AsyncApi {
  const schemas = new ClassSchemas(source, {
    open: true,
    nested: (type, field) => nestedTypes(type).get(field) as Type | undefined,
  });
  const messages = Object.fromEntries(
    Object.entries(EVENTS).map(([type, { data }]) => [
      type,
      {
        name: type,
        summary: source.comment(data.name),
        contentType: 'application/json',
        headers: { $ref: '#/components/schemas/Headers' },
        payload: schemas.refTo(data),
        examples: [exampleOf(type)],
      },
    ]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Serap: the event log',
      version: '1',
      description:
        'CloudEvents 1.0 over Kafka, binary mode. A subject has one version count (ce_sequence: 1, 2, 3 …) and lives on ' +
        'one topic; the data are its state after the change, so a consumer keeps the latest version of each subject.',
      license: { name: LICENCE },
    },
    defaultContentType: 'application/json',
    channels: channels(source),
    operations: operations(),
    components: {
      messages,
      schemas: {
        Headers: headers(source),
        ...Object.fromEntries([...schemas.schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
      },
    },
  } as AsyncApi;
}

function typesOn(topic: string): string[] {
  return Object.entries(EVENTS).flatMap(([type, event]) => (event.topic === topic ? [type] : []));
}

function channels(source: Source): AsyncApi['channels'] {
  const comments = source.constant('TOPICS');
  return Object.fromEntries(
    Object.entries(TOPICS).map(([name, topic]) => [
      name,
      {
        address: topic,
        description: [comments.get(name) ?? 'Key: origin regency.', ...usedBy(TOPIC_USE[topic])].join(' '),
        messages: Object.fromEntries(typesOn(topic).map((type) => [type, { $ref: `#/components/messages/${type}` }])),
        bindings: { kafka: { partitions: PARTITIONS } },
      },
    ]),
  );
}

function usedBy({ writers, readers }: TopicUse): string[] {
  const named = (services: readonly string[]): string =>
    services.length === SERVICES.length ? 'every service' : services.join(', ');
  return [
    `Written by ${writers.length === 0 ? "partners' systems" : named(writers)}.`,
    ...(readers.length === 0 ? [] : [`Heard by ${named(readers)}.`]),
  ];
}

/** As Serap sees it: it sends on its own topics and receives on those that outsiders write. */
function operations(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(TOPICS).map(([name, topic]) => [
      name,
      {
        action: OPEN_TOPICS.has(topic) ? 'receive' : 'send',
        channel: { $ref: `#/channels/${name}` },
        messages: typesOn(topic).map((type) => ({ $ref: `#/channels/${name}/messages/${type}` })),
      },
    ]),
  );
}

/** Headers as toBinary writes them: each carries the field of the envelope whose name it is given here. */
function headers(source: Source): object {
  const fields = source.fields('EventEnvelope');
  const named = Object.fromEntries([...fields.keys()].map((name) => [name, name])) as unknown as EventEnvelope;
  const properties = Object.entries(toBinary(named).headers).map(([header, name]) => {
    const comment = fields.get(name)?.comment ?? '';
    const fixed = fields.has(name) ? {} : { const: name };
    return [header, { type: 'string', ...fixed, ...(comment === '' ? {} : { description: comment }) }] as const;
  });
  const optional = new Set([...fields].flatMap(([name, { required }]) => (required ? [] : [name])));
  const required = Object.entries(toBinary(named).headers).flatMap(([header, name]) =>
    optional.has(name) ? [] : [header],
  );
  return { type: 'object', properties: Object.fromEntries(properties), required };
}

/** The golden sample, which is what the class accepts. */
function exampleOf(type: string): object {
  const golden = JSON.parse(readFileSync(join(ROOT, 'libs/contracts/golden', `${type}.json`), 'utf8')) as EventEnvelope;
  return { headers: toBinary(golden).headers, payload: golden.data };
}
