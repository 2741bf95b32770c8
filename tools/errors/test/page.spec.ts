import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CODES } from '#kernel/refusals/codes.js';
import { ERRORS_PAGE, errorsPage } from '../page.js';

it('the page of refusals is written as the table is: run npm run describe', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8')).toBe(errorsPage());
});

it('says of every code what it means and what to do', () => {
  for (const code of Object.keys(CODES)) {
    const [, section = ''] = new RegExp(`## ${code}\\n([^]*?)(?:\\n## |$)`).exec(errorsPage()) ?? [];
    expect([code, section]).toEqual([
      code,
      expect.stringMatching(/(Status \d{3}|In rows).*\n\nWhat to do next: [^]*\n\| [^|-]+ \| [^|-]/),
    ]);
  }
});
