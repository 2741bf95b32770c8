import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGREEMENT_STAGES, ORDER_STATUSES } from '#kernel/states.js';
import { REASONS } from '#contracts/reasons.js';
import { ALL_TASK_KINDS } from '../src/domain/tasks.js';

const read = (path: string) => readFile(join(process.cwd(), path), 'utf8');

it('the glossary has a row with both words for every reason, state and task', async () => {
  const rows = (await read('docs/glossary.md')).split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const terms = new Map(rows.map(([, term = '', ...words]) => [term, words.slice(0, 3)]));
  const wanted = [
    ...REASONS.map((code) => `\`${code}\``),
    ...ORDER_STATUSES.map((status) => `order \`${status}\``),
    ...AGREEMENT_STAGES.map((stage) => `agreement \`${stage}\``),
    ...ALL_TASK_KINDS.map((kind) => `task \`${kind}\``),
  ];
  expect(wanted.filter((term) => terms.get(term)?.every((word) => word !== '') !== true)).toEqual([]);
});

it.each(['id', 'en'])('the page has words for every reason and state in %s', async (language) => {
  const reasons = await read(`apps/web/src/words/reasons-${language}.ts`);
  expect(REASONS.filter((code) => !reasons.includes(`  ${code}: {`))).toEqual([]);
  const words = await read(`apps/web/src/words/${language}.ts`);
  const states = [...ORDER_STATUSES, ...AGREEMENT_STAGES];
  expect(states.filter((state) => !new RegExp(`^ +'?${state}'?: '`, 'm').test(words))).toEqual([]);
});

it.each(['id', 'en'])('the page has a sentence for every kind of task in %s', async (language) => {
  const words = await read(`apps/web/src/words/tasks-${language}.ts`);
  expect(ALL_TASK_KINDS.filter((kind) => !words.includes(`    '${kind}': (`))).toEqual([]);
});
