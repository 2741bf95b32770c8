import type { EventLog } from './event-log.js';
import type { KafkaOptions } from './kafka/kafka-client.js';
import { KafkaEventLog } from './kafka/kafka-event-log.js';
import { PostgresEventLog, type PostgresEventLogOptions } from './postgres-log/postgres-event-log.js';

export type EventLogOptions =
  ({ readonly kind: 'postgres' } & PostgresEventLogOptions) | ({ readonly kind: 'kafka' } & KafkaOptions);

/** Opens the event log that the configuration names; connects when first used. */
export function createEventLog(options: EventLogOptions): EventLog {
  return options.kind === 'postgres' ? new PostgresEventLog(options) : new KafkaEventLog(options);
}
