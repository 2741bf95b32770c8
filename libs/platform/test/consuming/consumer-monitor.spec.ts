import { expect, it } from '@jest/globals';
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
