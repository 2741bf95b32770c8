import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from '../../postgres/free-port.js';
import type { Identity } from '../../system/identity.js';
import { startSystem, type System } from '../../system/system.js';
import { startKeycloak, type Keycloak } from '../server.js';
import { SAMPLE_SECRETS } from './describe-keycloak.js';

/** What a real sign-in needs: Keycloak under another host name than the pages, so that it is another site; and a browser. */
export interface Running {
  readonly keycloak: Keycloak;
  readonly browser: Browser;
  /** Port of the pages, which the client at Keycloak knows. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export async function startRunning(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'serap-keycloak-'));
  const port = await freePort();
  const keycloak = await startKeycloak({
    dataDir: join(folder, 'data'),
    host: 'localhost',
    realms: ['deploy/keycloak/realm.json'],
    env: { ...SAMPLE_SECRETS, SERAP_PAGES_URL: `http://127.0.0.1:${String(port)}` },
  });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const stop = async (): Promise<void> => {
    await browser.close();
    await keycloak.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { keycloak, browser, port, stop };
}

/** The four services as an installation has them: nothing of the embedded run, tokens of this issuer. */
export async function startServices(
  port: number,
  identity: Identity,
): Promise<{ system: System; home: string; stop: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'serap-installed-'));
  await chmod(home, 0o755);
  const system = await startSystem({ home, log: 'postgres', durable: false, port, identity });
  const stop = async (): Promise<void> => {
    await system.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { system, home, stop };
}

/** DemandClasses Keycloak's administrator. @throws Error with what Keycloak says against it */
export async function administer<T = any>(
  keycloak: Keycloak,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await keycloak.admin(method, `/admin/realms${path}`, body);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
