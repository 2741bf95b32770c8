import { chmodSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureJars, kafkaToolFolder } from '../../kafka/jars.js';
import type { Project } from '../project.js';
import { entrypoint } from './entrypoint.js';
import { PLAIN, type Image } from './image.js';

/** Kafka's jars, the container's own start-up code among them, in the place of Kafka's image. */
export async function kafka(project: Project): Promise<Image> {
  // A copy: the cache is its owner's alone.
  const libs = join(project.home, 'images', 'kafka');
  if (!existsSync(libs)) {
    cpSync(await ensureJars(), libs, { recursive: true });
    chmodSync(libs, 0o755);
  }
  return {
    ...PLAIN,
    mounts: [
      { kind: 'ro', source: libs, target: '/opt/kafka/libs' },
      { kind: 'ro', source: join(kafkaToolFolder(), 'log4j2.properties'), target: '/opt/kafka/log4j2.properties' },
      { kind: 'tmpfs', source: 'size=1m,mode=1777', target: '/opt/kafka/config' },
      entrypoint('kafka-answers.sh', '/opt/kafka/bin/kafka-broker-api-versions.sh'),
      entrypoint('kafka.sh'),
    ],
    entrypoint: ['bash', '/entrypoint/kafka.sh'],
  };
}
