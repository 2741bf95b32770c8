import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Files that are uploaded pass through the temporary folder.
 *
 * @throws Error when nothing can be written there
 */
export async function requireTemporaryFolder(): Promise<void> {
  try {
    await rmdir(await mkdtemp(join(tmpdir(), 'serap-start-')));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Error(`The temporary folder ${tmpdir()} cannot be written to (${code}): mount one, or set TMPDIR.`, {
      cause: error,
    });
  }
}
