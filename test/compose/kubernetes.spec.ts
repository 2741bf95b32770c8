import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { freePort } from '../../tools/postgres/free-port.js';
import { startPostgres, type PostgresServer } from '../../tools/postgres/server.js';
import { ROOT } from '../../tools/system/root.js';
import { SERVICES } from '#contracts/topics.js';
import { blocksOf } from './guide.js';
import { Rendered, type Pod } from './kubernetes.js';

const PASSWORDS = { OWNER_PASSWORD: 'p%41/+#@:?&=% w', SERVICE_PASSWORD: '"$\\%25@db/x', CLIENT_SECRET: 'rahasia' };

if (spawnSync('kubectl', ['version', '--client']).error === undefined) {
  describe('what the guide makes for Kubernetes, with a PostgreSQL that is there already', () => {
    const folder = mkdtempSync(join(tmpdir(), 'serap-kubernetes-'));
    let postgres: PostgresServer | undefined;
    let rendered: Rendered;
    const running: ChildProcess[] = [];

    /** The guide's `postgres:5432` is this machine's server. */
    const here = ({ args, env }: Pod): Pod => ({
      args,
      env: Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          value.replace('@postgres:5432/', `@127.0.0.1:${String(postgres?.port)}/`),
        ]),
      ),
    });
    const start = ({ args, env }: Pod): ChildProcess => {
      const child = spawn(process.execPath, [...args], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { PATH: process.env['PATH'], ...env },
      });
      running.push(child);
      return child;
    };

    beforeAll(async () => {
      // PostgreSQL may run as another user.
      chmodSync(folder, 0o755);
      postgres = await startPostgres({ home: join(folder, 'server', 'postgres'), durable: false });
      rendered = new Rendered(folder, PASSWORDS);
      const [sql = ''] = blocksOf(ROOT, 'On Kubernetes', 'sql');
      const client = new pg.Client({ connectionString: postgres.url('postgres') });
      await client.connect();
      const given = [PASSWORDS.OWNER_PASSWORD, PASSWORDS.SERVICE_PASSWORD];
      for (const statement of sql.trim().split('\n')) {
        await client.query(statement.replace('…', () => given.shift() ?? ''));
      }
      await client.end();
    });

    afterAll(async () => {
      for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(SERVICES)(
      '%s migrates, starts and is ready',
      async (name) => {
        const migration = start(here(rendered.pod('Job', new RegExp(`^migrate-${name}-`))));
        const [code] = (await once(migration, 'exit')) as [number | null];
        expect(code).toBe(0);
        const { args, env } = here(rendered.pod('Deployment', new RegExp(`^${name}$`)));
        const port = String(await freePort());
        // In a pod it listens on all addresses; here on this machine's own.
        const service = start({ args, env: { ...env, SERAP_HOST: '127.0.0.1', SERAP_PORT: port } });
        const ready = async (): Promise<number | undefined> =>
          (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status;
        while ((await ready()) !== 200 && service.exitCode === null) await sleep(100);
        expect(await ready()).toBe(200);
      },
      60_000,
    );
  });
}
