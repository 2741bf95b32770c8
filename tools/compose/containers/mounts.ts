import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { giveAway } from '../give-away.js';
import type { Mount } from '../images/image.js';
import { hostsFor, type Project } from '../project.js';

/**
 * What compose puts into a service's container: temporary folders, volumes, folders and files of the checkout, configs,
 * and the names of the others. Volumes are made when they are new.
 *
 * @param work folder of this container
 */
export function mountsOf(project: Project, service: string, work: string): Mount[] {
  const { tmpfs = [], volumes = [], configs = [] } = project.compose.services[service] ?? {};
  mkdirSync(work, { recursive: true });
  return [
    ...tmpfs.map((line) => {
      const [target = '', source = ''] = line.split(':');
      return { kind: 'tmpfs' as const, source, target };
    }),
    ...volumes.map((line) => volume(project, line)),
    ...configs.map(({ source, target }) => {
      const content = project.compose.configs[source]?.content ?? '';
      return { kind: 'ro' as const, source: written(work, source, content), target };
    }),
    { kind: 'ro', source: written(work, 'hosts', hostsFor(project, service)), target: '/etc/hosts' },
  ];
}

function volume({ folder, home }: Project, line: string): Mount {
  const [from = '', target = '', mode] = line.split(':');
  const isPath = isAbsolute(from) || from.startsWith('.');
  const source = isPath ? join(folder, from) : volumeFolder(home, from);
  if (!existsSync(source)) {
    mkdirSync(source, { recursive: true });
    giveAway(source);
  }
  return { kind: mode === 'ro' ? 'ro' : 'bind', source, target };
}

export function volumeFolder(home: string, name: string): string {
  return join(home, 'volumes', name);
}

/** A new file each time: one that is still mounted somewhere stays as it was. */
function written(work: string, name: string, content: string): string {
  const file = join(work, name);
  rmSync(file, { force: true });
  writeFileSync(file, content);
  return file;
}
