import { ALL_TOPICS, type Topic } from '#contracts/topics.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog } from '#event-log/log/event-log.js';
import { LogConfig, readConfig } from '../context/config.js';
import { eventLogOf } from './event-log-of.js';
import { ServiceLogger } from '../context/logger.js';
import { requireAdmission } from './require-admission.js';

/**
 * `main.js topics`: makes the topics that are missing. Where one that is there would lose events, or refuse them, the
 * process says what is wrong and how it is mended, and exits with 1: an installation does not begin on such a log.
 */
export async function runTopics(name: string): Promise<void> {
  const config = readConfig(LogConfig);
  const logger = new ServiceLogger(name, config.SERAP_LOG_LEVEL);
  const log = await createEventLog(eventLogOf(config, name));
  try {
    await requireAdmission(log);
    await log.createTopics(ALL_TOPICS);
    const troubles = await sayTroubles(log, ALL_TOPICS, (words) => {
      logger.error(words, 'Topics');
    });
    if (troubles > 0) {
      process.exitCode = 1;
    } else {
      logger.log(`the ${String(ALL_TOPICS.length)} topics of the event log are there, and as they must be`, 'Topics');
    }
  } finally {
    await log.close();
  }
}

/**
 * The same of a service that starts: it goes on, for what is lost is not lost by it, and its orders are still taken.
 * An event log that cannot be asked now is no reason to wait either.
 *
 * @param topics those that it may look at: where brokers give rights, its own
 */
export async function warnOfTopics(log: EventLog, topics: readonly Topic[], logger: ServiceLogger): Promise<void> {
  const warn = (words: string): void => {
    logger.warn(words, 'Topics');
  };
  await sayTroubles(log, topics, warn).catch((error: unknown) => {
    warn(`Whether the topics of the event log are as they must be could not be seen: ${String(error)}`);
  });
}

async function sayTroubles(log: EventLog, topics: readonly Topic[], say: (words: string) => void): Promise<number> {
  const troubles = await log.topicTroubles(topics);
  for (const { topic, wrong, mend } of troubles) say(`${topic}: ${wrong}. ${mend}`);
  return troubles.length;
}
