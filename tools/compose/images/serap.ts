import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleImage, type Image as Assembled } from '../../image/assemble.js';
import { node24 } from '../../image/node-24.js';
import type { ComposeService } from '../compose-file.js';
import type { Project } from '../project.js';
import { PLAIN, type Image } from './image.js';

const folderOf = (project: Project, tag: string): string => join(project.home, 'images', tag.replace(/\W/g, '-'));

/** Makes an image of ours by the steps of its Dockerfile. */
export async function buildOurs(project: Project, { image = '', build }: ComposeService): Promise<void> {
  const folder = folderOf(project, image);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = { checkout: project.folder, dockerfile: build?.dockerfile ?? 'Dockerfile' };
  const assembled = await assembleImage(folder, build?.args, source);
  writeFileSync(join(folder, 'image.json'), JSON.stringify(assembled));
}

export function isBuilt(project: Project, tag: string): boolean {
  return existsSync(join(folderOf(project, tag), 'image.json'));
}

/** The assembled content with the Node that it is made for; nothing in it can be written to. */
export function ours(project: Project, tag: string): Image {
  const text = readFileSync(join(folderOf(project, tag), 'image.json'), 'utf8');
  const { folder, env, entrypoint, command } = JSON.parse(text) as Assembled;
  return {
    ...PLAIN,
    mounts: [
      { kind: 'ro', source: folder, target: '/app' },
      { kind: 'ro', source: node24(), target: '/opt/node/bin/node' },
    ],
    env: { ...PLAIN.env, ...env, PATH: `/opt/node/bin:${String(PLAIN.env['PATH'])}` },
    entrypoint,
    command,
    workdir: '/app',
  };
}
