import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from '../../postgres/unprivileged.js';

interface Known {
  readonly pid: number;
  /** When it began, in the kernel's ticks: tells it from a later process that was given its number. */
  readonly started: string;
}

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // Field 22; the name in the second one may hold blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

export function remember(file: string, pid: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, started: startOf(pid) ?? '' } satisfies Known));
}

export function forget(file: string): void {
  rmSync(file, { force: true });
}

/** The id of the process that was remembered here, while it runs. */
export function runningPid(file: string): number | undefined {
  let known: Known;
  try {
    known = JSON.parse(readFileSync(file, 'utf8')) as Known;
  } catch {
    return undefined;
  }
  return isAlive(known.pid) && startOf(known.pid) === known.started ? known.pid : undefined;
}
