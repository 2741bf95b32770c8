import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { cachedFolder } from '../cache/cached-folder.js';

/** That of the image, near enough; the image takes the newest of its line. */
const VERSION = '24.21.0';
/** npm's package `node` is a script that puts this one in its place. */
const PACKAGE = `node-${platform()}-${arch()}`;

/** The binary of Node 24, fetched once as a package and kept outside the clone. */
export function node24(): string {
  const folder = cachedFolder(`node-${VERSION}`);
  const binary = join(folder, 'node_modules', PACKAGE, 'bin', 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(dirname(folder), { recursive: true });
  // Fetched beside and renamed, so that one cut short is never taken for a whole one.
  const part = mkdtempSync(`${folder}.`);
  const options = ['--prefix', part, '--no-audit', '--no-fund', '--no-save', '--ignore-scripts'];
  try {
    execFileSync('npm', ['install', ...options, `${PACKAGE}@${VERSION}`], { stdio: ['ignore', 2, 2] });
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return binary;
}
