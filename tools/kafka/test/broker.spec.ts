import { afterAll, expect, it } from 'vitest';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../broker.js';
import { describeKafka } from '../../../libs/platform/test/consuming/kafka-broker.js';
import { leftBehind } from '../../java/own-process.js';
import { answersKafka } from '../ports.js';

const dataDir = join(mkdtempSync(join(tmpdir(), 'serap kafka ')), 'data');
const portOf = (bootstrap: string) => Number(bootstrap.split(':')[1]);

afterAll(() => {
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

describeKafka('the local Kafka broker', () => {
  it('starts again on its data after kill -9, and takes over from a broker that was left behind', async () => {
    const first = await startBroker({ dataDir });
    expect(await answersKafka(portOf(first.bootstrap))).toBe(true);
    await first.kill();
    expect(await answersKafka(portOf(first.bootstrap))).toBe(false);

    const left = await startBroker({ dataDir, port: portOf(first.bootstrap) });
    expect(left.bootstrap).toBe(first.bootstrap);
    const second = await startBroker({ dataDir, port: portOf(first.bootstrap) });
    expect(second.pid).not.toBe(left.pid);
    expect(leftBehind(dataDir)).toBe(second.pid);
    await second.stop();
    expect(leftBehind(dataDir)).toBeUndefined();
  });

  it("never takes somebody else's process for its own", () => {
    const stranger = spawn('sleep', ['60']);
    const folder = join(dataDir, '..', 'other');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'server.pid'), String(stranger.pid));
    expect(leftBehind(folder)).toBeUndefined();
    stranger.kill('SIGKILL');
  });

  it('refuses a port on which another broker answers', async () => {
    const broker = await startBroker({ dataDir });
    const other = startBroker({ dataDir: join(dataDir, '..', 'second'), port: portOf(broker.bootstrap) });
    await expect(other).rejects.toThrow('taken');
    await broker.stop();
  });
});
