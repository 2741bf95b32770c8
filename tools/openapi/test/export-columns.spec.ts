import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '#files/exports/cells.js';
import { pathOf, typeOf, type ColumnType } from '#files/exports/column.js';
import { ROOT } from '../../system/root.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { fileOf } from '../files.js';
import type { Route } from '../routes.js';
import { routesOfService } from '../services.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Document {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: Schema }> }> }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What is typed into a field and looks like something else. */
const LOOKS_LIKE = ['2026-99-99', '2026-11-27', '2026-11-27T00:00:00Z', '=1+1', '00123', '1e5'];

const DATES: ReadonlySet<ColumnType> = new Set(['day', 'instant']);

const exported = SERVICES.flatMap((service) =>
  routesOfService(service)
    .filter(({ exports }) => exports !== undefined)
    .map((route): [string, ServiceName, Route] => [`${service} ${route.path}`, service, route]),
);

describe('the columns of an exported list', () => {
  it.each(exported)('of %s hold what its description says', (_, service, route) => {
    const document = JSON.parse(readFileSync(join(ROOT, fileOf(service)), 'utf8')) as Document;
    const row = rowOf(document, route);
    for (const column of Object.values(route.exports?.columns ?? {})) {
      const described = kindAt(document, row, pathOf(column));
      // Most dates and moments are text to the description: what they are says the column alone.
      const type = described === 'text' && DATES.has(typeOf(column)) ? described : typeOf(column);
      expect([pathOf(column), type]).toEqual([pathOf(column), described]);
    }
  });

  it.each(exported)('of %s leave text as it was typed', (_, __, { exports }) => {
    const texts = Object.values(exports?.columns ?? {}).filter((column) => typeOf(column) === 'text');
    for (const column of texts) {
      for (const text of LOOKS_LIKE) {
        const item = pathOf(column)
          .split('.')
          .reduceRight<unknown>((inner, name) => ({ [name]: inner }), text);
        expect(cellsOf(item, [column])).toEqual([text.startsWith('=') ? `'${text}` : text]);
      }
    }
  });
});

/** The schema of one row, as the export's plan finds it in the answer. */
function rowOf(document: Document, { path, method, status, exports }: Route): Schema {
  const answer = document.paths[path]?.[method]?.responses[String(status)]?.content['application/json']?.schema ?? {};
  const item = schemaAt(document, answer, exports?.list ?? 'items').items ?? {};
  if (exports?.each === undefined) return item;
  const entry = resolved(document, schemaAt(document, item, exports.each).items ?? {});
  return { properties: { ...entry.properties, of: item } };
}

function schemaAt(document: Document, schema: Schema, path: string): Schema {
  return path.split('.').reduce((from, name) => {
    const found = resolved(document, from).properties?.[name];
    if (!found) throw new Error(`There is no ${path}.`);
    return resolved(document, found);
  }, schema);
}

/** Of a list's field, the texts of all its entries stand in one cell. */
function kindAt(document: Document, row: Schema, path: string): ColumnType {
  const [list = '', ...rest] = path.split('.');
  const { items } = schemaAt(document, row, list);
  if (items === undefined || rest.length === 0) return kindOf(schemaAt(document, row, path));
  schemaAt(document, resolved(document, items), rest.join('.'));
  return 'text';
}

/** Without what says only that it may be null. */
function resolved(document: Document, schema: Schema): Schema {
  if (schema.anyOf) {
    const [other, ...more] = schema.anyOf.filter(({ type }) => type !== 'null');
    return other && more.length === 0 ? resolved(document, other) : schema;
  }
  if (schema.$ref === undefined) return schema;
  return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

function kindOf({ type = 'string', format }: Schema): ColumnType {
  const types = [type].flat();
  if (types.includes('number') || types.includes('integer')) return 'number';
  if (types.includes('boolean')) return 'yes-no';
  return format === 'date-time' ? 'instant' : 'text';
}
