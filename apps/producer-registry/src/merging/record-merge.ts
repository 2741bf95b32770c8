import type { MergeDecided } from '#contracts/merges.js';
import type { Tx } from '#platform/database/transactions.js';
import type { RowOf } from '#platform/database/table.js';
import { Producer } from '../domain/producer.js';
import { followCertificate } from '../persistence/follow-producer.js';
import { lockProducers } from '../persistence/lock-producers.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';
import { lockCertificates, moveCertificates } from './move-certificates.js';
import { moveLots } from './move-lots.js';
import { moveRecords } from './move-records.js';
import { lockRepetitions, moveRepetitions } from './move-repetitions.js';

/**
 * Keeps what routing decided of a merge; told twice it is the same. Where it is done, all that the registry has of the
 * duplicate becomes the other's, and the duplicate is closed.
 */
export async function recordMerge(
  tx: Tx,
  { mergeId, origin, duplicateId, keepId, outcome, reason }: MergeDecided,
  now: Date,
): Promise<void> {
  const pair = [duplicateId, keepId];
  // In the order in which others take them who change several: what repeats, certificates, producers, lots.
  const repetitions = await lockRepetitions(tx, pair);
  const certificates = await lockCertificates(tx, pair);
  const producers = await lockProducers(tx, origin, pair);
  const asked = await tx.query(
    `UPDATE producer_merge SET state = $2, reason = $3, decided_at = $4 WHERE id = $1 AND state = 'asked' RETURNING id`,
    [mergeId, outcome, reason ?? null, now],
  );
  const [duplicate, keep] = pair.map((id) => producers.find((producer) => producer.id === id));
  if (asked.length === 0 || outcome === 'refused' || !duplicate || !keep) return;
  await moveRecords(tx, duplicateId, keepId);
  await moveRepetitions(tx, repetitions, { duplicateId, keepId, now });
  await moveLots(tx, duplicateId, keepId);
  await moveCertificates(tx, certificates, { duplicateId, keepId });
  await close(tx, duplicate, keep);
  // What either was certified for covers the goods of both.
  await followCertificate(tx, { id: mergeId, producerId: keepId, origin }, 'verify', now);
}

/** Who was verified under one name is so under the other. */
async function close(tx: Tx, duplicate: Producer, keep: Producer): Promise<void> {
  const isVerified = duplicate.status === 'verified' && keep.status === 'draft';
  if (isVerified) {
    keep.move('verified');
    keep.verifiedOn = duplicate.verifiedOn;
  }
  duplicate.mergeInto(keep.id);
  const rows = await tx.query<RowOf<typeof PRODUCER>>(
    `SELECT ${PRODUCER.columns} FROM producer WHERE merged_into = $1 ORDER BY id FOR UPDATE`,
    [duplicate.id],
  );
  const earlier = rows.map((row) => Producer.of(row));
  for (const one of earlier) one.followInto(keep.id);
  const changed = [duplicate, ...(isVerified ? [keep] : []), ...earlier];
  await PRODUCER.upsert(tx, changed, {});
  tx.publish(...changed.map(producerEvent));
}
