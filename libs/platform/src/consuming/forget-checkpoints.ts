import type { EntityManager } from 'typeorm';
import { appendToOutbox } from '../database/outbox.js';
import { resumedEvent } from './standstill.js';

type Still = Parameters<typeof resumedEvent>[0];

/**
 * Forgets how far the log was read, for a service that reads it from its beginning. What stood still is told as going on:
 * whether it does is found anew.
 *
 * @param source CloudEvents source of the service
 * @param kept topics that are read on where they were left
 */
export async function forgetCheckpoints(
  manager: EntityManager,
  source: string,
  kept: readonly string[] = [],
): Promise<void> {
  const still = await manager.query<Still[]>(
    `SELECT still_id AS id, group_name AS "group", topic, partition FROM checkpoint
     WHERE topic <> ALL($1::text[]) AND still_id IS NOT NULL`,
    [kept],
  );
  await manager.query('DELETE FROM checkpoint WHERE topic <> ALL($1::text[])', [kept]);
  const events = still.map(resumedEvent);
  await appendToOutbox(manager, source, new Date(), events);
}
