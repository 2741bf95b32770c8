import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { kafkaAvailability, startBroker } from '../kafka/broker.js';
import { startPostgres } from '../postgres/server.js';
import { ROOT } from '../system/root.js';
import { filesOf } from './spec-files.js';
import { LONG_SUITES, PROOFS, SUITES, type Suite } from './suites.js';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest writes of a run. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Lines of a failure that the end of a run repeats: the difference, and where it was seen. */
const LINES_OF_A_FAILURE = 25;

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
/** What failed, said once more at the end: of a long log often only the end is kept. */
const failures: string[] = [];
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

for (const failure of failures) console.log(`\n${failure}`);
console.log(`\n${table.join('\n')}`);
for (const line of missing) console.log(`!! ${line}`);
// In CI everything has to be there: what did not run has not passed.
if (process.env['CI'] === 'true') failed += missing.length;
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 && !ended.signal.aborted ? 0 : 1;

async function runSuite(suite: Suite): Promise<Count> {
  console.log(`\n=== ${suite.name}`);
  if (suite.commands) {
    const codes = await Promise.all(suite.commands.map((command) => runCommand(command, suite)));
    const failing = codes.filter((code) => code !== 0).length;
    return { passed: codes.length - failing, failed: failing };
  }
  const report = join(work, 'report.json');
  await rm(report, { force: true });
  const args = [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...filesOf(suite),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await endOf(begin(process.execPath, args, suite, ['ignore', 'inherit', 'inherit']));
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(text) as Report;
  // A file that did not even load has no failed test to count.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  failures.push(...told(result));
  const failing = result.numFailedTests + broken;
  return { passed: result.numPassedTests, failed: code !== 0 && failing === 0 ? 1 : failing };
}

function told({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    if (status === 'failed' && assertionResults.length === 0) return [`FAILED ${file}\n${shortened(message)}`];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `FAILED ${file} › ${test.fullName}\n${shortened(test.failureMessages.join('\n'))}`);
  });
}

function shortened(message: string): string {
  return stripVTControlCharacters(message).split('\n').slice(0, LINES_OF_A_FAILURE).join('\n');
}

async function runCommand([command = '', ...args]: readonly string[], suite: Suite): Promise<number> {
  const child = begin(command, args, suite, ['ignore', 'pipe', 'pipe']);
  let last: string[] = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (!from) continue;
    from.pipe(to, { end: false });
    createInterface(from).on('line', (line) => {
      last = [...last, line].slice(-LINES_OF_A_FAILURE);
    });
  }
  const code = await endOf(child);
  if (code !== 0) failures.push(`FAILED ${command} ${args.join(' ')}\n${stripVTControlCharacters(last.join('\n'))}`);
  return code;
}

function begin(command: string, args: readonly string[], suite: Suite, stdio: StdioOptions): ChildProcess {
  // A group of its own: what ends it ends its workers and their services too.
  return spawn(command, args, { cwd: ROOT, env: { ...env, ...suite.env }, stdio, detached: true });
}

/** @returns its exit code, when its output has ended too */
function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    ended.signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      ended.signal.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
