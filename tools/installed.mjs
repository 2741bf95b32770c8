import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json says, development packages too: by the list that npm itself leaves
 * there. Optional packages of other platforms may be missing.
 *
 * @param {string} root folder of the checkout
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const isThere = ([path, { version, integrity, optional, devOptional }]) => {
    const found = present[path];
    if (!found) return path === '' || optional === true || devOptional === true;
    return found.version === version && found.integrity === integrity;
  };
  return Object.entries(wanted).every(isThere) && Object.keys(present).every((path) => path in wanted);
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
