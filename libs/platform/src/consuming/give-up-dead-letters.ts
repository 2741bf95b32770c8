import type { EntityManager } from 'typeorm';
import { appendToOutbox } from '../database/outbox.js';
import { settledEvent } from './settle-dead-letter.js';

type Letter = Parameters<typeof settledEvent>[0] & { readonly state: string };

/**
 * Forgets every dead letter, every kept event and what waits behind them, for a service that reads the log from its
 * beginning: what still cannot be processed becomes a dead letter anew. Whoever looks at the open ones is told that these
 * are none any more.
 *
 * @param source CloudEvents source of the service
 */
export async function giveUpDeadLetters(manager: EntityManager, source: string): Promise<void> {
  await manager.query('DELETE FROM parked');
  await manager.query('DELETE FROM kept_event');
  const [letters] = await manager.query<[Letter[], number]>(
    'DELETE FROM dead_letter RETURNING id, group_name AS "group", topic, partition, state',
  );
  const open = letters.filter(({ state }) => state === 'dead' || state === 'draining');
  const events = open.map((letter) => settledEvent(letter, 'discarded'));
  await appendToOutbox(manager, source, new Date(), events);
}
