import type { EventLog } from '#event-log/log/event-log.js';
import { Refused } from './refused.js';

/**
 * @throws Refused when the event log does not let this process in: with a wrong password nothing would ever be told or
 *   heard. A log that is away is no reason: it comes back
 */
export async function requireAdmission(log: EventLog): Promise<void> {
  const why = await log.refusal();
  if (why === undefined) return;
  throw new Refused(
    `Kafka does not let this process in: ${why}. See the settings SERAP_KAFKA_... (docs/operations.md).`,
  );
}
