import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The user of every container that this runs. */
const USER = 1000;

/** Makes a folder and all in it the containers' own. */
export function giveAway(folder: string): void {
  chownSync(folder, USER, USER);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), USER, USER);
  }
}
