import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import { createDataSource } from '#platform/database/database.js';
import { isOutage } from '#postgres/outage.js';
import { testDatabase } from '#platform/testing/postgres.js';

const PASSWORD = `a/b+c#d@e:f?g&h=i%zz'"é`;

describe('a connection of a service', () => {
  let database: { url: string; drop: () => Promise<void> };
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const ask = async (url: string, sql: string): Promise<Record<string, unknown>> => {
    const dataSource = await createDataSource({ url, migrations: [] }).initialize();
    try {
      return (await dataSource.query<Record<string, unknown>[]>(sql))[0] ?? {};
    } finally {
      await dataSource.destroy();
    }
  };

  it('keeps its limits whatever options= an address has', async () => {
    const options = encodeURIComponent('-c transaction_timeout=0 -c timezone=Asia/Jakarta -c work_mem=5MB');
    const settings = ['transaction_timeout', 'timezone', 'work_mem', 'tcp_keepalives_idle', 'tcp_user_timeout'];
    const shown = settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ');
    expect(await ask(`${database.url}?options=${options}`, `SELECT ${shown}`)).toEqual({
      transaction_timeout: '5s',
      timezone: 'UTC',
      work_mem: '5MB',
      tcp_keepalives_idle: '10',
      tcp_user_timeout: '20000',
    });
  });

  it('sends no settings of its own in the first packet, which a pooler before the server would refuse', () => {
    const client = createClient({ address: parseDatabaseAddress(database.url) });
    expect(Object.keys((client as unknown as { getStartupConf(): object }).getStartupConf())).toEqual([
      'user',
      'database',
    ]);
  });

  it('that is made and never opened troubles nobody, however long it is kept', async () => {
    createClient({ address: parseDatabaseAddress(database.url), silenceMs: 1 });
    // What a socket tells without a listener would end this process.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask(database.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('opens with a password of any characters', async () => {
    const role = `r_${database.url.slice(-8)}`;
    await ask(database.url, `CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD.replaceAll("'", "''")}'`);
    const { host, pathname } = new URL(database.url);
    try {
      for (const written of [PASSWORD, encodeURIComponent(PASSWORD)]) {
        const url = `postgresql://${role}:${written}@${host}${pathname}`;
        expect(await ask(url, 'SELECT current_user AS name')).toEqual({ name: role });
      }
    } finally {
      await ask(database.url, `DROP ROLE ${role}`);
    }
  });

  it('uses the first of several hosts that takes writes, and none that does not', async () => {
    const url = new URL(database.url);
    const several = database.url.replace(url.host, `127.0.0.1:1,${url.host}`);
    expect(await ask(several, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await ask(database.url, `ALTER DATABASE ${url.pathname.slice(1)} SET default_transaction_read_only = on`);
    const refused = await ask(several, 'SELECT 1').catch((error: unknown) => error);
    expect(isOutage(refused)).toBe(true);
    const writing = `${database.url}?options=${encodeURIComponent('-c default_transaction_read_only=off')}`;
    await ask(writing, `ALTER DATABASE ${url.pathname.slice(1)} RESET default_transaction_read_only`);
    expect(await ask(several, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });
});
