import { createHash } from 'node:crypto';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chosenHome } from '../environment.js';
import { ROOT } from './root.js';

/**
 * The folder that holds the embedded run's data. For a plain user that is `.serap/` in the checkout. As root PostgreSQL
 * runs as another user, who could not enter a closed home folder: then it lies in the system's lasting temporary space,
 * named after the checkout, with a pointer in `.serap/`. SERAP_HOME names another folder (tests do).
 */
export async function embeddedHome(): Promise<string> {
  const chosen = chosenHome();
  const own = chosen ?? join(ROOT, '.serap');
  await mkdir(own, { recursive: true });
  if (chosen !== undefined || process.getuid?.() !== 0) return own;
  const hash = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  const home = join('/var/tmp', `serap-${basename(ROOT).replace(/[^\w.-]/g, '_')}-${hash}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  const { uid } = await lstat(home);
  // Anyone may create names there: what is not ours is not trusted.
  if (uid !== 0) throw new Error(`${home} belongs to another user. Remove it and start again.`);
  await writeFile(join(own, 'home'), `${home}\n`);
  return home;
}
