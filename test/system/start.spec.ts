import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from 'playwright-core';
import { signIn } from './sign-in.js';

const CHROMIUM = '/usr/bin/chromium';

/** Processes whose command line or environment belongs to the run in `home`. */
function processesOf(home: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const environment = /dist\/(apps|tools)\/|bootstrap\.mjs/.test(command)
          ? readFileSync(`/proc/${pid}/environ`, 'utf8')
          : '';
        return command.includes(home) || environment.includes(home);
      } catch {
        return false;
      }
    })
    .map(Number);
}

class Start {
  private readonly child: ChildProcess;
  output = '';

  constructor(home: string) {
    this.child = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
      env: { ...process.env, NODE_OPTIONS: '', SERAP_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (data: Buffer) => (this.output += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  /** @returns the page's address */
  async ready(): Promise<string> {
    const deadline = Date.now() + 150_000;
    for (;;) {
      const address = /runs at (http:\S+)/.exec(this.output)?.[1];
      if (address) return address;
      if (this.child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await ended;
  }
}

/** Signs a ready-made user in, in a browser; whose lots it then sees. */
async function lotsSeenBy(user: string, address: string): Promise<unknown> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await signIn(page, address, user);
    await page.waitForURL(`${address}/registri`);
    return await page.evaluate(`fetch('/api/registry/lots').then((answer) => answer.json())
      .then(({ items }) => [...new Set(items.map(({ seller }) => seller))])`);
  } finally {
    await browser.close();
  }
}

describe('npm start', () => {
  let home: string;
  let taken: Server;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'serap start '));
    await chmod(home, 0o755);
    taken = createServer().listen(3000, '127.0.0.1');
    // Somebody else may have it already, which serves as well.
    taken.on('error', () => undefined);
  });

  afterAll(async () => {
    taken.close();
    await rm(home, { recursive: true, force: true });
  });

  it('shows the outcome, survives kill -9, ends on Ctrl-C and leaves nothing running', async () => {
    const first = new Start(home);
    const address = await first.ready();
    expect(address).not.toMatch(/:3000$/);
    expect(first.output).toContain('12.500 kg of 15.000 kg have a buyer');
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(`${address}/api/operations/summary`)).status).toBe(401);
    await first.end('SIGKILL');

    const second = new Start(home);
    const again = await second.ready();
    if (existsSync(CHROMIUM)) expect(await lotsSeenBy('Koperasi Nira Satria', again)).toEqual(['Koperasi Nira Satria']);
    else console.warn(`NOT RUN: signing in in a browser; missing: ${CHROMIUM}`);
    expect(second.output).toContain('12.500 kg of 15.000 kg have a buyer');
    expect(second.output).not.toContain('Loading');
    await second.end('SIGINT');
    expect(processesOf(home)).toEqual([]);
  }, 300_000);
});
