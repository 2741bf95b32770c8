import type { EventLog } from './log/event-log.js';
import type { KafkaOptions } from './kafka/kafka-client.js';
import type { PostgresEventLogOptions } from './postgres-log/postgres-event-log.js';

export type EventLogOptions =
  ({ readonly kind: 'postgres' } & PostgresEventLogOptions) | ({ readonly kind: 'kafka' } & KafkaOptions);

/** Opens the event log that the configuration names, and loads no other; connects when first used. */
export async function createEventLog(options: EventLogOptions): Promise<EventLog> {
  if (options.kind === 'postgres') {
    const { PostgresEventLog } = await import('./postgres-log/postgres-event-log.js');
    return new PostgresEventLog(options);
  }
  const { KafkaEventLog } = await import('./kafka/kafka-event-log.js');
  return new KafkaEventLog(options);
}
