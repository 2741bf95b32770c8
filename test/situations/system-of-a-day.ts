import { afterAll, beforeAll } from 'vitest';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOfDay } from '../../tools/system/start-of-day.js';
import { startSystem, type System } from '../../tools/system/system.js';

/** A whole system for the tests of a file, on the morning of a day. @returns a way to it once they run */
export function systemOfADay(day: string): () => System {
  let system: System | undefined;
  let home: string | undefined;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'serap-situations-'));
    // PostgreSQL may run as another user.
    await chmod(home, 0o755);
    system = await startSystem({ home, log: 'postgres', durable: false });
    await startOfDay(system, day);
  });
  afterAll(async () => {
    await system?.stop();
    if (home !== undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return () => {
    if (!system) throw new Error('The system is not up yet.');
    return system;
  };
}
