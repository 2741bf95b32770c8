import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { Producer } from '../domain/producer.js';
import { PRODUCER } from './tables.js';

/** A producer of a region, locked before its version is counted up, so that no two events share one. */
export async function lockProducer(tx: Tx, origin: string, id: string): Promise<Producer | undefined> {
  const [producer] = await lockProducers(tx, origin, [id]);
  return producer;
}

/** Those that are of the region, locked in one order: two officers who change the same ones wait for each other. */
export async function lockProducers(tx: Tx, origin: string, ids: readonly string[]): Promise<Producer[]> {
  const rows = await tx.query<RowOf<typeof PRODUCER>>(
    `SELECT ${PRODUCER.columns} FROM producer WHERE id = ANY($1::uuid[]) AND origin = $2 ORDER BY id FOR UPDATE`,
    [ids, origin],
  );
  return rows.map((row) => Producer.of(row));
}
