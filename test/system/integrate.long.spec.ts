import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../tools/postgres/free-port.js';
import { ROOT } from '../../tools/system/root.js';

const PAGE = 'docs/integrate.md';
const BLOCK = /```sh\n([\s\S]*?)```/g;

/** What a stranger reads, and copies line by line into a terminal, on the system that `npm start` gives. */
describe(PAGE, () => {
  let home: string;
  let started: ChildProcess;
  let printed: string[];
  let page: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'serap-integrate-'));
    // PostgreSQL may run as another user.
    await chmod(home, 0o755);
    page = await readFile(join(ROOT, PAGE), 'utf8');
    started = spawn(
      process.execPath,
      [join(ROOT, 'tools', 'bootstrap.mjs'), 'start', '--port', String(await freePort())],
      {
        env: { ...process.env, NODE_OPTIONS: '', SERAP_HOME: home },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    printed = [];
    for await (const line of createInterface({ input: started.stdout! })) {
      printed.push(line);
      if (line.includes('Ctrl-C')) break;
    }
  }, 600_000);

  afterAll(async () => {
    if (started.exitCode === null) {
      started.kill('SIGTERM');
      await once(started, 'exit');
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  it('starts where the start ends: at the business day and the command for a key', () => {
    const end = printed.slice(-4).join('\n');
    expect(end).toContain('Its business day is 2019-03-04');
    expect(end).toContain('npx serap key --region 73');
  });

  it('leads from a key to what is received and owed, to the rupiah', async () => {
    const [, address = ''] = /Serap runs at (http:\S+)/.exec(printed.join('\n')) ?? [];
    const blocks = [...page.matchAll(BLOCK)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(5);
    const script = blocks
      .join('\n')
      .replace('http://127.0.0.1:3000', address)
      .replaceAll('8787', String(await freePort()));
    const shell = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', SERAP_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, complaints] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'exit')]);
    expect([shell.exitCode, complaints]).toEqual([0, expect.any(String)]);
    // 5 kg at Rp13.000.
    expect(said.split('\n')).toContain('65000');
    for (const type of ['serap.webhook.ping.v1', 'serap.order.received.v1', 'serap.shipment.settled.v1']) {
      expect(said).toContain(`"type":"${type}"`);
    }
  }, 300_000);
});
