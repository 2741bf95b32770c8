import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What tools read of the environment, here alone; the rest is handed to them, by the `main.ts` of each or by tests. Read
 * when it is asked for: whoever starts a tool may set it late.
 */

/** Folder that a run shall have its data in; undefined: its own choice. */
export function chosenHome(): string | undefined {
  return process.env['SERAP_HOME'];
}

/** Folder of what is fetched once for all clones. */
export function cacheHome(): string {
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}

/** Whether webhooks of the embedded run may lead to this machine, where alone it can be reached: `yes` or `no`. */
export function webhooksLocal(): string {
  return process.env['SERAP_WEBHOOKS_LOCAL'] ?? 'yes';
}

/** Variables that a child gets as they are here: those that are named, as far as they are set; without names all. */
export function handedDown(...names: readonly string[]): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(names.length === 0 ? set : set.filter(([name]) => names.includes(name)));
}
