import type { Query } from '#postgres/require-postgres.js';

/**
 * Gives a service's role what it needs in the schema and no more: it reads and writes rows, it makes and changes no table,
 * and what is recorded of migrations it only reads.
 */
export async function grantTo(query: Query, role: string): Promise<void> {
  const [row] = await query<{ name: string; schema: string }>(
    'SELECT quote_ident($1::text) AS name, quote_ident(current_schema()) AS schema',
    [role],
  );
  if (!row) return;
  const { name, schema } = row;
  await query(`GRANT USAGE ON SCHEMA ${schema} TO ${name}`);
  await query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`);
  await query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`);
  await query(`REVOKE INSERT, UPDATE, DELETE ON migrations, schema_release FROM ${name}`);
}
