/** What a single KRaft node needs; one replica of everything, small thread pools, nothing reachable from outside. */
export function serverProperties(
  dataDir: string,
  port: number,
  controllerPort: number,
  more: Readonly<Record<string, string | number | boolean>> = {},
): string {
  const [broker, controller] = [`127.0.0.1:${String(port)}`, `127.0.0.1:${String(controllerPort)}`];
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    listeners: `PLAINTEXT://${broker},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://${broker}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': `${dataDir}/log`,
    'auto.create.topics.enable': false,
    'num.partitions': 12,
    'log.retention.ms': -1,
    'offsets.topic.num.partitions': 1,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Tests and the embedded run start one member at a time; waiting for more of them only costs time.
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 2,
    // After kill -9 a restart waits until the controller has given up its former self.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'log.cleaner.dedupe.buffer.size': 4 * 2 ** 20,
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');
}
