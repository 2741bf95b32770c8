import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../tools/system/root.js';
import { openProject, type Project } from '../../tools/compose/project.js';

const LIMIT_MS = 600_000;

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** What somebody has who knows nothing but the guide: a clone of this checkout in a new folder, a shell, and `docker`. */
export class FreshFolder {
  private readonly home = mkdtempSync(join(tmpdir(), 'serap-compose-'));
  readonly checkout = join(this.home, 'serap');

  constructor() {
    chmodSync(this.home, 0o755);
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, this.checkout]);
    const bin = join(this.home, 'bin');
    mkdirSync(bin);
    const main = join(ROOT, 'dist', 'tools', 'compose', 'main.js');
    writeFileSync(join(bin, 'docker'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, { mode: 0o755 });
  }

  private get env(): Record<string, string> {
    // The shell's own, for what is fetched may need its proxy and its certificates; none of what the tests have set.
    const own = Object.entries(process.env).filter(([name]) => !/^(SERAP_|NODE_OPTIONS$)/.test(name));
    return {
      ...Object.fromEntries(own.map(([name, value]) => [name, value ?? ''])),
      PATH: `${join(this.home, 'bin')}:${process.env['PATH'] ?? ''}`,
      SERAP_COMPOSE_HOME: join(this.home, 'docker'),
    };
  }

  get project(): Project {
    return openProject(this.checkout, join(this.home, 'docker'), {});
  }

  /** Runs a block of commands as a shell does into which they are pasted; the first that fails ends it. */
  sh(block: string): Outcome {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', block], {
      cwd: this.checkout,
      env: this.env,
      encoding: 'utf8',
      timeout: LIMIT_MS,
      maxBuffer: 2 ** 28,
    });
    return { status, output: `${stdout}${stderr}` };
  }

  /** @throws Error with the end of its output when it fails */
  must(block: string): string {
    const { status, output } = this.sh(block);
    if (status !== 0) throw new Error(`ended with ${String(status)}:\n${block}\n${output.slice(-4_000)}`);
    return output;
  }

  remove(): void {
    if (this.sh('docker compose stop').status === 0) rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
