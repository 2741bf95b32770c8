import type { Table } from '../database/table.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** What PostgreSQL calls columns of each kind. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'uuid'],
  date: ['date'],
  integer: ['bigint', 'integer', 'smallint'],
  boolean: ['boolean'],
  instant: ['timestamp with time zone'],
  texts: ['ARRAY'],
  json: ['jsonb', 'json'],
  bytes: ['bytea'],
};

/**
 * Compares descriptions of tables with the database: every column is there, of its kind, and may be null where the field
 * may; and nothing that must be given is left out.
 *
 * @returns what differs, in words
 */
export async function tableFaults(
  query: <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>,
  tables: readonly Table<unknown, string>[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const table of tables) {
    const columns = await query<Column & { hasDefault: boolean }>(
      `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable,
         column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS' AS "hasDefault"
       FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1`,
      [table.name],
    );
    const given = new Set([...table.beside, ...table.stored.map(({ column }) => column)]);
    for (const { name, nullable, hasDefault } of columns) {
      if (!given.has(name) && !nullable && !hasDefault) faults.push(`${table.name}.${name} is not described`);
    }
    for (const { column, kind } of table.stored) {
      const found = columns.find(({ name }) => name === column);
      faults.push(...columnFaults(`${table.name}.${column}`, kind, found));
    }
  }
  return faults;
}

function columnFaults(name: string, kind: string, found: Column | undefined): string[] {
  if (!found) return [`${name} is not in the database`];
  const nullable = kind.endsWith('?');
  const types = TYPES[nullable ? kind.slice(0, -1) : kind] ?? [];
  return [
    ...(types.includes(found.type) ? [] : [`${name} is ${found.type}, described as ${kind}`]),
    ...(found.nullable === nullable
      ? []
      : [`${name} may ${found.nullable ? '' : 'not '}be null, described as ${kind}`]),
  ];
}
