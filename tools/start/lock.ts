import { readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/unprivileged.js';

/** Who runs this checkout's embedded system, for the next launcher and for tools that attach. */
export interface RunRecord {
  readonly pid: number;
  /** The process that started it: when that is gone, nobody can press Ctrl-C any more. */
  readonly parent: number;
  readonly url?: string;
  readonly addresses?: object;
}

const file = (home: string): string => join(home, 'run.json');

export async function readRun(home: string): Promise<RunRecord | undefined> {
  const text = await readFile(file(home), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as RunRecord;
  return isOurs(record.pid) ? record : undefined;
}

export async function writeRun(home: string, record: Omit<RunRecord, 'pid' | 'parent'>): Promise<void> {
  await writeFile(file(home), JSON.stringify({ pid: process.pid, parent: process.ppid, ...record }), { mode: 0o600 });
}

export async function forgetRun(home: string): Promise<void> {
  await rm(file(home), { force: true });
}

/**
 * Ends a launcher that was left behind without the one who started it.
 *
 * @returns the record of a launcher that somebody still holds: leave it alone
 */
export async function takeOver(home: string): Promise<RunRecord | undefined> {
  const other = await readRun(home);
  if (!other) return undefined;
  if (isAlive(other.parent) && parentOf(other.pid) === other.parent) return other;
  process.kill(other.pid, 'SIGTERM');
  const deadline = Date.now() + 30_000;
  while (isAlive(other.pid) && Date.now() < deadline) await sleep(100);
  return undefined;
}

/** A process id may belong to another program by now: then it is not ours to end. */
function isOurs(pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  const command = read(`/proc/${String(pid)}/cmdline`);
  return command === undefined || command.includes('bootstrap.mjs');
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${String(pid)}/stat`);
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
