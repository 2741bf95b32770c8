import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../system/root.js';
import type { Suite } from './suites.js';

/** Broken on purpose, for the check of boundaries. */
const NOT_OURS = 'test/boundaries/';

/** @returns paths from the root, of every test that there is */
export function specFiles(): string[] {
  return ['apps', 'libs', 'tools', 'test']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith('.spec.ts') && !file.startsWith(NOT_OURS));
}

/** @returns those of a suite */
export function filesOf({ files = [] }: Pick<Suite, 'files'>): string[] {
  const patterns = files.map((pattern) => new RegExp(pattern));
  return specFiles().filter((file) => patterns.some((pattern) => pattern.test(`/${file}`)));
}
