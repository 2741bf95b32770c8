import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

const started: ChildProcess[] = [];

// Also those of a test that failed: a process that is left holds up the end of the run.
afterAll(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** The service in a process of its own, which has only begun to start. */
export function beginProcess(settings: Readonly<Record<string, string>>, nodeFlags: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeFlags, 'dist/apps/order-routing/src/main.js'], {
    env: { SERAP_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
}

/** The service in a process of its own, which can be killed as nothing within this one can. */
export async function startProcess(
  settings: Readonly<Record<string, string>>,
  nodeFlags: readonly string[] = [],
): Promise<{ child: ChildProcess; door: { getUrl: () => Promise<string> } }> {
  const child = beginProcess(settings, nodeFlags);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (http:[^" ]+)/.exec(line)?.[1];
    if (url) return { child, door: { getUrl: () => Promise.resolve(url) } };
  }
  throw new Error('The service ended before it listened.');
}
