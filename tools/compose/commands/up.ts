import type { Condition } from '../compose-file.js';
import { containerOf } from '../containers/container.js';
import { untilHealthy } from '../containers/health.js';
import { portsOf } from '../containers/ports.js';
import { isRunning, launch, runToEnd } from '../containers/run.js';
import type { Project } from '../project.js';
import { dependencies, isJob, standing, startOrder } from '../start-order.js';
import { build } from './build.js';

/** Starts the services and what they need, in their order, each as soon as what it waits for has come so far. */
export async function up(project: Project, wanted: readonly string[]): Promise<void> {
  const order = startOrder(project.compose, wanted.length > 0 ? wanted : standing(project.compose));
  await build(project, order, 'missing');
  const healthy = new Map<string, Promise<void>>();
  const started = new Map<string, Promise<void>>();
  for (const name of order) {
    const needed = dependencies(project.compose, name);
    const after = Promise.all(needed.map(([one, condition]) => reached(one, condition)));
    const running = after.then(() => start(project, name));
    started.set(name, running);
    healthy.set(
      name,
      running.then(async () => {
        if (!isJob(project.compose, name)) await untilHealthy(project, await containerOf(project, name));
      }),
    );
  }
  await Promise.all(healthy.values());

  /** A job that has started has also ended: `start` waits for it. */
  async function reached(name: string, condition: Condition): Promise<void> {
    await (condition === 'service_healthy' ? healthy : started).get(name);
  }
}

async function start(project: Project, name: string): Promise<void> {
  const container = await containerOf(project, name);
  if (isJob(project.compose, name)) {
    const code = await runToEnd(container, 'log');
    if (code !== 0) throw new Error(`${name} ended with ${String(code)}; see ${container.logFile}`);
    return;
  }
  for (const one of [container, ...portsOf(project, name)]) if (!isRunning(one)) launch(one);
}
