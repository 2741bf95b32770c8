import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaAvailability, startBroker } from '../kafka/broker.js';
import { startPostgres } from '../postgres/server.js';
import { ROOT } from '../system/root.js';
import { LONG_SUITES, PROOFS, SUITES, type Suite } from './suites.js';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Tools that some suites need beside Node; without one of them its suites report themselves as not run. */
function missingTools(): string[] {
  const kafka = kafkaAvailability();
  const missing = kafka.available ? [] : [`Kafka suites NOT RUN: ${kafka.missing} is missing.`];
  if (spawnSync('kubectl', ['version', '--client']).error) {
    missing.push('Kubernetes rendering NOT RUN: kubectl is missing.');
  }
  if (!existsSync('/usr/bin/chromium')) missing.push('Page pictures NOT RUN: /usr/bin/chromium is missing.');
  return missing;
}

const KINDS: Readonly<Record<string, readonly Suite[]>> = { '--full': LONG_SUITES, '--prove': PROOFS };
const kind = process.argv.slice(2).find((word) => word in KINDS);
const only = process.argv.slice(2).filter((word) => word !== kind);
const suites = (KINDS[kind ?? ''] ?? SUITES).filter(
  ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
);
const missing = missingTools();
const work = await mkdtemp(join(tmpdir(), 'serap-test-'));
await chmod(work, 0o755);
const postgres = await startPostgres({ home: join(work, 'postgres'), durable: false });
const broker = kafkaAvailability().available ? await startBroker({ dataDir: join(work, 'kafka') }) : undefined;
const env = {
  ...process.env,
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  SERAP_TEST_POSTGRES: postgres.url('postgres'),
  ...(broker ? { SERAP_KAFKA_BOOTSTRAP: broker.bootstrap } : {}),
};

// A run that is ended ends what it started: the suite under way with all its processes, then the servers below.
const ended = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    ended.abort(signal);
  });
}

const table: string[] = [];
let passed = 0;
let failed = 0;
try {
  for (const suite of suites) {
    if (ended.signal.aborted) break;
    const started = Date.now();
    const count = await runSuite(suite);
    const seconds = Math.round((Date.now() - started) / 1000);
    const over = seconds > suite.budgetSeconds ? '  over its budget' : '';
    table.push(
      `${suite.name.padEnd(30)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(3)} failed ${String(seconds).padStart(4)} s of ${String(suite.budgetSeconds)} s${over}`,
    );
    passed += count.passed;
    failed += count.failed;
  }
} finally {
  await broker?.stop();
  await postgres.stop();
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}

console.log(`\n${table.join('\n')}`);
for (const line of missing) console.log(`!! ${line}`);
// In CI everything has to be there: what did not run has not passed.
if (process.env['CI'] === 'true') failed += missing.length;
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 && !ended.signal.aborted ? 0 : 1;

async function runSuite(suite: Suite): Promise<Count> {
  console.log(`\n=== ${suite.name}`);
  if (suite.commands) {
    const codes = await Promise.all(suite.commands.map(([command = '', ...args]) => run(command, args, suite)));
    const failures = codes.filter((code) => code !== 0).length;
    return { passed: codes.length - failures, failed: failures };
  }
  const report = join(work, 'report.json');
  await rm(report, { force: true });
  const args = [
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...(suite.jest ?? []),
    '--json',
    `--outputFile=${report}`,
    '--maxWorkers=2',
  ];
  const code = await run(process.execPath, args, suite, 'quiet');
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(text) as JestReport;
  // A file that did not even load has no failed test to count.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failures = result.numFailedTests + broken;
  return { passed: result.numPassedTests, failed: code !== 0 && failures === 0 ? 1 : failures };
}

function run(
  command: string,
  args: readonly string[],
  suite: Suite,
  stdout: 'show' | 'quiet' = 'show',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...env, ...suite.env },
      stdio: ['ignore', stdout === 'show' ? 'inherit' : 'ignore', 'inherit'],
      // A group of its own: what ends it ends its workers and their services too.
      detached: true,
    });
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    ended.signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      ended.signal.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
