import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder, fillOnce } from '../cache/cached-folder.js';
import { ROOT } from '../system/root.js';

const BUILT = 'built';
const run = promisify(execFile);

/** The commit that release.json names as the release before this one. */
export function previousCommit(): string {
  const { before } = JSON.parse(readFileSync(join(ROOT, 'release.json'), 'utf8')) as { before: { commit: string } };
  return before.commit;
}

/**
 * A folder with the release before this one, installed and compiled once, to run its services from.
 *
 * @throws Error when this checkout's history does not reach back to that commit
 */
export async function ensurePreviousRelease(): Promise<string> {
  const commit = previousCommit();
  const target = cachedFolder(`release-${commit.slice(0, 12)}`);
  const isWhole = (): boolean => existsSync(join(target, BUILT));
  return fillOnce(target, isWhole, async (half) => {
    const archive = join(half, 'release.tar');
    await run('git', ['archive', '--format=tar', `--output=${archive}`, commit], { cwd: ROOT }).catch(
      (error: unknown) => {
        throw new Error(`This checkout does not know the release before it (${commit}). Fetch its whole history.`, {
          cause: error,
        });
      },
    );
    await run('tar', ['-xf', archive], { cwd: half });
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: half });
    await run('npm', ['run', '--silent', 'build'], { cwd: half, maxBuffer: 2 ** 24 });
    writeFileSync(join(half, BUILT), '');
  });
}
