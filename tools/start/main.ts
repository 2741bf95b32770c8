import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { embeddedHome } from '../system/home.js';
import { startSystem, type LogKind, type System } from '../system/system.js';
import { loadWhenEmpty } from './load.js';
import { forgetRun, takeOver, writeRun } from './lock.js';
import { integrationLines, outcomeLines } from './outcome.js';

const PAGE_PORT = 3000;

const flags = new Command('start')
  .addOption(new Option('--log <kind>', 'event log').choices(['postgres', 'kafka']).default('postgres'))
  .option('--port <number>', 'port of the page; another free one is taken when it is in use', Number, PAGE_PORT)
  .option('--kafka-port <number>', 'port of the Kafka broker; a free one when absent', Number)
  .parse()
  .opts<{ log: LogKind; port: number; kafkaPort?: number }>();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const home = await embeddedHome();
const other = await takeOver(home);
if (other) {
  say(
    `Serap already runs from this folder, at ${other.url ?? 'an address it will print soon'}. Stop it there with Ctrl-C first.`,
  );
  process.exit(0);
}
await refuseOtherLog(home, flags.log);

let system: System | undefined;
let stopping = false;
const stop = async (code: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  say('\nStopping …');
  await system?.stop();
  await forgetRun(home);
  process.exit(code);
};
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));

try {
  await writeRun(home, {});
  const running = await startSystem({ home, ...flags, progress: say });
  system = running;
  await writeRun(home, { url: running.url, addresses: running.addresses });
  await loadWhenEmpty(running, home, say);
  for (const line of await outcomeLines(running)) say(line);
  say(`\nSerap runs at ${running.url}  (sign in as any of the ready-made users; they exist on this machine only)`);
  for (const line of await integrationLines(running)) say(line);
  say('Press Ctrl-C to stop.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await stop(1);
}

/** Events of existing data lie in one log; another one would know nothing of them. */
async function refuseOtherLog(folder: string, log: LogKind): Promise<void> {
  const file = join(folder, 'log-kind');
  const kept = existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined;
  if (kept !== undefined && kept !== log) {
    say(
      `The data in ${folder} are on the ${kept} log. Run npm start -- --log ${kept}, or start afresh: rm -r "${folder}"`,
    );
    process.exit(2);
  }
  await writeFile(file, `${log}\n`);
}
