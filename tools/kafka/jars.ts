import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const KAFKA_VERSION = '4.3.1';
const JAVA_AT_LEAST = 17;

type Availability = { readonly available: true } | { readonly available: false; readonly missing: string };

/** The folder of pom.xml and log4j2.properties; the compiled code lies under dist/, they do not. */
export function kafkaToolFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'tools', 'kafka', 'pom.xml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('tools/kafka/pom.xml is not above this file');
    folder = parent;
  }
  return join(folder, 'tools', 'kafka');
}

/** Outside the clone, so that a second clone starts at once. */
function jarFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(cache, 'serap', `kafka-${KAFKA_VERSION}`);
}

function javaVersion(): number {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 0;
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

function hasJars(): boolean {
  return existsSync(join(jarFolder(), `kafka_2.13-${KAFKA_VERSION}.jar`));
}

/** Whether a broker can be started here, and if not, what is missing, in words for a person. */
export function kafkaAvailability(): Availability {
  const java = javaVersion();
  if (java < JAVA_AT_LEAST) {
    return {
      available: false,
      missing: `Java ${String(JAVA_AT_LEAST)} or newer (found ${java === 0 ? 'none' : String(java)})`,
    };
  }
  if (!hasJars() && spawnSync('mvn', ['-version']).error) {
    return { available: false, missing: `Maven, to fetch the jars of Kafka ${KAFKA_VERSION}` };
  }
  return { available: true };
}

/**
 * The folder with Kafka's jars, fetched through Maven the first time (about 45 MB).
 *
 * @throws when Maven fails; its output is in the message
 */
export async function ensureJars(): Promise<string> {
  const target = jarFolder();
  if (hasJars()) return target;
  mkdirSync(dirname(target), { recursive: true });
  const half = mkdtempSync(`${target}-`);
  const pom = join(kafkaToolFolder(), 'pom.xml');
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${half}`];
  await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...goal], { maxBuffer: 2 ** 24 });
  try {
    renameSync(half, target);
  } catch (error) {
    // Somebody else was faster: theirs is as good, provided that it is whole.
    rmSync(half, { recursive: true, force: true });
    if (!hasJars())
      throw new Error(`${target} is in the way: ${String(readdirSync(target).length)} files`, { cause: error });
  }
  return target;
}
