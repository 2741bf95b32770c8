import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from './container.js';
import { forget, remember, runningPid } from './process-file.js';

export const isRunning = ({ pidFile }: Container): boolean => runningPid(pidFile) !== undefined;

/** Starts what goes on after this process; its output goes to its log file. */
export function launch({ launch: [program = '', ...args], launchEnv, logFile, pidFile }: Container): void {
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], env: launchEnv });
  closeSync(log);
  remember(pidFile, child.pid ?? 0);
  child.unref();
}

/** Runs to the end. @returns the exit code */
export async function runToEnd(
  { launch: [program = '', ...args], launchEnv, logFile }: Container,
  output: 'log' | 'inherit',
): Promise<number> {
  const log = output === 'log' ? openSync(logFile, 'a') : undefined;
  const child = spawn(program, args, { stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'], env: launchEnv });
  if (log !== undefined) closeSync(log);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** Runs a command inside a container that runs, as its user. */
export function inside(
  container: Container,
  command: readonly string[],
  stdio: 'inherit' | 'pipe' = 'inherit',
): SpawnSyncReturns<string> {
  const pid = runningPid(container.pidFile);
  if (pid === undefined) throw new Error(`service "${container.service}" is not running`);
  const user = ['--reuid', '1000', '--regid', '1000', '--clear-groups', '--inh-caps=-all', '--bounding-set=-all'];
  const args = ['--target', String(pid), '--mount', '--root', '--wd=/', '/usr/bin/setpriv', ...user, '--no-new-privs'];
  return spawnSync('nsenter', [...args, '/usr/bin/env', `--chdir=${container.workdir}`, ...command], {
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: container.env,
  });
}

/** DemandClasses it to end, and forces it after its grace period. @returns whether it ended by itself */
export async function stop({ pidFile, stopSignal, graceMs }: Container): Promise<boolean> {
  const pid = runningPid(pidFile);
  if (pid === undefined) return true;
  process.kill(pid, stopSignal);
  const until = Date.now() + graceMs;
  let isForced = false;
  while (runningPid(pidFile) !== undefined) {
    if (!isForced && Date.now() > until) {
      isForced = true;
      process.kill(pid, 'SIGKILL');
    }
    await sleep(50);
  }
  forget(pidFile);
  return !isForced;
}
