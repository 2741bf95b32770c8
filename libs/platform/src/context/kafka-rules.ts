import { settingRule } from './config-rules.js';
import type { LogConfig } from './config.js';
import { isLoopback } from './loopback.js';

/** Certificates and keys are text between two lines, which is how a path or a keystore in their place is noticed. */
export function InPem(what: 'CERTIFICATE' | 'PRIVATE KEY'): PropertyDecorator {
  return settingRule<LogConfig>('isPem', `PEM, with \`-----BEGIN ${what}-----\``, (value) =>
    new RegExp(`-----BEGIN ([A-Z]+ )?${what}-----`).test(String(value)),
  );
}

export function OnlyWithKafkaTls(): PropertyDecorator {
  return settingRule<LogConfig>(
    'onlyWithSerapKafkaTls',
    'only with SERAP_KAFKA_TLS=yes',
    (_, { SERAP_KAFKA_TLS }) => SERAP_KAFKA_TLS === 'yes',
  );
}

/** A certificate is nothing without its key, nor a key without its certificate. */
export function TogetherWith(other: keyof LogConfig): PropertyDecorator {
  return settingRule<LogConfig>('togetherWith', `together with ${other}`, (_, config) => config[other] !== undefined);
}

export function NeedsUserAndPassword(): PropertyDecorator {
  return settingRule<LogConfig>(
    'needsUserAndPassword',
    '`none`, or together with SERAP_KAFKA_USER and SERAP_KAFKA_PASSWORD',
    (value, { SERAP_KAFKA_USER, SERAP_KAFKA_PASSWORD }) =>
      value === 'none' || (SERAP_KAFKA_USER !== undefined && SERAP_KAFKA_PASSWORD !== undefined),
  );
}

/** A user without a way to sign in would be nobody to the brokers, and not learn of it. */
export function OnlyWithKafkaSasl(): PropertyDecorator {
  return settingRule<LogConfig>(
    'onlyWithSerapKafkaSasl',
    'only where SERAP_KAFKA_SASL is not `none`',
    (_, { SERAP_KAFKA_SASL }) => SERAP_KAFKA_SASL !== 'none',
  );
}

/** `plain` sends the password itself. */
export function PlainOnlyEncrypted(): PropertyDecorator {
  return settingRule<LogConfig>(
    'plainOnlyEncrypted',
    '`plain` beyond this machine only with SERAP_KAFKA_TLS=yes',
    (value, config) => value !== 'plain' || config.SERAP_KAFKA_TLS === 'yes' || staysHere(config.SERAP_KAFKA_BROKERS),
  );
}

/** Whether all brokers (host:port, with commas between them) are on this machine. */
function staysHere(brokers: string | undefined): boolean {
  return (brokers ?? '').split(',').every((broker) => isLoopback(broker.replace(/:\d+$/, '')));
}

/** Whether events go to and from brokers elsewhere for all to read. */
export function isInTheClear({ SERAP_LOG, SERAP_KAFKA_TLS, SERAP_KAFKA_BROKERS }: LogConfig): boolean {
  return SERAP_LOG === 'kafka' && SERAP_KAFKA_TLS === 'no' && !staysHere(SERAP_KAFKA_BROKERS);
}
