import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logFile } from '../log-file.js';

const MEGABYTE = 1_000_000;

/** A process that says more than a pipe holds, so that it stands still when nobody reads. */
async function talk(path: string, say: (line: string) => void): Promise<number | null> {
  const child = spawn(process.execPath, ['-e', `process.stdout.write('x'.repeat(${String(MEGABYTE)}))`]);
  const log = logFile(path, say);
  child.stdout.pipe(log);
  await once(log, 'finish');
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

describe('the log of a process', () => {
  it('is dropped on a full disk, said once, and neither the process nor its launcher ends', async () => {
    const said: string[] = [];
    // Every write to it fails for want of room.
    expect(await talk('/dev/full', (line) => said.push(line))).toBe(0);
    expect(said).toEqual([expect.stringContaining('/dev/full cannot be written, so lines are lost: Error: ENOSPC')]);
  });

  it('is whole where there is room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'serap-log-'));
    expect(await talk(join(folder, 'log'), () => undefined)).toBe(0);
    expect(await readFile(join(folder, 'log'), 'utf8')).toHaveLength(MEGABYTE);
    await rm(folder, { recursive: true });
  });
});
