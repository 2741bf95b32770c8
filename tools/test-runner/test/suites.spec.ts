import { expect, it } from 'vitest';
import { filesOf, specFiles } from '../spec-files.js';
import { LONG_SUITES, PROOFS, SUITES } from '../suites.js';

it('every test file belongs to a suite, so that a run runs it', () => {
  const suites = [...SUITES, ...LONG_SUITES, ...PROOFS];
  const run = new Set(suites.flatMap(filesOf));
  expect(specFiles().length).toBeGreaterThan(100);
  expect(specFiles().filter((file) => !run.has(file))).toEqual([]);
});

it('every suite has something to run', () => {
  const empty = [...SUITES, ...LONG_SUITES, ...PROOFS].filter(
    (suite) => !suite.commands && filesOf(suite).length === 0,
  );
  expect(empty).toEqual([]);
});
