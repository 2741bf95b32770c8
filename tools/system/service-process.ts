import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './root.js';

export const SERVICES = [
  'producer-registry',
  'partnership-agreements',
  'order-routing',
  'operations-dashboard',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** As in the Dockerfile: garbage waits for less room, and no source map stays in memory. docs/decisions/0020-memory.md */
const NODE_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'];

export interface ServiceOptions {
  readonly name: ServiceName;
  /** Label of the process and of its log file; differs from the name for a second replica. */
  readonly label?: string;
  readonly port: number;
  readonly logs: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One service as a process of its own. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  readonly url: string;

  constructor(private readonly options: ServiceOptions) {
    this.url = `http://127.0.0.1:${String(options.port)}`;
  }

  get name(): ServiceName {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  private get logFile(): string {
    return join(this.options.logs, `${this.options.label ?? this.options.name}.log`);
  }

  /** Resolves when it is ready. @throws Error naming its log file when it ends before that */
  async start(): Promise<void> {
    const { name, port, env } = this.options;
    const log = openSync(this.logFile, 'a');
    this.child = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, 'dist', 'apps', name, 'src', 'main.js')], {
      // A group of its own: Ctrl-C reaches the launcher alone, which ends things in order. The channel tells the
      // service when the launcher is gone.
      detached: true,
      cwd: ROOT,
      stdio: ['ignore', log, log, 'ipc'],
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', SERAP_PORT: String(port), ...env },
    });
    const { child } = this;
    const deadline = Date.now() + 60_000;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${name} did not start; see ${this.logFile}`);
      if (Date.now() > deadline) throw new Error(`${name} is not ready after 60 s; see ${this.logFile}`);
      await sleep(50);
    }
  }

  /** SIGTERM, then SIGKILL after 15 s. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }

  /** As the kernel would do it when memory runs out. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      return false;
    }
  }
}
