import { randomBytes } from 'node:crypto';
import pg from 'pg';

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['SERAP_TEST_POSTGRES'];
  if (!url) throw new Error('SERAP_TEST_POSTGRES is not set: run tests through npm test or npm run spec.');
  return url;
}

/**
 * A fresh, empty database for one suite.
 *
 * @returns its connection URL, and `drop`, which also ends connections that a test left open
 */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
