import type { EventLogOptions } from '#event-log/create-event-log.js';
import type { LogConfig } from '../context/config.js';

/** The event log that the configuration names. */
export function eventLogOf(config: LogConfig, clientId: string): EventLogOptions {
  return config.SERAP_LOG === 'postgres'
    ? { kind: 'postgres', url: config.SERAP_LOG_URL }
    : { kind: 'kafka', brokers: config.SERAP_KAFKA_BROKERS.split(','), clientId };
}
