import fc from 'fast-check';
import type { ServiceName } from '#contracts/topics.js';
import { resolve, type Schema } from './described.js';
import { ORIGIN, OTHER_PARTNER, PARTNER, type Ids } from './world.js';

/** What nobody expects: each has broken some service somewhere. */
export const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  Number.MIN_SAFE_INTEGER,
  '',
  ' ',
  'NaN',
  '1,5',
  '1.000',
  '-0',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  "' OR 1=1 --",
  '${7*7}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'x'.repeat(5_000),
  '2026-02-29',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '99.99',
  '33.02.',
  [],
  [null],
  [[[]]],
  {},
  { $gt: '' },
  { constructor: { prototype: {} } },
];

const REGIONS = [ORIGIN, PARTNER, '73', '13.03', '73.71', OTHER_PARTNER, '33.02.01', '33.02.01.2001'];
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T';

/** Values of a schema: mostly ordinary ones, some at its edges. */
export class Values {
  private readonly known = new Map<string, fc.Arbitrary<unknown>>();

  constructor(
    private readonly service: ServiceName,
    private readonly ids: Ids,
  ) {}

  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return this.build(schema, name);
    const known = this.known.get(reference) ?? this.build(resolve(this.service, schema), name);
    this.known.set(reference, known);
    return known;
  }

  /** An id of something that is there, of something else, or of nothing. */
  id(hint: string): fc.Arbitrary<string> {
    const fitting = Object.entries(this.ids).flatMap(([word, ids]) => (hint.includes(word.slice(0, 4)) ? ids : []));
    const all = Object.values(this.ids).flat();
    const one = (from: readonly string[]) => fc.constantFrom(...(from.length > 0 ? from : all));
    return fc.oneof({ weight: 6, arbitrary: one(fitting) }, { weight: 2, arbitrary: one(all) }, fc.uuid());
  }

  private build(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const any = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined;
    if (any) return fc.oneof(...any.map((one) => this.of(one, name)));
    if (schema['enum']) return fc.constantFrom(...(schema['enum'] as readonly unknown[]));
    switch (schema['type']) {
      case 'object':
        return this.record(schema);
      case 'array':
        return fc.array(this.of(schema['items'] as Schema, name), {
          minLength: Math.min(Number(schema['minItems'] ?? 0), 3),
          maxLength: Math.min(Number(schema['maxItems'] ?? 3), 3),
        });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'integer':
      case 'number':
        return numbers(schema, name);
      default:
        return this.text(schema, name);
    }
  }

  private record(schema: Schema): fc.Arbitrary<unknown> {
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
    const model = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, this.of(value, key)]));
    return fc.record(model, { requiredKeys: (schema['required'] ?? []) as string[] });
  }

  private text(schema: Schema, name: string): fc.Arbitrary<string> {
    const pattern = schema['pattern'];
    if (schema['format'] === 'uuid') return this.id(name);
    if (schema['format'] === 'date') return fc.constantFrom('2019-03-04', '2019-03-05', '2019-04-30', '2018-12-31');
    if (typeof pattern === 'string') {
      if (/region|destination|origin|partner|village|within|deliverTo/i.test(name)) return fc.constantFrom(...REGIONS);
      if (name === 'commodity') return fc.constantFrom('coconut-sugar', 'sugar', 'batik');
      // Nobody else could work any more once the clock stands in another century.
      if (pattern.startsWith(INSTANT)) return fc.constantFrom('2019-03-04T09:00:00+07:00', '2018-01-01T00:00:00Z');
      return fc.stringMatching(new RegExp(pattern), { maxLength: 120 });
    }
    const most = Math.min(Number(schema['maxLength'] ?? 40), 60);
    return fc.string({ unit: 'grapheme', minLength: 1, maxLength: most });
  }
}

function numbers(schema: Schema, name: string): fc.Arbitrary<number> {
  const min = Number(schema['minimum'] ?? 1);
  const max = Number(schema['maximum'] ?? 1_000_000);
  // An hour at the most: each day that begins is work for every market.
  if (name === 'advanceMs') return fc.integer({ min, max: 3_600_000 });
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 5_000) }),
    fc.integer({ min, max }),
    fc.constantFrom(min, max),
  );
}
