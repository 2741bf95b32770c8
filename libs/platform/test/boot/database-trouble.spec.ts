import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseTrouble } from '#platform/boot/database-trouble.js';
import { testDatabase } from '#platform/testing/postgres.js';

const needs = { migrations: ['A1'], version: '0.2.0' };
let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

it('a password that is wrong is called so, with the settings that hold it', async () => {
  const url = changed((one) => (one.password = 'other'));
  const trouble = await databaseTrouble(url, needs);
  expect(trouble?.message).toMatch(
    /refuses the user or the password: change SERAP_DATABASE_PASSWORD, .*SERAP_DATABASE_URL \(28P01\)/,
  );
});

it('a database that there is not is called so, with the setting that names it', async () => {
  const url = changed((one) => (one.pathname = '/t_nowhere'));
  expect((await databaseTrouble(url, needs))?.message).toMatch(
    /no database of this name: .*SERAP_DATABASE_URL \(3D000\)/,
  );
});

it('a server that is away does not answer', async () => {
  const url = changed((one) => (one.port = '1'));
  expect((await databaseTrouble(url, needs))?.message).toBe('The database does not answer: ECONNREFUSED.');
});
