import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System, type SystemOptions } from './system.js';

/**
 * A whole system in a fresh folder of the temporary space, for as long as `work` takes: whatever happens to it, also
 * Ctrl-C, no process and no file is left.
 */
export async function withTemporarySystem<T>(
  options: Omit<SystemOptions, 'home'>,
  work: (system: System) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'serap-'));
  // PostgreSQL may run as another user.
  await chmod(home, 0o755);
  let system: System | undefined;
  const end = async (): Promise<void> => {
    await system?.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const interrupted = (): void => {
    void end().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    system = await startSystem({ ...options, home });
    return await work(system);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await end();
  }
}
