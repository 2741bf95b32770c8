import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { getMetadataStorage } from 'class-validator';
import { EVENTS } from '#contracts/events.js';
import { nestedTypes } from '#contracts/shapes.js';
import { isSaid } from '#platform/http/field-rules.js';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ROOT } from '../../system/root.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { documentOf, type OpenApi } from '../document.js';
import type { Route } from '../routes.js';
import { fileOf } from '../files.js';
import { documents } from '../services.js';
import type { Source } from '../source.js';

const ROUTE: Route = {
  controller: 'ThingsController',
  handler: 'list',
  method: 'get',
  path: '/api/things',
  status: 200,
  policy: 'public',
  description: {},
  exports: undefined,
  arguments: [],
};

describe('OpenAPI documents', () => {
  let made: Map<ServiceName, OpenApi>;

  beforeAll(() => {
    made = documents();
  });

  it.each(SERVICES)('of %s: the committed copy is what the code says (npm run describe)', async (service) => {
    const committed = JSON.parse(await readFile(join(ROOT, fileOf(service)), 'utf8')) as unknown;
    expect(committed).toEqual(JSON.parse(JSON.stringify(made.get(service))));
  });

  it.each(SERVICES)('of %s: is valid OpenAPI 3.1 with every reference resolved', async (service) => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      JSON.parse(JSON.stringify(made.get(service))) as Record<string, never>,
    );
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it('cannot be made while a route has no comment', () => {
    const silent = { handler: () => ({ comment: '', answers: [] }) } as unknown as Source;
    expect(() => documentOf('things', [ROUTE], silent)).toThrow('ThingsController.list has no comment');
  });
});

describe('the rules of request fields', () => {
  /** Of events, which no caller sends. */
  function ofEvents(): Set<unknown> {
    const seen = new Set<unknown>();
    const visit = (type: new () => object): void => {
      for (let each: unknown = type; each !== Function.prototype && each; each = Object.getPrototypeOf(each)) {
        seen.add(each);
      }
      for (const nested of nestedTypes(type).values()) visit(nested);
    };
    for (const { data } of Object.values(EVENTS)) visit(data);
    return seen;
  }

  it('each have a sentence: no answer speaks in a pattern, or in the words of a framework', () => {
    const { validationMetadatas: all } = getMetadataStorage() as unknown as {
      readonly validationMetadatas: ReadonlyMap<
        { readonly name: string },
        readonly { type: string; name?: string; propertyName: string; context?: unknown }[]
      >;
    };
    const events = ofEvents();
    const requests = [...all].filter(([type]) => !type.name.endsWith('Config') && !events.has(type));
    expect(requests.length).toBeGreaterThan(40);
    const mute = requests.flatMap(([type, rules]) =>
      rules
        .filter((rule) => !['conditionalValidation', 'whitelistValidation'].includes(rule.type))
        .filter((rule) => !isSaid(rule.name ?? rule.type, rule.context))
        .map((rule) => `${type.name}.${rule.propertyName}: ${rule.name ?? rule.type}`),
    );
    expect(mute).toEqual([]);
  });
});
