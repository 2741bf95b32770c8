import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../system/root.js';
import { imageOf } from '../images/index.js';
import { addressOf, type Project } from '../project.js';
import { mountsOf } from './mounts.js';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000 };
/** What compose grants where the file says nothing. */
const GRACE = '10s';

/** A service's container as it is to run here. */
export interface Container {
  readonly service: string;
  readonly work: string;
  readonly pidFile: string;
  readonly logFile: string;
  /** Program and arguments that set the root folder up and then become the command. */
  readonly launch: readonly string[];
  /** Of the launch: the container's own environment, and what the launch takes out of it again. */
  readonly launchEnv: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly stopSignal: NodeJS.Signals;
  readonly graceMs: number;
}

interface Instead {
  /** Another name than the service's: a second container of it. */
  readonly name?: string;
  readonly command?: readonly string[];
}

export function workFolder({ home }: Project, name: string): string {
  return join(home, 'containers', name);
}

/** E.g. `30s`. */
export function milliseconds(time: string): number {
  const [, count, unit = ''] = /^(\d+)([sm])$/.exec(time) ?? [];
  if (count === undefined) throw new Error(`${time} is no time that this can read.`);
  return Number(count) * (UNITS[unit] ?? 0);
}

/** @param instead what `compose run` says otherwise */
export async function containerOf(project: Project, service: string, instead: Instead = {}): Promise<Container> {
  const settings = project.compose.services[service];
  if (!settings) throw new Error(`no such service: ${service}`);
  const image = await imageOf(project, service);
  const work = workFolder(project, instead.name ?? service);
  const root = join(work, 'root');
  mkdirSync(root, { recursive: true });
  const mounts = [...image.mounts, ...mountsOf(project, service, work)];
  const mountsFile = join(work, 'mounts');
  writeFileSync(mountsFile, mounts.map(({ kind, source, target }) => `${kind}:${source}:${target}\n`).join(''));

  const address = addressOf(project, service);
  const given = Object.entries(settings.environment ?? {}).map(([name, value]) => [
    name,
    value === '0.0.0.0' ? address : value,
  ]);
  const env = { ...image.env, OWN_ADDRESS: address, ...(Object.fromEntries(given) as Record<string, string>) };
  const command = [
    ...(settings.entrypoint ?? image.entrypoint),
    ...(instead.command ?? settings.command ?? (settings.entrypoint ? [] : image.command)),
  ];
  return {
    service,
    work,
    pidFile: join(work, 'pid'),
    logFile: join(work, 'log'),
    launch: ['unshare', '--mount', 'sh', join(ROOT, 'tools', 'compose', 'sandbox.sh'), ...command],
    launchEnv: {
      ...env,
      ROOT: root,
      MOUNTS: mountsFile,
      READ_ONLY: settings.read_only ? 'yes' : 'no',
      WORKDIR: image.workdir,
    },
    env,
    workdir: image.workdir,
    stopSignal: settings.stop_signal ?? image.stopSignal,
    graceMs: milliseconds(settings.stop_grace_period ?? GRACE),
  };
}
