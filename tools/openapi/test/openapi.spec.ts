import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ROOT } from '../../system/root.js';
import { SERVICES, type ServiceName } from '../../system/service-process.js';
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
