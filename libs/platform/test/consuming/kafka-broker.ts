import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere } from '../../../../tools/java/test/describe-where.js';
import { type Broker, kafkaAvailability, startBroker } from '../../../../tools/kafka/broker.js';

const given = process.env['SERAP_KAFKA_BOOTSTRAP'];
const availability = given ? ({ available: true } as const) : kafkaAvailability();

/** A suite that needs a broker. */
export function describeKafka(name: string, body: () => void): void {
  describeWhere(availability, name, body);
}

/** The broker that the test run was given, or one of this suite's own. */
export async function testBroker(): Promise<{ bootstrap: string; stop: () => Promise<void> }> {
  return given ? { bootstrap: given, stop: () => Promise.resolve() } : ownBroker();
}

/** A broker that may be killed and started again on the same address. */
export async function ownBroker(): Promise<Broker & { again: () => Promise<Broker> }> {
  const folder = mkdtempSync(join(tmpdir(), 'serap-kafka-'));
  let current = await startBroker({ dataDir: join(folder, 'data') });
  const { bootstrap, pid } = current;
  return {
    bootstrap,
    pid,
    kill: () => current.kill(),
    again: async () =>
      (current = await startBroker({ dataDir: join(folder, 'data'), port: Number(bootstrap.split(':')[1]) })),
    stop: async () => {
      await current.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
