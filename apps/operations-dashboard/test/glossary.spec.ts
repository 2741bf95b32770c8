import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALLOCATION_WORDS, ORDER_WORDS, STAGE_WORDS } from '#kernel/refusals/state-words.js';
import { AGREEMENT_STAGES, ORDER_STATUSES } from '#kernel/states.js';
import { REASONS } from '#kernel/reasons.js';
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

it('pages and refusals call states as the glossary does', async () => {
  const glossary = await read('docs/glossary.md');
  const tables = { order: ORDER_WORDS, agreement: STAGE_WORDS, allocation: ALLOCATION_WORDS };
  const rows = Object.entries(tables).flatMap(([what, words]) =>
    Object.entries(words).map(([state, { id, en }]) => `| ${what} \`${state}\` | ${id} | ${en} |`),
  );
  expect(rows.filter((row) => !glossary.includes(row))).toEqual([]);
});

it.each(['id', 'en'])('the page has words for every reason in %s', async (language) => {
  const reasons = await read(`apps/web/src/words/reasons-${language}.ts`);
  expect(REASONS.filter((code) => !reasons.includes(`  ${code}: {`))).toEqual([]);
});

it.each(['id', 'en'])('the page has a sentence for every kind of task in %s', async (language) => {
  const words = await read(`apps/web/src/words/tasks-${language}.ts`);
  expect(ALL_TASK_KINDS.filter((kind) => !words.includes(`    '${kind}': (`))).toEqual([]);
});
