import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TEXT = /(\.(ts|tsx|js|mjs|cjs|json|jsonc|md|yml|yaml|sh|toml|css|html)|(^|\/)(Dockerfile|NOTICE|\.[a-z]+))$/;
/** Made by npm, or this one: it names pages that are not there. */
const NOT_OURS = /^(package-lock\.json|test\/docs\.spec\.ts$)/;
const PAGE = /(?<![\w./:-])[\w./-]*[\w-]\.md\b/g;
const LINK = /\]\(([^)\s#]+)[^)]*\)/g;
/** Between backticks: a file of code, or a path from the root; one with a gap for a name is a pattern. */
const NAMED = /`((?:[\w.-]+\/)*[\w.-]+\.tsx?|(?:apps|libs|tools|test|docs|examples|k8s|deploy)\/[\w./-]+)`/g;
const ELSEWHERE = /^[a-z]+:/;

/** Files of this checkout, also those that are not committed yet. */
function files(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return list.split('\0').filter((file) => TEXT.test(file) && !NOT_OURS.test(file) && existsSync(file));
}

/**
 * What a text names and nobody can open: pages by their path from the root, in pages also by their own; links of pages; and
 * files that pages name by the end of their path.
 */
function dangling(file: string, text: string, list: readonly string[]): string[] {
  const isPage = file.endsWith('.md');
  const beside = (name: string): boolean => existsSync(join(dirname(file), name));
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
  const pages = all(PAGE).filter((name) => !existsSync(name) && !(isPage && beside(name)));
  const links = isPage ? all(LINK).filter((name) => !ELSEWHERE.test(name) && !beside(name)) : [];
  const named = isPage ? all(NAMED).filter((name) => !existsSync(name) && !beside(name)) : [];
  const lost = named.filter((name) => !list.some((one) => one.endsWith(`/${name}`)));
  return [...new Set([...pages, ...links, ...lost])].map((name) => `${file}: ${name}`);
}

describe('pages', () => {
  it('that are cited can be opened, and what pages link to and name is there', () => {
    const all = files();
    expect(all.length).toBeGreaterThan(500);
    expect(all.flatMap((file) => dangling(file, readFileSync(file, 'utf8'), all))).toEqual([]);
  });

  it('are in every app and library, for who comes there first', () => {
    const packages = ['apps', 'libs'].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    expect([...packages, 'tools', 'test'].filter((folder) => !existsSync(join(folder, 'README.md')))).toEqual([]);
  });

  it('of decisions are in their index, under their own titles', () => {
    const index = readFileSync('docs/decisions/README.md', 'utf8');
    const listed = [...index.matchAll(/^\| \[\d{4}\]\((\d{4}-.*\.md)\) \| (.*?) \| \d{4}-\d\d-\d\d \| \S/gm)];
    const pages = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name));
    expect(listed.map(([, name, title]) => [name, title])).toEqual(
      pages.sort().map((name) => {
        const [heading = ''] = readFileSync(join('docs/decisions', name), 'utf8').split('\n');
        return [name, heading.replace(/^# (\d{4}|\d+\.) /, '')];
      }),
    );
  });

  it.each([
    ['libs/kernel/src/some.ts', 'Source: no-such-page.md', 'no-such-page.md'],
    ['libs/kernel/src/some.ts', 'by its number in docs/no-such-page.md.', 'docs/no-such-page.md'],
    // Of code, a page is named from the root: whoever reads it does not know where else to look.
    ['libs/kernel/src/some.ts', 'as glossary.md says', 'glossary.md'],
    ['docs/some.md', 'as [the page](../README-of-nobody.txt) says', '../README-of-nobody.txt'],
    ['docs/some.md', 'in `libs/kernel/src/no-such-file.ts`', 'libs/kernel/src/no-such-file.ts'],
    ['docs/some.md', 'in `antity.ts`', 'antity.ts'],
  ])('are missed where they are not: %s, "%s"', (file, text, missing) => {
    expect(dangling(file, text, files())).toEqual([`${file}: ${missing}`]);
  });

  it.each([
    ['libs/kernel/src/some.ts', 'Source: docs/glossary.md'],
    ['docs/some.md', 'see glossary.md, [the same](glossary.md#words) and https://example.org/other.md'],
    ['docs/some.md', 'in `libs/kernel/src/quantity.ts`, `src/uuid.ts`, as in `apps/<service>/src/config.ts`'],
  ])('are not missed where they are: %s, "%s"', (file, text) => {
    expect(dangling(file, text, files())).toEqual([]);
  });
});
