import { join } from 'node:path';
import { ROOT } from '../../system/root.js';
import type { Mount } from './image.js';

/** A script of this folder, which stands for what an image of somebody else runs at its start. */
export function entrypoint(name: string, target = `/entrypoint/${name}`): Mount {
  return { kind: 'ro', source: join(ROOT, 'tools', 'compose', 'images', name), target };
}
