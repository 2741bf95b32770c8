import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheHome } from '../environment.js';

/** Outside the clone, so that a second clone starts at once. */
export function cachedFolder(name: string): string {
  return join(cacheHome(), 'serap', name);
}

/**
 * The folder with what `fill` puts into it, the first time; never seen half filled.
 *
 * @param isWhole whether the folder holds what it should
 * @throws what `fill` throws, and when something else is in the folder's place
 */
export async function fillOnce(
  target: string,
  isWhole: () => boolean,
  fill: (half: string) => Promise<void>,
): Promise<string> {
  if (isWhole()) return target;
  mkdirSync(dirname(target), { recursive: true });
  const half = mkdtempSync(`${target}-`);
  try {
    await fill(half);
    renameSync(half, target);
  } catch (error) {
    // Somebody else was faster: theirs is as good, provided that it is whole.
    rmSync(half, { recursive: true, force: true });
    if (!isWhole()) throw inTheWay(target, error);
  }
  return target;
}

function inTheWay(target: string, cause: unknown): unknown {
  try {
    return new Error(`${target} is in the way: ${String(readdirSync(target).length)} files`, { cause });
  } catch {
    return cause;
  }
}
