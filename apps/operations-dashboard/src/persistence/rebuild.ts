import type { DataSource, EntityManager } from 'typeorm';
import { TOPICS } from '#contracts/topics.js';
import { createDataSource } from '#platform/database/database.js';
import { appendToOutbox } from '#platform/database/outbox.js';
import { settledEvent } from '#platform/messaging/consumer/settle-dead-letter.js';
import { resumedEvent } from '#platform/messaging/consumer/standstill.js';
import type { ServiceConfig } from '#platform/runtime/config.js';
import { database } from './data-source.js';

const SOURCE = '/serap/operations-dashboard';

const READ_MODELS = [
  'producer',
  'certificate',
  'lot',
  'lot_share',
  'lot_balance',
  'lot_unsold',
  'agreement',
  'term',
  'quota_cell',
  'placed_order',
  'order_line',
  'promise',
  'allocation',
  'allocation_share',
  'shipment',
  'routing_run',
  'order_event',
  'dead_letter_seen',
  'standstill_seen',
  'topic_progress',
  'stream_event',
];

/** `main.js rebuild`, with the service stopped: the next start reads the log from its beginning. */
export async function runRebuild(config: ServiceConfig): Promise<void> {
  const dataSource = await createDataSource({ ...database, url: config.SERAP_DATABASE_URL, poolSize: 2 }).initialize();
  try {
    await emptyReadModels(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Forgets everything read from the log but the clock; pages are told by the stream's new epoch. */
export async function emptyReadModels(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`TRUNCATE ${READ_MODELS.join(', ')}`);
    await forgetCheckpoints(manager);
    await manager.query("DELETE FROM event_version WHERE subject <> 'clock'");
    await manager.query('DELETE FROM parked');
    await manager.query('DELETE FROM kept_event');
    await giveUpDeadLetters(manager);
    await manager.query("UPDATE stream_head SET epoch = replace(gen_random_uuid()::text, '-', ''), sequence = 0");
  });
}

/** The same events become dead letters anew if they still cannot be processed; the old ones then wait for nobody. */
async function giveUpDeadLetters(manager: EntityManager): Promise<void> {
  const [letters] = await manager.query<[(Parameters<typeof settledEvent>[0] & { state: string })[], number]>(
    'DELETE FROM dead_letter RETURNING id, group_name AS "group", topic, partition, state',
  );
  const open = letters.filter(({ state }) => state === 'dead' || state === 'draining');
  const events = open.map((letter) => settledEvent(letter, 'discarded'));
  await appendToOutbox(manager, SOURCE, new Date(), events);
}

/** What stood still is told as going on: whether it does is found anew. */
async function forgetCheckpoints(manager: EntityManager): Promise<void> {
  const still = await manager.query<Parameters<typeof resumedEvent>[0][]>(
    `SELECT still_id AS id, group_name AS "group", topic, partition FROM checkpoint
     WHERE topic <> $1 AND still_id IS NOT NULL`,
    [TOPICS.clock],
  );
  await manager.query('DELETE FROM checkpoint WHERE topic <> $1', [TOPICS.clock]);
  const events = still.map(resumedEvent);
  await appendToOutbox(manager, SOURCE, new Date(), events);
}
