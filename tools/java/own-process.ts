import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pidFile = (dataDir: string) => join(dataDir, 'server.pid');

/** In the broker's command line, so that a process found later is known to be the one of this data folder. */
export const ownerArgument = (dataDir: string) => `-Dserap.data=${dataDir}`;

function commandLine(pid: number): string[] {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  }
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  // A path with spaces cannot be told from two arguments here, so the whole line stands for each of them.
  return stdout ? [stdout.trim(), ...stdout.trim().split(' ')] : [];
}

/** The pid of the server that an earlier start left running on this data folder; never somebody else's process. */
export function leftBehind(dataDir: string): number | undefined {
  if (!existsSync(pidFile(dataDir))) return undefined;
  const pid = Number(readFileSync(pidFile(dataDir), 'utf8'));
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  const mark = ownerArgument(dataDir);
  return commandLine(pid).some((argument) => argument === mark || argument.includes(`${mark} `)) ? pid : undefined;
}

export function remember(dataDir: string, pid: number): void {
  writeFileSync(pidFile(dataDir), String(pid));
}

export function forget(dataDir: string): void {
  rmSync(pidFile(dataDir), { force: true });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has gone by itself, which is what was wanted.
  }
}

/** DemandClasses the server of this data folder to stop, forces it after `graceMs`, and waits until it is gone. */
export async function stopProcess(dataDir: string, pid: number, graceMs: number): Promise<void> {
  const forceAt = Date.now() + graceMs;
  // A stopped process (SIGSTOP) takes no SIGTERM until it goes on.
  send(pid, 'SIGCONT');
  send(pid, 'SIGTERM');
  let forced = graceMs === 0;
  if (forced) send(pid, 'SIGKILL');
  while (leftBehind(dataDir) === pid) {
    if (!forced && Date.now() > forceAt) {
      send(pid, 'SIGKILL');
      forced = true;
    }
    await sleep(50);
  }
}
