import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, type Project } from '../project.js';
import { milliseconds, type Container } from './container.js';
import { inside, isRunning } from './run.js';

const PAUSE_MS = 500;
/** What starts has this long in addition: here, several start on two cores. */
const START_MS = 180_000;

export type Health = 'healthy' | 'unhealthy' | 'none';

/** Runs the check of docker-compose.yml inside the container, on whose own address everything listens here. */
export function healthOf(project: Project, container: Container): Health {
  const test = project.compose.services[container.service]?.healthcheck?.test;
  if (!test) return 'none';
  const [kind, ...words] = test.map((word) => word.replaceAll('127.0.0.1', addressOf(project, container.service)));
  const command = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', words.join(' ')] : words;
  return inside(container, command, 'pipe').status === 0 ? 'healthy' : 'unhealthy';
}

/** @throws Error naming the log file when it ends, or is not healthy in the time that the file grants and 3 minutes */
export async function untilHealthy(project: Project, container: Container): Promise<void> {
  const check = project.compose.services[container.service]?.healthcheck;
  const granted = check ? milliseconds(check.interval) * check.retries : 0;
  const until = Date.now() + granted + START_MS;
  for (;;) {
    if (!isRunning(container)) throw new Error(`${container.service} has ended; see ${container.logFile}`);
    if (healthOf(project, container) !== 'unhealthy') return;
    if (Date.now() > until) throw new Error(`${container.service} is unhealthy; see ${container.logFile}`);
    await sleep(PAUSE_MS);
  }
}
