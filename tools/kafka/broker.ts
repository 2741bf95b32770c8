import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureJars, kafkaToolFolder } from './jars.js';
import { forget, leftBehind, ownerArgument, remember, stopProcess } from '../java/own-process.js';
import { answersKafka, answersTls, freePorts } from './ports.js';
import { Authority, scramUsers, securedSettings, type Secured } from './secured.js';
import { serverProperties } from './settings.js';

export { kafkaAvailability } from './jars.js';

const START_LIMIT_MS = 60_000;
const STOP_GRACE_MS = 20_000;

export interface BrokerOptions {
  /** Kept between starts; made when missing. */
  readonly dataDir: string;
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** Absent: whoever reaches it may do everything. */
  readonly secured?: Secured;
}

export interface Broker {
  /** `127.0.0.1:port` */
  readonly bootstrap: string;
  /** Where a secured one asks for certificates, and whose it takes. */
  readonly byCertificate?: { readonly bootstrap: string; readonly authority: Authority };
  readonly pid: number;
  /** Orderly shutdown, forced after 20 s. */
  stop(): Promise<void>;
  /** kill -9, as a fault; the same data folder can be started again. */
  kill(): Promise<void>;
}

async function format(classPath: string, config: string, dataDir: string, more: readonly string[]): Promise<void> {
  if (existsSync(join(dataDir, 'log', 'meta.properties'))) return;
  const clusterId = `s${randomBytes(16).toString('base64url').slice(1)}`;
  const tool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', config, ...more];
  await promisify(execFile)('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...tool]);
}

function launch(classPath: string, config: string, dataDir: string): ChildProcess {
  const output = openSync(join(dataDir, 'broker.log'), 'a');
  const log4j = join(kafkaToolFolder(), 'log4j2.properties');
  const jvm = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];
  const marks = [ownerArgument(dataDir), `-Dlog4j2.configurationFile=${log4j}`];
  // A session of its own: Ctrl-C goes to the launcher, which stops the broker last.
  const child = spawn('java', [...jvm, ...marks, '-cp', classPath, 'kafka.Kafka', config], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  return child;
}

/**
 * Starts a real single-node Kafka (KRaft) on 127.0.0.1. A broker that an earlier start left on the same data folder is
 * stopped first; a port that is taken, or a broker that does not answer within 60 s, is an error with its last output.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const classPath = join(await ensureJars(), '*');
  const stale = leftBehind(dataDir);
  if (stale !== undefined) await stopProcess(dataDir, stale, STOP_GRACE_MS);

  const [free = 0, controllerPort = 0, certificatePort = 0] = await freePorts(3);
  const port = options.port ?? free;
  const { secured } = options;
  if (await answersKafka(port)) throw new Error(`port ${String(port)} is taken by another Kafka broker`);
  const config = join(dataDir, 'server.properties');
  const authority = secured && new Authority(dataDir);
  const more = authority && securedSettings(secured, authority, dataDir, [port, certificatePort, controllerPort]);
  writeFileSync(config, serverProperties(dataDir, port, controllerPort, more));
  await format(classPath, config, dataDir, secured ? scramUsers(secured) : []);
  const child = launch(classPath, config, dataDir);
  const pid = child.pid ?? 0;
  remember(dataDir, pid);
  await ready(child, dataDir, () => (secured ? answersTls(port) : answersKafka(port)));
  const end = async (graceMs: number) => {
    await stopProcess(dataDir, pid, graceMs);
    forget(dataDir);
  };
  const at = (of: number): string => `127.0.0.1:${String(of)}`;
  return {
    bootstrap: at(port),
    ...(authority && { byCertificate: { bootstrap: at(certificatePort), authority } }),
    pid,
    stop: () => end(STOP_GRACE_MS),
    kill: () => end(0),
  };
}

async function ready(child: ChildProcess, dataDir: string, answers: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > until) {
      if (child.exitCode === null) await stopProcess(dataDir, child.pid ?? 0, 0);
      const output = readFileSync(join(dataDir, 'broker.log'), 'utf8').slice(-2000);
      throw new Error(`Kafka did not start in ${dataDir}: ${output}`);
    }
    await sleep(100);
  }
}
