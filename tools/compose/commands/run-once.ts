import { containerOf } from '../containers/container.js';
import { runToEnd } from '../containers/run.js';
import type { Project } from '../project.js';
import { dependencies } from '../start-order.js';
import { build } from './build.js';
import { up } from './up.js';

/** A second container of a service, which runs to its end before the eyes of whoever started it. @returns exit code */
export async function runOnce(project: Project, service: string, command: readonly string[]): Promise<number> {
  const needed = dependencies(project.compose, service).map(([name]) => name);
  await build(project, [service], 'missing');
  if (needed.length > 0) await up(project, needed);
  const instead = { name: `${service}-run`, ...(command.length > 0 ? { command } : {}) };
  return runToEnd(await containerOf(project, service, instead), 'inherit');
}
