import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { testDatabase } from '#platform/testing/postgres.js';
import { freePort } from '../../tools/postgres/free-port.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { until } from '#platform/testing/until.js';

const children: ChildProcess[] = [];
const databases: { url: string; drop: () => Promise<void> }[] = [];
const servers: Server[] = [];
const clients: pg.Client[] = [];
let log: { url: string };

beforeEach(async () => {
  log = await database();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const client of clients.splice(0)) await client.end();
  for (const server of servers.splice(0)) server.close();
  for (const { drop } of databases.splice(0)) await drop();
});

async function database(): Promise<{ url: string }> {
  const made = await testDatabase();
  databases.push(made);
  return made;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  clients.push(client);
  await client.connect();
  return client;
}

/** The compiled service, or a command of it, as a container would run it. */
function main(
  name: ServiceName,
  env: Record<string, string>,
  ...args: string[]
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

function settings(url: string, port: number): Record<string, string> {
  return {
    SERAP_DATABASE_URL: url,
    SERAP_LOG_URL: log.url,
    SERAP_CREATE_TOPICS: 'yes',
    SERAP_PORT: String(port),
    SERAP_TOKEN_ISSUER: 'https://issuer.example',
    SERAP_TOKEN_KEYS_URL: 'http://127.0.0.1:9/jwks.json',
    SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
  };
}

interface Told {
  readonly status: number;
  readonly detail?: string;
}

async function ask(port: number, path: string): Promise<Told> {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    return { detail: '', ...((await response.json()) as object), status: response.status };
  } catch {
    return { status: 0 };
  }
}

async function migrated(name: ServiceName, url: string): Promise<void> {
  const { child, said } = main(name, { SERAP_DATABASE_URL: url }, 'migrate');
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(said());
}

/** A server that takes every connection and never says a word. */
async function silentServer(): Promise<string> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `postgresql://u:p@127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/db`;
}

describe('a service whose schema is not that of its code', () => {
  it.each(SERVICES)(
    '%s waits on an empty database, says so, and starts by itself once that is migrated',
    async (name) => {
      const { url } = await database();
      const port = await freePort();
      const { child, said } = main(name, settings(url, port));
      await until(async () => (await ask(port, '/livez')).status === 200);
      const told = await ask(port, '/readyz');
      expect(told.status).toBe(503);
      expect(told.detail).toMatch(/The database is older than this release .* it lacks \w+\d{13}/);
      expect(said()).toContain('Not ready, and waits');
      await migrated(name, url);
      await until(async () => (await ask(port, '/readyz')).status === 200);
      expect(child.exitCode).toBeNull();
      // What it could not have read before is all that it ever tried.
      expect(said()).not.toMatch(/relation .* does not exist/);
    },
    120_000,
  );

  it('is not ready while the database has a migration that it does not know, and is again once that is gone', async () => {
    const { url } = await database();
    await migrated('partnership-agreements', url);
    const port = await freePort();
    main('partnership-agreements', settings(url, port));
    await until(async () => (await ask(port, '/readyz')).status === 200);
    const client = await connected(url);
    await client.query("INSERT INTO migrations (timestamp, name) VALUES (9, 'Later9999999999999')");
    const told = await ask(port, '/readyz');
    expect(told.status).toBe(503);
    expect(told.detail).toMatch(/newer than this release .* it has Later9999999999999/);
    await client.query("DELETE FROM migrations WHERE name = 'Later9999999999999'");
    expect((await ask(port, '/readyz')).status).toBe(200);
  });
});

describe('/version', () => {
  it('says which release, commit, schema and Node run', async () => {
    const { url } = await database();
    await migrated('producer-registry', url);
    const port = await freePort();
    main('producer-registry', settings(url, port));
    await until(async () => (await ask(port, '/readyz')).status === 200);
    expect(await ask(port, '/version')).toMatchObject({
      status: 200,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      commit: expect.stringMatching(/^[0-9a-f]{40}$|^unknown$/),
      schema: expect.stringMatching(/^[A-Z][A-Za-z]+\d{13}$/),
      node: process.versions.node,
    });
  });
});

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends a service that waits for its database, at once',
    async (signal) => {
      const port = await freePort();
      const { child } = main('order-routing', settings(await silentServer(), port));
      await until(async () => (await ask(port, '/livez')).status === 200);
      const from = performance.now();
      child.kill(signal);
      await once(child, 'exit');
      // By its own handler: as process 1 of a container it would not heed a signal without one.
      expect([child.exitCode, child.signalCode]).toEqual([signal === 'SIGTERM' ? 143 : 130, null]);
      // A second would do; the machine may be busy.
      expect(performance.now() - from).toBeLessThan(10_000);
    },
    60_000,
  );

  it('is what the end of its launcher is to a service that waits', async () => {
    const port = await freePort();
    const { child } = main('order-routing', settings(await silentServer(), port));
    await until(async () => (await ask(port, '/livez')).status === 200);
    child.disconnect();
    await once(child, 'exit');
    expect([child.exitCode, child.signalCode]).toEqual([143, null]);
  });

  it('is heeded before anything but its handler is loaded', async () => {
    // The loader halts at the first module of the service itself.
    const hooks = `export async function resolve(specifier, context, next) {
      if (specifier !== './start.js') return next(specifier, context);
      process._rawDebug('halted');
      return new Promise((resolve) => setTimeout(resolve, 600_000));
    }`;
    const asUrl = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
    const register = asUrl(`import { register } from 'node:module'; register(${JSON.stringify(asUrl(hooks))});`);
    const { child, said } = main('order-routing', { NODE_OPTIONS: `--import=${register}` });
    await until(() => said().includes('halted'));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect([child.exitCode, child.signalCode]).toEqual([143, null]);
  });

  it('ends a migration that cannot reach its server', async () => {
    const server = await silentServer();
    const reached = once(servers.at(-1)!, 'connection');
    const { child } = main('order-routing', { SERAP_DATABASE_URL: server }, 'migrate');
    await reached;
    const from = performance.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect([child.exitCode, child.signalCode]).toEqual([143, null]);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('ends a migration that waits for its turn, and the lock is free at once', async () => {
    const { url } = await database();
    const holder = await connected(url);
    await holder.query('SELECT pg_advisory_lock($1)', [0x5e7a9]);
    const { child, said } = main('order-routing', { SERAP_DATABASE_URL: url }, 'migrate');
    await until(() => said().includes('waits for its turn'));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(143);
    await holder.query('SELECT pg_advisory_unlock_all()');
    await migrated('order-routing', url);
  });
});
