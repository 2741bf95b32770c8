import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Broker, startBroker } from '../broker.js';
import { describeKafka } from '../../../libs/platform/test/consuming/kafka-broker.js';
import { runExperiment } from '../experiment/run.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describeKafka('kafkajs against Kafka 4.3.1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serap-experiment-'));
  let broker: Broker;
  beforeAll(async () => {
    broker = await startBroker({ dataDir: join(folder, 'data') });
  });
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses, doubles and reorders nothing when a member is stopped past its session and resumed', async () => {
    const figures = await runExperiment(broker.bootstrap);
    console.info(JSON.stringify(figures));
    expect(figures).toMatchObject({ inLog: 10_000, effects: 10_000, missing: 0, doubled: 0, reordered: 0, stops: 0 });
    expect(figures.reRead).toBeGreaterThan(0);
    expect(figures.byMember['one']).toBeGreaterThan(0);
  });
});
