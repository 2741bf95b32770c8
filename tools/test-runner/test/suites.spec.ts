import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { LONG_SUITES, PROOFS, SUITES } from '../suites.js';

const FOLDERS = ['apps', 'libs', 'tools', 'test'];
/** As in jest.config.js. */
const NOT_OURS = 'test/boundaries/';

it('every test file belongs to a suite, so that a run runs it', () => {
  const patterns = [...SUITES, ...LONG_SUITES, ...PROOFS]
    .flatMap(({ jest = [] }) => jest)
    .map((pattern) => new RegExp(pattern));
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  ).filter((file) => file.endsWith('.spec.ts') && !file.startsWith(NOT_OURS));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !patterns.some((pattern) => pattern.test(`/${file}`)))).toEqual([]);
});
