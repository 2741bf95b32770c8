import type { DataSource } from 'typeorm';
import { TOPICS } from '#contracts/topics.js';
import { createDataSource } from '#platform/database/database.js';
import { forgetCheckpoints } from '#platform/consuming/forget-checkpoints.js';
import { giveUpDeadLetters } from '#platform/consuming/give-up-dead-letters.js';
import { MigrationConfig, readConfig } from '#platform/context/config.js';
import { database } from './data-source.js';

const SOURCE = '/serap/operations-dashboard';

/** What events have filled: all that supply-tables.ts and order-tables.ts describe, and what is kept beside them. */
export const READ_MODELS: readonly string[] = [
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

/**
 * `main.js rebuild`, with the service stopped: the next start reads the log from its beginning. Only the role that owns
 * the tables may empty them at once.
 */
export async function runRebuild(): Promise<void> {
  const config = readConfig(MigrationConfig);
  const url = config.SERAP_MIGRATION_DATABASE_URL ?? config.SERAP_DATABASE_URL;
  const dataSource = await createDataSource({ ...database, url, poolSize: 2 }).initialize();
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
    await forgetCheckpoints(manager, SOURCE, [TOPICS.clock]);
    await manager.query("DELETE FROM event_version WHERE subject <> 'clock'");
    await giveUpDeadLetters(manager, SOURCE);
    await manager.query("UPDATE stream_head SET epoch = replace(gen_random_uuid()::text, '-', ''), sequence = 0");
  });
}
