import type { EventLogOptions } from '#event-log/create-event-log.js';
import type { KafkaSecurity } from '#event-log/kafka/kafka-client.js';
import type { LogConfig } from '../context/config.js';

/** The event log that the configuration names. @param trouble told what the log's client complains about */
export function eventLogOf(config: LogConfig, clientId: string, trouble?: (words: string) => void): EventLogOptions {
  if (config.SERAP_LOG === 'postgres') return { kind: 'postgres', url: config.SERAP_LOG_URL };
  const brokers = config.SERAP_KAFKA_BROKERS.split(',');
  return { kind: 'kafka', brokers, clientId, security: securityOf(config), ...(trouble && { trouble }) };
}

function securityOf(config: LogConfig): KafkaSecurity {
  const { SERAP_KAFKA_TLS, SERAP_KAFKA_CA: ca, SERAP_KAFKA_CERTIFICATE: certificate } = config;
  const { SERAP_KAFKA_SASL: mechanism, SERAP_KAFKA_USER: username, SERAP_KAFKA_PASSWORD: password } = config;
  const key = config.SERAP_KAFKA_CERTIFICATE_KEY;
  return {
    ...(SERAP_KAFKA_TLS === 'yes' && {
      tls: {
        ...(ca !== undefined && { ca }),
        ...(certificate !== undefined && { certificate }),
        ...(key !== undefined && { key }),
      },
    }),
    ...(mechanism !== 'none' && { sasl: { mechanism, username: username ?? '', password: password ?? '' } }),
  };
}
