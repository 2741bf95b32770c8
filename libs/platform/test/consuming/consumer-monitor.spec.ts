import { expect, it } from 'vitest';
import { ConsumerMonitor } from '#platform/consuming/consumer-monitor.js';
import { Metrics } from '#platform/context/metrics.js';

it('a type that this release does not know is told of once in the log, and each of its events is counted', async () => {
  const lines: string[] = [];
  const log = { warn: (line: string) => lines.push(line), error: () => undefined };
  const metrics = new Metrics();
  const monitor = new ConsumerMonitor(metrics, log);
  for (const type of ['a.v9', 'b.v9', 'a.v9', 'a.v9']) monitor.unknownType(type);
  expect(lines).toEqual([expect.stringContaining('"a.v9"'), expect.stringContaining('"b.v9"')]);
  expect(await metrics.registry.getSingleMetricAsString('serap_events_unknown_total')).toContain('_total 4');
});

it('a process that does not come into its group says so once for each reason, and is seen until it is in', async () => {
  const lines: string[] = [];
  const log = { warn: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const metrics = new Metrics();
  const monitor = new ConsumerMonitor(metrics, log);
  const joined = async () => (await metrics.registry.getSingleMetricAsString('serap_log_joined')).split('\n').at(-1);
  expect([await joined(), monitor.absent?.reason]).toEqual(['serap_log_joined 0', 'it has not come in yet']);
  for (let times = 0; times < 3; times += 1) monitor.notJoined(new Error('away', { cause: new Error('ECONNREFUSED') }));
  monitor.notJoined(new Error('no such topic'));
  expect(lines).toEqual([expect.stringContaining('away: ECONNREFUSED'), expect.stringContaining('no such topic')]);
  monitor.joined();
  monitor.joined();
  expect(lines).toHaveLength(3);
  expect([await joined(), monitor.absent]).toEqual(['serap_log_joined 1', undefined]);
});
