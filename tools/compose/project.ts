import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCompose, type Compose } from './compose-file.js';
import { readEnvFile } from './env-file.js';

/** Of the services' loopback addresses, 127.0.1.x: the first ones are a machine's own name. */
const FIRST = 11;

/** One docker-compose.yml that is run here, without a container engine. */
export interface Project {
  /** Where docker-compose.yml lies. */
  readonly folder: string;
  /** Images, volumes and what is known of running processes. */
  readonly home: string;
  readonly compose: Compose;
  readonly env: Readonly<Record<string, string>>;
}

/** @param shell variables of the caller, which win over .env */
export function openProject(
  folder: string,
  home: string,
  shell: Readonly<Record<string, string | undefined>>,
): Project {
  mkdirSync(home, { recursive: true });
  const file = join(folder, '.env');
  const written = existsSync(file) ? readEnvFile(readFileSync(file, 'utf8')) : {};
  const exported = Object.entries(shell).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = { ...written, ...Object.fromEntries(exported) };
  return { folder, home, env, compose: readCompose(env, join(folder, 'docker-compose.yml')) };
}

/** Address of its own that stands for a service's container; nothing outside this machine reaches it. */
export function addressOf({ compose }: Pick<Project, 'compose'>, service: string): string {
  return `127.0.1.${String(FIRST + Object.keys(compose.services).indexOf(service))}`;
}

/** /etc/hosts as a container sees it: the others by name, itself as localhost. */
export function hostsFor(project: Project, service: string): string {
  const names = Object.keys(project.compose.services);
  return [
    `${addressOf(project, service)} localhost`,
    ...names.map((name) => `${addressOf(project, name)} ${name}`),
    '',
  ].join('\n');
}
