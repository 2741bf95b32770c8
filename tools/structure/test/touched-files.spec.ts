import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { touched } from '../touched-files.js';

let root: string;
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root, stdio: 'ignore' });
};
const write = (file: string, lines: number): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), 'line\n'.repeat(lines));
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'serap-touched-'));
  git('init', '-q');
  write('apps/a/src/old.ts', 3);
  write('apps/a/src/term.ts', 3);
  git('add', '-A');
  git('commit', '-qm', 'first');
  write('apps/a/src/term.ts', 7);
  rmSync(join(root, 'apps/a/src/old.ts'));
  for (const file of ['apps/a/test/terms.spec.ts', 'apps/a/src/term.spec.ts', 'test/long/load.ts']) write(file, 99);
  write('libs/contracts/golden/x.with-days.json', 9);
  for (const file of ['docs/api/a.openapi.json', 'apps/a/src/persistence/migrations/list.ts', '.env.example']) {
    write(file, 99);
  }
  write('docs/rules.md', 2);
  git('add', '-A');
  git('commit', '-qm', 'terms: days');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

it('counts apart what was written, tested and made, and names what was written with its length', () => {
  expect(touched('HEAD', root)).toMatchObject({
    subject: 'terms: days',
    hand: [
      { file: 'apps/a/src/old.ts', lines: 0 },
      { file: 'apps/a/src/term.ts', lines: 7 },
      { file: 'docs/rules.md', lines: 2 },
    ],
    tests: 3,
    golden: 1,
    made: 3,
  });
  expect(touched(':/^terms: days', root)?.subject).toBe('terms: days');
});

it('knows nothing of a commit whose parent, or which itself, is not there', () => {
  expect([touched('HEAD^', root), touched('0000000', root)]).toEqual([undefined, undefined]);
});
