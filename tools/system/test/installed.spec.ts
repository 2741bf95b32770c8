import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const { isInstalled } = (await import(new URL('../../installed.mjs', import.meta.url).href)) as {
  isInstalled: (root: string) => boolean;
};

const WANTED = {
  '': { name: 'serap' },
  'node_modules/a': { version: '1.0.0', integrity: 'a1' },
  'node_modules/b': { version: '2.0.0', integrity: 'b2', dev: true },
  'node_modules/c-of-another-platform': { version: '3.0.0', integrity: 'c3', optional: true },
};
const { '': _, 'node_modules/c-of-another-platform': __, ...present } = WANTED;

describe('packages', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'serap-installed-'));
    await mkdir(join(root, 'node_modules'));
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  });

  afterEach(() => rm(root, { recursive: true }));

  it.each<[string, object | undefined, boolean]>([
    ['as npm ci has left them are not installed again', present, true],
    ['of nothing at all are to be installed', undefined, false],
    ['without those for development are to be installed', { 'node_modules/a': present['node_modules/a'] }, false],
    ['of another version are', { ...present, 'node_modules/a': { version: '1.0.1', integrity: 'a1' } }, false],
    ['of other bytes are', { ...present, 'node_modules/a': { version: '1.0.0', integrity: 'x' } }, false],
    ['that nobody asks for any more are', { ...present, 'node_modules/old': { version: '1.0.0' } }, false],
  ])('%s', async (_name, packages, expected) => {
    const list = join(root, 'node_modules', '.package-lock.json');
    if (packages) await writeFile(list, JSON.stringify({ packages }));
    expect(isInstalled(root)).toBe(expected);
  });
});
