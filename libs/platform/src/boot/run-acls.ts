import { SERVICES, TOPIC_USE, topicsHeardBy, type ServiceName, ALL_TOPICS } from '#contracts/topics.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { Rights } from '#event-log/kafka/kafka-rights.js';
import { AclConfig, readConfig } from '../context/config.js';
import { ServiceLogger } from '../context/logger.js';
import { eventLogOf } from './event-log-of.js';
import { Refused } from './refused.js';
import { requireAdmission } from './require-admission.js';

/**
 * `main.js acls`: gives each service's user at the brokers the rights that the service needs, as SERAP_KAFKA_USER, who may
 * alter rights. A topic is then written by its owner alone, and what a consumer hears can be believed.
 */
export async function runAcls(name: string): Promise<void> {
  const config = readConfig(AclConfig);
  const logger = new ServiceLogger(name, config.SERAP_LOG_LEVEL);
  const options = eventLogOf(config, name);
  if (options.kind !== 'kafka') throw new Refused('There are rights at the brokers only where SERAP_LOG is kafka.');
  const log = await createEventLog(options);
  await requireAdmission(log).finally(() => log.close());
  const rights = SERVICES.map((service) => rightsOf(service, config.SERAP_KAFKA_PRINCIPAL));
  const { grantRights } = await import('#event-log/kafka/kafka-rights.js');
  await grantRights(options, rights);
  for (const { principal, writes, hears } of rights) {
    logger.log(`${principal} may write ${writes.join(', ')}; and read ${hears.join(', ')}`, 'Acls');
  }
}

/** @param principal as the brokers name it, with `{service}` for the service */
export function rightsOf(service: ServiceName, principal: string): Rights {
  return {
    principal: principal.replaceAll('{service}', service),
    group: service,
    writes: ALL_TOPICS.filter((topic) => TOPIC_USE[topic].writers.includes(service)),
    hears: topicsHeardBy(service),
  };
}
