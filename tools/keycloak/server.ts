import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { handedDown } from '../environment.js';
import { forget, leftBehind, ownerArgument, remember, stopProcess } from '../java/own-process.js';
import { freePort } from '../postgres/free-port.js';
import { ensureKeycloak } from './distribution.js';
import { keycloakArguments } from './java-arguments.js';

export { keycloakAvailability } from './distribution.js';

const START_LIMIT_MS = 180_000;
const STOP_GRACE_MS = 20_000;
/** Of the master realm; it lives as long as the data folder, on this machine only. */
const ADMINISTRATOR = { user: 'admin', password: 'admin' };

export interface KeycloakOptions {
  /** Kept between starts; made when missing. */
  readonly dataDir: string;
  /** Realm files, imported at the first start. */
  readonly realms: readonly string[];
  /** What the realm files' `${NAME}` stand for. */
  readonly env: Readonly<Record<string, string>>;
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** Name by which browsers and tokens know it; services go to 127.0.0.1, as in docker-compose.yml. */
  readonly host?: 'localhost';
}

export interface Keycloak {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** As browsers and tokens name it. */
  readonly publicUrl: string;
  /** Speaks for Keycloak's own administrator, e.g. `GET /admin/realms/serap/users`. */
  admin(method: string, path: string, body?: unknown): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts a real Keycloak on 127.0.0.1 with a database of its own under `dataDir`, and waits until it serves its realms. */
export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak> {
  const home = resolve(options.dataDir);
  const distribution = await ensureKeycloak();
  prepare(home, distribution, options.realms);
  const stale = leftBehind(home);
  if (stale !== undefined) await stopProcess(home, stale, STOP_GRACE_MS);

  const port = await freePort(options.port);
  const url = `http://127.0.0.1:${String(port)}`;
  const publicUrl = `http://${options.host ?? '127.0.0.1'}:${String(port)}`;
  const child = launch({ distribution, home }, publicUrl, port, options.env);
  const pid = child.pid ?? 0;
  remember(home, pid);
  await ready(child, url, home);
  return {
    url,
    publicUrl,
    admin: (method, path, body) => administer(url, method, path, body),
    stop: async () => {
      await stopProcess(home, pid, STOP_GRACE_MS);
      forget(home);
    },
  };
}

/** Its data lie here; its code stays where it is. */
function prepare(home: string, distribution: string, realms: readonly string[]): void {
  const imports = join(home, 'data', 'import');
  mkdirSync(imports, { recursive: true });
  for (const part of ['lib', 'providers', 'conf']) {
    if (!existsSync(join(home, part))) symlinkSync(join(distribution, part), join(home, part));
  }
  for (const file of realms) copyFileSync(file, join(imports, basename(file)));
}

function launch(
  { distribution, home }: { readonly distribution: string; readonly home: string },
  url: string,
  port: number,
  env: KeycloakOptions['env'],
): ChildProcess {
  const output = openSync(join(home, 'keycloak.log'), 'a');
  const settings = [
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${String(port)}`,
    `--hostname=${url}`,
    '--hostname-backchannel-dynamic=true',
  ];
  const command = ['start', '--optimized', '--import-realm', ...settings];
  const child = spawn('java', [ownerArgument(home), ...keycloakArguments(distribution, home, command)], {
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...handedDown(),
      ...env,
      KC_BOOTSTRAP_ADMIN_USERNAME: ADMINISTRATOR.user,
      KC_BOOTSTRAP_ADMIN_PASSWORD: ADMINISTRATOR.password,
    },
  });
  closeSync(output);
  child.unref();
  return child;
}

async function ready(child: ChildProcess, url: string, home: string): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      if (child.exitCode === null) await stopProcess(home, child.pid ?? 0, 0);
      const output = readFileSync(join(home, 'keycloak.log'), 'utf8').slice(-3000);
      throw new Error(`Keycloak did not start in ${home}: ${output}`);
    }
    await sleep(250);
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/realms/master`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.ok ?? false;
}

async function administer(url: string, method: string, path: string, body?: unknown): Promise<Response> {
  const signedIn = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: ADMINISTRATOR.user,
      password: ADMINISTRATOR.password,
    }),
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  return fetch(`${url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
