import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { handedDown } from '../environment.js';
import { ISSUER_PATH } from '../issuer/settings.js';
import { logFile } from '../postgres/log-file.js';
import { ROOT } from './root.js';

/** As in the Dockerfile: garbage waits for less room, and no source map stays in memory. docs/decisions/0020-memory.md */
const NODE_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
/** A slow machine takes longer than any service may: what has ended is seen at once. */
const START_SECONDS = 180;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran so long did not die of its start: the pauses begin anew. */
const SETTLED_MS = 60_000;

/** What is run, where it lies under dist/, and the path at which it says that it is ready. */
const ENTRIES = {
  ...(Object.fromEntries(SERVICES.map((name) => [name, [`apps/${name}/src/main.js`, '/readyz']])) as Record<
    ServiceName,
    [string, string]
  >),
  issuer: ['tools/issuer/main.js', `${ISSUER_PATH}/readyz`],
} satisfies Record<string, [string, string]>;

export interface ServiceOptions {
  readonly name: keyof typeof ENTRIES;
  /** Folder of the compiled release that it is of. Default: this checkout. */
  readonly root?: string;
  /** Label of the process and of its log file; differs from the name for a second replica. */
  readonly label?: string;
  readonly port: number;
  readonly logs: string;
  readonly env: Readonly<Record<string, string>>;
  /** Tells whoever started it. Default: standard error. */
  readonly say?: (line: string) => void;
}

/** One service as a process of its own. One that dies by itself is started again, with growing pauses. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private isWanted = false;
  private pauseMs = FIRST_PAUSE_MS;
  readonly url: string;

  constructor(private readonly options: ServiceOptions) {
    this.url = `http://127.0.0.1:${String(options.port)}`;
  }

  get name(): keyof typeof ENTRIES {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  private get label(): string {
    return this.options.label ?? this.options.name;
  }

  private get logFile(): string {
    return join(this.options.logs, `${this.label}.log`);
  }

  /** Resolves when it is ready. @throws Error naming its log file when it ends before that */
  async start(): Promise<void> {
    this.isWanted = true;
    await this.launch();
  }

  /** SIGTERM, then SIGKILL after 15 s. */
  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }

  /** As the kernel would do it when memory runs out; it stays away until it is started. */
  async kill(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  private async launch(): Promise<void> {
    const { name } = this.options;
    const child = this.spawn();
    this.child = child;
    const deadline = Date.now() + START_SECONDS * 1_000;
    while (!(await this.isReady())) {
      if (hasEnded(child)) throw new Error(`${name} did not start; see ${this.logFile}`);
      if (Date.now() > deadline) {
        throw new Error(`${name} is not ready after ${String(START_SECONDS)} s; see ${this.logFile}`);
      }
      await sleep(50);
    }
    const since = Date.now();
    const died = (): void => {
      if (!this.isWanted || this.child !== child) return;
      if (Date.now() - since > SETTLED_MS) this.pauseMs = FIRST_PAUSE_MS;
      void this.revive(`was ended by ${child.signalCode ?? `itself (exit code ${String(child.exitCode)})`}`);
    };
    if (hasEnded(child)) died();
    else child.once('exit', died);
  }

  private spawn(): ChildProcess {
    const { name, port, env, root = ROOT } = this.options;
    const child = spawn(process.execPath, [...NODE_FLAGS, join(root, 'dist', ENTRIES[name][0])], {
      // A group of its own: Ctrl-C reaches the launcher alone, which ends things in order. The channel tells the
      // service when the launcher is gone.
      detached: true,
      cwd: root,
      // It never writes to the disk itself, so that a full one does not end it.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...handedDown('PATH'), SERAP_PORT: String(port), ...env },
    });
    const log = logFile(this.logFile, (line) => {
      this.say(line);
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    return child;
  }

  private async revive(why: string): Promise<void> {
    for (let cause = why; this.isWanted;) {
      this.say(
        `${this.label} ${cause}; it is started again in ${String(this.pauseMs / 1_000)} s. Log: ${this.logFile}`,
      );
      await sleep(this.pauseMs);
      this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
      // It may have been stopped, or started by somebody else, meanwhile.
      if (this.isOver() || (this.child && !hasEnded(this.child))) return;
      try {
        await this.launch();
        this.say(`${this.label} is back.`);
        return;
      } catch {
        if (this.child && !hasEnded(this.child)) this.child.kill('SIGKILL');
        cause = 'did not start';
      }
    }
  }

  private isOver(): boolean {
    return !this.isWanted;
  }

  private say(line: string): void {
    if (this.options.say) this.options.say(line);
    else process.stderr.write(`${line}\n`);
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}${ENTRIES[this.name][1]}`)).ok;
    } catch {
      return false;
    }
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
