import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.js';
import { freePort } from './free-port.js';
import { logFile } from './log-file.js';
import { reviveWhenDead } from './revival.js';
import { isAlive, unprivileged } from './unprivileged.js';

export interface PostgresOptions {
  /** Folder of this server alone; created when missing. As root it must be reachable by a plain user. */
  readonly home: string;
  /** false: no fsync, for tests whose data nobody keeps. */
  readonly durable?: boolean;
  /** true: started again whenever it ends by itself, and said on standard error. */
  readonly revive?: boolean;
}

export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  /** Connection URL of one database. */
  url(database: string): string;
  /** Creates the databases that are missing. */
  createDatabases(names: readonly string[]): Promise<void>;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

const USER = 'serap';

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** What postmaster.pid says, when the process in it is alive: line 1 the pid, line 2 the data folder, line 4 the port. */
async function readPostmaster(data: string): Promise<Running | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, folder, , port] = text.split('\n');
  if (!pid || !port || folder !== data || !isAlive(Number(pid))) return undefined;
  return { pid: Number(pid), port: Number(port) };
}

async function run(binary: string, args: string[], log: string): Promise<void> {
  const child = spawn(binary, args, { ...unprivileged(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output = logFile(log, sayOnError);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  output.end();
  if (code !== 0) throw new Error(`${binary} ended with ${String(code)}; see ${log}`);
}

async function initialise(bin: string, options: PostgresOptions, data: string, password: string): Promise<void> {
  const passwordFile = join(options.home, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) {
    await chown(options.home, uid, gid);
    await chown(passwordFile, uid, gid);
  }
  const args = [
    '-D',
    data,
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await run(join(bin, 'initdb'), args, join(options.home, 'initdb.log'));
}

/** Connects, and makes sure that it is the server of this data folder before anyone changes anything in it. */
async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that is shutting down ends the connection at its own time.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sayOnError(line: string): void {
  process.stderr.write(`${line}\n`);
}

function launch(bin: string, options: PostgresOptions, data: string, port: number): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    // Due rows and leases carry UTC instants; the session zone must not matter.
    timezone: 'UTC',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`])];
  const log = logFile(join(options.home, 'server.log'), sayOnError);
  // Detached: Ctrl-C reaches the launcher alone, which then stops services first and the server last.
  const child = spawn(join(bin, 'postgres'), args, {
    ...unprivileged(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.unref();
  return child;
}

async function waitUntil(condition: () => Promise<boolean>, what: string, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} took longer than ${String(limitMs / 1000)} s.`);
    await sleep(50);
  }
}

/** @throws Error naming its log when it ends, or does not answer for 30 s */
async function comeUp(
  child: ChildProcess,
  port: number,
  log: string,
  answersAt: (port: number) => Promise<boolean>,
): Promise<Running> {
  await waitUntil(async () => {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start; see ${log}`);
    return answersAt(port);
  }, `PostgreSQL's start (log: ${log})`);
  return { pid: child.pid ?? 0, port };
}

/**
 * Starts the PostgreSQL of one folder on a free loopback port, or takes over the one that a killed launcher left running
 * there. Never touches another server: its data folder is compared first.
 *
 * @throws Error naming the log file to read when the server does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  await mkdir(options.home, { recursive: true, mode: 0o755 });
  const home = await realpath(options.home);
  const { uid } = unprivileged();
  const bin = join(await postgresBinaries(uid === undefined ? undefined : join(home, '..')), 'bin');
  const data = join(home, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await rm(data, { recursive: true, force: true });
    await initialise(bin, { ...options, home }, data, randomBytes(24).toString('hex'));
  }
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  const url = (port: number, database: string): string =>
    `postgresql://${USER}:${password}@127.0.0.1:${String(port)}/${database}`;

  const found = await readPostmaster(data);
  const log = join(home, 'server.log');
  const start = (port: number) =>
    comeUp(launch(bin, { ...options, home }, data, port), port, log, (at) => answers(url(at, 'postgres'), data));
  let server: Running;
  if (found && (await answers(url(found.port, 'postgres'), data))) {
    server = found;
  } else {
    server = await start(await freePort());
  }
  const letEnd = options.revive
    ? reviveWhenDead({
        pid: () => server.pid,
        start: async () => {
          server = await start(server.port);
        },
        say: sayOnError,
        log,
      })
    : () => Promise.resolve();

  return {
    port: server.port,
    get pid() {
      return server.pid;
    },
    url: (database) => url(server.port, database),
    createDatabases: (names) => createDatabases(url(server.port, 'postgres'), names),
    stop: async () => {
      await letEnd();
      if (isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
      await waitUntil(() => Promise.resolve(!isAlive(server.pid)), "PostgreSQL's shutdown");
    },
  };
}

async function createDatabases(adminUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const present = new Set(rows.map((row) => row.datname));
    for (const name of names) {
      if (!present.has(name)) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
