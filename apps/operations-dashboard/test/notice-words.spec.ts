import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { KIND_WORDS } from '../src/notices/words.js';

it('notices call tasks what the glossary calls them', async () => {
  const glossary = await readFile('docs/glossary.md', 'utf8');
  for (const [kind, { id, en }] of Object.entries(KIND_WORDS)) {
    expect(glossary).toContain(`| task \`${kind}\` | ${id} | ${en} |`);
  }
});
