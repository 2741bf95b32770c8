import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../broker.js';
import { runExperiment } from './run.js';

/**
 * Experiment 1: kafkajs against a real Kafka, two consumers with checkpoints in PostgreSQL, one of them stopped past its
 * session. `SERAP_TEST_POSTGRES=postgres://… node dist/tools/kafka/experiment/main.js`; exits 0 iff nothing was lost,
 * doubled or reordered. What was seen is in docs/decisions/0001-kafkajs-against-kafka-4.md.
 */
const folder = mkdtempSync(join(tmpdir(), 'serap-experiment-'));
const broker = await startBroker({ dataDir: join(folder, 'data') });
try {
  const figures = await runExperiment(broker.bootstrap);
  console.log(JSON.stringify(figures, undefined, 2));
  process.exitCode = figures.missing + figures.doubled + figures.reordered === 0 ? 0 : 1;
} finally {
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
}
