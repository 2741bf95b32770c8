import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this checkout, from its sources as well as from what was compiled under dist/. */
export const ROOT = checkoutOf(dirname(fileURLToPath(import.meta.url)));

function checkoutOf(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('This file lies in no checkout: there is no package-lock.json above it.');
  return checkoutOf(parent);
}
