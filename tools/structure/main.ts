import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../system/root.js';
import { Walker } from './walk.js';

/** The last commit before the domain had rooms. */
const BEFORE = '30ee889';
const ENTRY = { file: 'apps/order-routing/src/domain/market.ts', method: 'apply' };

function measure(root: string): { stays: number; rooms: number; returns: number; kinds: number } {
  const walker = new Walker(root, ENTRY);
  const kinds = walker.kinds();
  const walks = kinds.map((kind) => walker.follow(kind));
  if (process.argv.includes('--stays')) {
    walks.forEach(({ stays }, index) => {
      console.log(`  ${String(kinds[index])}: ${stays.join(' → ')}`);
    });
  }
  return {
    kinds: kinds.length,
    stays: walks.reduce((sum, { stays }) => sum + stays.length, 0),
    rooms: new Set(walks.flatMap(({ stays }) => stays)).size,
    returns: walks.reduce((sum, { returns }) => sum + returns, 0),
  };
}

/** A commit's sources in a folder of their own; undefined where a shallow clone has none of them. */
async function sourcesOf(commit: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'serap-structure-'));
  try {
    const archive = execFileSync('git', ['archive', commit, 'apps', 'libs', 'tsconfig.json', 'package.json'], {
      cwd: ROOT,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

function print(name: string, { kinds, stays, rooms, returns }: ReturnType<typeof measure>): void {
  console.log(
    `${name.padEnd(10)} ${String(kinds)} kinds of input, ${String(rooms)} rooms, ${String(stays)} stays, ${String(returns)} returns to a room that had been left`,
  );
}

print('today', measure(ROOT));
const before = await sourcesOf(BEFORE);
if (before) {
  print(BEFORE, measure(before));
  await rm(before, { recursive: true, force: true });
} else {
  console.log(`${BEFORE} is not in this clone (is it shallow?): nothing to compare with.`);
}
