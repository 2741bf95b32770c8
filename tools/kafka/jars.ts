import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cachedFolder, fillOnce } from '../cache/cached-folder.js';
import { javaAvailability, type Availability } from '../java/java.js';

const KAFKA_VERSION = '4.3.1';

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

const jarFolder = (): string => cachedFolder(`kafka-${KAFKA_VERSION}`);

function hasJars(): boolean {
  return existsSync(join(jarFolder(), `kafka_2.13-${KAFKA_VERSION}.jar`));
}

/** Whether a broker can be started here, and if not, what is missing, in words for a person. */
export function kafkaAvailability(): Availability {
  return javaAvailability(`the jars of Kafka ${KAFKA_VERSION}`, hasJars);
}

/**
 * The folder with Kafka's jars, fetched through Maven the first time (about 45 MB).
 *
 * @throws when Maven fails; its output is in the message
 */
export function ensureJars(): Promise<string> {
  return fillOnce(jarFolder(), hasJars, async (half) => {
    const pom = join(kafkaToolFolder(), 'pom.xml');
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${half}`];
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...goal], { maxBuffer: 2 ** 24 });
  });
}
