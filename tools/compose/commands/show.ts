import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerOf, workFolder } from '../containers/container.js';
import { healthOf } from '../containers/health.js';
import { runningPid } from '../containers/process-file.js';
import type { Project } from '../project.js';
import { isJob, standing } from '../start-order.js';

/** A line for each service that runs, as `docker compose ps` has it. */
export async function ps(project: Project): Promise<string> {
  const lines = ['SERVICE                  STATUS'];
  for (const name of standing(project.compose).filter((one) => !isJob(project.compose, one))) {
    if (runningPid(join(workFolder(project, name), 'pid')) === undefined) continue;
    const container = await containerOf(project, name);
    const health = healthOf(project, container);
    lines.push(`${name.padEnd(24)} Up${health === 'none' ? '' : ` (${health})`}`);
  }
  return `${lines.join('\n')}\n`;
}

/** @param tail how many of the last lines; undefined: all */
export async function logs(project: Project, service: string, tail: number | undefined): Promise<string> {
  const { logFile } = await containerOf(project, service);
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return `${(tail === undefined ? lines : lines.slice(-tail)).join('\n')}\n`;
}
