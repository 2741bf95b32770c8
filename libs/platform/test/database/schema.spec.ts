import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { requirePostgres, type Query } from '#postgres/require-postgres.js';
import { compareSchema, schemaTrouble } from '#platform/database/schema-trouble.js';
import { testDatabase } from '#platform/testing/postgres.js';

describe('a schema', () => {
  const needs = { migrations: ['First1', 'Second2'], version: '0.2.0' };
  let database: { url: string; drop: () => Promise<void> };
  let client: pg.Client;
  const query: Query = async <Row>(sql: string, parameters?: unknown[]) =>
    (await client.query(sql, parameters)).rows as Row[];
  const trouble = async (): Promise<string | undefined> =>
    schemaTrouble(await compareSchema(query, needs), needs)?.message;

  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  beforeEach(async () => {
    await client.query(`DROP TABLE IF EXISTS migrations, schema_release;
      CREATE TABLE migrations (id serial, timestamp bigint, name text);
      CREATE TABLE schema_release (version text, before text, migrated_at timestamptz);
      INSERT INTO migrations (timestamp, name) VALUES (1, 'First1'), (2, 'Second2')`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('fits when it has what the code needs, and nothing else', async () => {
    expect(await trouble()).toBeUndefined();
  });

  it('of an empty database lacks everything', async () => {
    await client.query('DROP TABLE migrations, schema_release');
    expect(await trouble()).toMatch(/older than this release \(0\.2\.0\): it lacks First1, Second2/);
  });

  it('that is older is told by the migrations that it lacks', async () => {
    await client.query("DELETE FROM migrations WHERE name = 'Second2'");
    expect(await trouble()).toMatch(/older .* it lacks Second2\. Run "migrate" of this release\./);
  });

  it('that is newer is told by the migrations that the code does not know, and by the release that made it', async () => {
    await client.query("INSERT INTO migrations (timestamp, name) VALUES (3, 'Third3')");
    expect(await trouble()).toMatch(/newer .* it has Third3/);
    await client.query("INSERT INTO schema_release VALUES ('0.4.0', '0.3.0', now())");
    expect(await trouble()).toMatch(/Run the release that made it \(0\.4\.0\)/);
  });

  it('of the next release serves the one before it until that has been replaced', async () => {
    await client.query(`INSERT INTO migrations (timestamp, name) VALUES (3, 'Third3');
      INSERT INTO schema_release VALUES ('0.2.0', '0.1.0', now() - interval '1 day'), ('0.3.0', '0.2.0', now())`);
    expect(await trouble()).toBeUndefined();
    await client.query("INSERT INTO schema_release VALUES ('0.4.0', '0.3.0', now() + interval '1 day')");
    expect(await trouble()).toMatch(/newer/);
  });
});

describe('a server', () => {
  const server =
    (version: string, number: number): Query =>
    <Row>() =>
      Promise.resolve([{ version, number }] as Row[]);

  it('older than PostgreSQL 17 is refused, with what is there and what is needed', async () => {
    await expect(requirePostgres(server('15.13', 150_013))).rejects.toThrow(
      'The database server is PostgreSQL 15.13; Serap needs PostgreSQL 17 or later.',
    );
  });

  it('of PostgreSQL 17 or later is taken', async () => {
    await requirePostgres(server('17.0', 170_000));
  });
});
