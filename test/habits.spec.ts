import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const SUBJECT = 72;
/** Says nothing that somebody would search for. */
const VAGUE = /^(wip|fix(es|ed)?|update[sd]?|changes?|misc|cleanup|more|stuff)\b[^:]{0,12}$/i;

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter((line) => line !== '');

/** Subjects since this file is there. A shallow clone or an archive has fewer, or none. */
function subjects(): string[] {
  try {
    const [added] = git('log', '--diff-filter=A', '--format=%H', '--', 'test/habits.spec.ts').slice(-1);
    return added === undefined ? [] : git('log', '--no-merges', '--format=%s', `${added}..HEAD`);
  } catch {
    return [];
  }
}

function faultOf(subject: string): string | null {
  if (subject.length > SUBJECT) return `${String(subject.length)} characters: ${subject}`;
  return VAGUE.test(subject) ? `says nothing: ${subject}` : null;
}

it('subjects of commits are short, and say what a reader would search for', () => {
  expect(faultOf('fix')).toBe('says nothing: fix');
  expect(faultOf('updated tests')).toBe('says nothing: updated tests');
  expect(faultOf('x'.repeat(73))).toMatch(/^73 characters/);
  expect(faultOf('verify: a lot that sells twice is named')).toBeNull();
  expect(subjects().flatMap((subject) => faultOf(subject) ?? [])).toEqual([]);
});

it('migrations are numbered in each service, one scheme for all', () => {
  for (const app of readdirSync('apps').filter((name) => name !== 'web')) {
    const files = readdirSync(`apps/${app}/src/persistence/migrations`).filter(
      (name) => !name.endsWith('-schema.ts') && name !== 'list.ts',
    );
    expect([app, files.filter((name) => !/^\d{4}-[a-z0-9-]+\.ts$/.test(name))]).toEqual([app, []]);
    const numbers = files.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b);
    expect([app, numbers]).toEqual([app, numbers.map((_, at) => at + 1)]);
  }
});
