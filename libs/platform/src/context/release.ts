import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which release this code is. */
export interface Release {
  readonly version: string;
  /** Hash of the commit it was built from; `unknown` where neither the build nor git says it. */
  readonly commit: string;
  /** The release that works beside this one during an upgrade. */
  readonly before: { readonly version: string; readonly commit: string };
}

let known: Release | undefined;

/** Read once: package.json, release.json and the build's file `commit`, or git in a checkout. */
export function release(): Release {
  known ??= read();
  return known;
}

function read(): Release {
  const root = rootOf(dirname(fileURLToPath(import.meta.url)));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { before } = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8')) as Pick<Release, 'before'>;
  return { version, commit: commitOf(root), before };
}

/** The folder of the checkout or of the image: release.json lies there. */
function rootOf(folder: string): string {
  if (existsSync(join(folder, 'release.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('There is no release.json above this file.');
  return rootOf(parent);
}

function commitOf(root: string): string {
  const built = join(root, 'commit');
  if (existsSync(built)) return readFileSync(built, 'utf8').trim();
  if (!existsSync(join(root, '.git'))) return 'unknown';
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
