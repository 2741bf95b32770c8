import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { EVENTS } from '#contracts/events.js';
import { readProgram, Source } from '../../openapi/source.js';
import { ROOT } from '../../system/root.js';
import { ASYNCAPI_FILE, asyncApi, type AsyncApi } from '../document.js';

const TYPES = Object.keys(EVENTS);

describe('the AsyncAPI document', () => {
  let made: AsyncApi;
  let ajv: Ajv2020;

  beforeAll(() => {
    made = JSON.parse(JSON.stringify(asyncApi(new Source(readProgram(), ['libs/contracts/'])))) as AsyncApi;
    ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(made, 'serap');
  });

  it('is committed as the code says it (npm run describe)', () => {
    expect(JSON.parse(readFileSync(join(ROOT, ASYNCAPI_FILE), 'utf8'))).toEqual(made);
  });

  it('is valid for the AsyncAPI parser', async () => {
    const { document, diagnostics } = await new Parser().parse(made as never);
    expect(diagnostics.filter(({ severity }) => String(severity) === '0')).toEqual([]);
    expect(document?.channels().all()).toHaveLength(Object.keys(made.channels).length);
  });

  it.each(TYPES)('%s: its schema takes the golden sample, and not without any one of its fields', (type) => {
    const golden = JSON.parse(
      readFileSync(join(ROOT, 'libs/contracts/golden', `${type}.json`), 'utf8'),
    ) as EventEnvelope;
    const validate = ajv.compile({ $ref: `serap${String(made.components.messages[type]?.payload.$ref)}` });
    expect([validate(golden.data), validate.errors]).toEqual([true, null]);
    for (const name of Object.keys(golden.data)) {
      expect(validate({ ...golden.data, [name]: { wrong: true } })).toBe(false);
    }
  });
});
