import fc from 'fast-check';
import { STRANGE } from './values.js';

type Path = readonly (string | number)[];

/** Where something stands in a value: every field and every element, the value itself first. */
function places(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

function withAt(value: unknown, [key, ...rest]: Path, put: (old: unknown) => unknown): unknown {
  if (key === undefined) return put(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  const next = withAt(copy[key], rest, put);
  if (next === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = next;
  return copy;
}

const EXTRA = ['status', 'regionCode', 'price', 'id', '', 'constructor', 'x'.repeat(300)];

/** A value with one thing wrong somewhere in it: replaced by something strange, left out, or with an unknown field. */
export function broken(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.nat(), fc.constantFrom(...STRANGE), fc.constantFrom(...EXTRA), fc.nat(9))
    .map(([value, place, strange, extra, how]) => {
      const all = places(value);
      const at = all[place % all.length] ?? [];
      if (how < 6) return withAt(value, at, () => strange);
      if (how < 8 && at.length > 0) return withAt(value, at, () => undefined);
      return withAt(value, at, (old) =>
        typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, [extra]: strange } : strange,
      );
    });
}

/** Bodies that are no JSON, or too much of it. */
export const UNREADABLE: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from(' '),
  Buffer.from('{'),
  Buffer.from('{"a":1'),
  Buffer.from('NaN'),
  Buffer.from('{"a":1e999}'),
  Buffer.from('\ufeff{}'),
  Buffer.from('{}', 'utf16le'),
  Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
  Buffer.from('{"__proto__":{"admin":true}}'),
  Buffer.from(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  Buffer.from(JSON.stringify({ name: 'x'.repeat(300_000) })),
  Buffer.from('null'),
  Buffer.from('"text"'),
];
