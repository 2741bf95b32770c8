import { containerOf } from '../containers/container.js';
import { portsOf } from '../containers/ports.js';
import { isRunning, stop } from '../containers/run.js';
import type { Project } from '../project.js';
import { dependencies, isJob, standing, startOrder } from '../start-order.js';

/**
 * Ends services, each after those that need it.
 *
 * @throws Error naming those that had to be forced when their grace period was over
 */
export async function stopServices(project: Project, wanted: readonly string[]): Promise<void> {
  const names = wanted.length > 0 ? wanted : standing(project.compose);
  const ended = new Map<string, Promise<void>>();
  const forced: string[] = [];
  // Those that need others come last in the order, so they are asked first.
  for (const name of startOrder(project.compose, names).reverse()) {
    const needing = [...ended].filter(([other]) =>
      dependencies(project.compose, other).some(([needed]) => needed === name),
    );
    ended.set(
      name,
      Promise.all(needing.map(([, end]) => end)).then(async () => {
        if (!names.includes(name) || isJob(project.compose, name)) return;
        if (!(await end(project, name))) forced.push(name);
      }),
    );
  }
  await Promise.all(ended.values());
  if (forced.length > 0) throw new Error(`forced after their grace period: ${forced.join(', ')}`);
}

async function end(project: Project, name: string): Promise<boolean> {
  for (const port of portsOf(project, name)) await stop(port);
  const container = await containerOf(project, name);
  return isRunning(container) ? stop(container) : true;
}
