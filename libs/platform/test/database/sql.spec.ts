import { expect, it } from 'vitest';
import { insertInto, named } from '#platform/database/sql.js';

it('gives each name one position, however often it stands there', () => {
  expect(
    named('SELECT 1 WHERE (:origin::text IS NULL OR origin = :origin) AND n > :n', { n: 3, origin: null }),
  ).toEqual(['SELECT 1 WHERE ($1::text IS NULL OR origin = $1) AND n > $2', [null, 3]]);
});

it('leaves casts, time formats and texts as they are', () => {
  const sql = `SELECT to_char(at, 'HH24:MI:SS') || ':' || x::text`;
  expect(named(sql, {})).toEqual([sql, []]);
});

it('takes what is absent for null', () => {
  expect(named('SELECT :cause', { cause: undefined })).toEqual(['SELECT $1', [null]]);
});

it('refuses a name without a value, and a value without a place', () => {
  expect(() => named('SELECT :cause', {})).toThrow('No value is given for :cause.');
  expect(() => named('SELECT 1', { cause: 1 })).toThrow('No place for :cause in: SELECT 1');
});

it('inserts a row by the names of its columns', () => {
  expect(insertInto('payment', { market: 'm', amount: 7 })).toEqual([
    'INSERT INTO payment (market, amount) VALUES ($1, $2)',
    ['m', 7],
  ]);
});
