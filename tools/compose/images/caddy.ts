import { join } from 'node:path';
import { ROOT } from '../../system/root.js';
import { PLAIN, type Image } from './image.js';

/** A small proxy that follows the Caddyfile, in the place of Caddy's image. */
export function caddy(): Image {
  return {
    ...PLAIN,
    mounts: [
      { kind: 'ro', source: join(ROOT, 'dist'), target: '/serap/dist' },
      { kind: 'ro', source: join(ROOT, 'package.json'), target: '/serap/package.json' },
      { kind: 'ro', source: process.execPath, target: '/opt/node/bin/node' },
    ],
    entrypoint: ['/opt/node/bin/node', '/serap/dist/tools/compose/front/main.js'],
    command: ['/etc/caddy/Caddyfile'],
  };
}
