import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this checkout. Compiled, this file lies in dist/tools/system. */
export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
