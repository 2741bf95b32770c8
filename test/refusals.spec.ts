import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODE_OF_STATUS, CODES, TITLES, type ErrorCode } from '#kernel/refusals/codes.js';
import { CODE_OF, FIELDS, ROWS, SENTENCES } from '#kernel/refusals/sentences.js';
import * as STATES from '#kernel/refusals/state-words.js';
import type { Words } from '#kernel/refusals/words.js';

type Table = Readonly<Record<string, Words>>;

/** Everything that the table says, each under a name of its own. */
const SAID: readonly (readonly [string, Words])[] = [
  ...named('sentence', SENTENCES),
  ...named('field', FIELDS),
  ...named('row', ROWS),
  ...named('title', TITLES),
  ...Object.entries(STATES).flatMap(([name, table]) => named(name, table as Table)),
];

function named(kind: string, table: Table): (readonly [string, Words])[] {
  return Object.entries(table).map(([key, words]) => [`${kind} ${key}`, words] as const);
}

/** The product's own code, but for the table. */
function sources(): string {
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'tools'],
    {
      encoding: 'utf8',
    },
  );
  return list
    .split('\0')
    .filter(
      (file) => file.endsWith('.ts') && !/\.spec\.ts$|\/test\/|^apps\/web\/|^libs\/kernel\/src\/refusals\//.test(file),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
/** Without what is the same in every language: names in quotes, places, addresses. */
const plain = (text: string): string =>
  text.replaceAll(/"[^"]*"|`[^`]*`|\{\w+\}|https?:\S+|\S+@\S+/g, ' ').toLowerCase();
const words = (list: string): RegExp => new RegExp(`(?<![\\w-])(${list.replaceAll(' ', '|')})(?![\\w-])`);
const ENGLISH = words(
  'the is are was not must and or with send already been this that of a an to be given which byte bytes shutting',
);
const INDONESIAN = words(
  'tidak harus sudah dan atau yang untuk bukan dengan isi sebelum berkas kirim ini itu belum hanya',
);

describe('the table of refusals', () => {
  let code = '';
  beforeAll(() => {
    code = sources();
  });
  const isNamed = (key: string): boolean => code.includes(`'${key}'`);

  it('has a sentence for every code', () => {
    const spoken = new Set<string>([...Object.values(CODE_OF), ...Object.keys(ROWS)]);
    expect(Object.keys(CODES).filter((each) => !spoken.has(each))).toEqual([]);
  });

  it('has no sentence that nobody says', () => {
    const byStatus = new Set<string>(Object.values(CODE_OF_STATUS));
    const sentences = Object.keys(SENTENCES).filter((key) => !byStatus.has(key));
    // A code alone is also said in a row of a file, by the code itself.
    const rows = Object.keys(ROWS).filter((key) => key.includes('.'));
    expect([...sentences, ...rows].filter((key) => !isNamed(key))).toEqual([]);
    // One word is a name of other things too.
    const isSaid = (key: string): boolean =>
      key.includes('-') || key === 'past'
        ? isNamed(key)
        : code.includes(`says('${key}'`) || code.includes(`saying('${key}'`);
    expect(Object.keys(FIELDS).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('has no code that nothing is refused with', () => {
    const ofFrameworks = new Set<ErrorCode>(Object.values(CODE_OF_STATUS));
    const said = (each: ErrorCode): boolean =>
      isNamed(each) || Object.entries(CODE_OF).some(([key, own]) => own === each && isNamed(key));
    expect((Object.keys(CODES) as ErrorCode[]).filter((each) => !ofFrameworks.has(each) && !said(each))).toEqual([]);
  });

  it('names every status once, by its own code', () => {
    for (const [status, own] of Object.entries(CODE_OF_STATUS)) {
      expect([own, CODES[own].status]).toEqual([own, Number(status)]);
    }
    expect(Object.keys(TITLES)).toEqual(Object.keys(CODE_OF_STATUS));
  });

  it.each(SAID)('%s has the same places in both languages', (_, { en, id }) => {
    expect(places(id)).toEqual(places(en));
    expect([en.trim(), id.trim()]).not.toContain('');
  });

  it('is in plain words: of its own language, and without a pattern', () => {
    expect(SAID.filter(([, { id }]) => ENGLISH.test(plain(id))).map(([key, { id }]) => `${key}: ${id}`)).toEqual([]);
    expect(SAID.filter(([, { en }]) => INDONESIAN.test(plain(en))).map(([key, { en }]) => `${key}: ${en}`)).toEqual([]);
    const pattern = /\^\[|\[\^|\\d|\\w|\]\+|\]\*|\)\$|\/\^|\$\/|\(\?|\{\d+,?\d*\}/;
    expect(SAID.filter(([, { en, id }]) => pattern.test(en) || pattern.test(id))).toEqual([]);
  });
});
