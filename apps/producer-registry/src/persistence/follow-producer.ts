import { CHUNK_SIZE } from '#contracts/shapes.js';
import { localDateAt } from '#kernel/local-date.js';
import type { Tx } from '#platform/database/transactions.js';
import { heldByAll, type Held } from '../domain/pool.js';
import { heldCertificates } from './held-certificates.js';
import { changeLot, lockLotsWith, type LotRow } from './lots.js';

/** A producer's part of its lots follows its standing: held while it is suspended or closed, released when it is verified again. */
export async function followStatus(
  tx: Tx,
  producerId: string,
  change: 'serap.surplus.held.v1' | 'serap.surplus.released.v1',
): Promise<void> {
  for (const lot of await lockLotsWith(tx, producerId)) {
    tx.publish(await changeLot(tx, lot, change, { cause: 'PRODUCER_SUSPENDED', producerId }));
  }
}

/** What changes in a lot when a contributor or its aggregator gains or loses a certificate. */
interface Judged {
  /** What all of it holds now. */
  readonly certificates: readonly Held[];
  /** Contributors whose goods hold other ones by themselves than they did. */
  readonly parts: readonly { readonly producerId: string; readonly certificates: readonly Held[] }[];
}

/**
 * Judges the lots of a certificate's holder again: one that was verified is taken up by goods that lie in store, one that was
 * revoked is taken off those of its holder, and off nobody else's.
 */
export async function followCertificate(
  tx: Tx,
  { id, producerId, origin }: { readonly id: string; readonly producerId: string; readonly origin: string },
  change: 'verify' | 'revoke',
  now: Date,
): Promise<void> {
  // Whoever declares surplus of this producer now does so before this, or sees the certificate as it is.
  await tx.query('SELECT id FROM producer WHERE id = $1 FOR NO KEY UPDATE', [producerId]);
  for (const lot of await lockLotsWith(tx, producerId)) {
    const { certificates, parts } = await judge(tx, lot, localDateAt(now, origin));
    const isSame = JSON.stringify(certificates) === JSON.stringify(lot.certificates);
    if (isSame && parts.length === 0) continue;
    await keep(tx, lot, { certificates, parts });
    for (const some of chunksOf(parts)) {
      const event =
        change === 'verify'
          ? await changeLot(tx, lot, 'serap.surplus.certified.v1', { certificates: [...certificates], parts: some })
          : await changeLot(tx, lot, 'serap.surplus.adjusted.v1', {
              ...{ requestId: id, cause: 'CERTIFICATE_REVOKED', quantity: 0, certificates: [...certificates] },
              // The aggregator's own is everybody's; a member's is its own alone.
              ...(lot.sellerId === producerId ? {} : { parts: some }),
            });
      tx.publish(event);
    }
  }
}

async function judge(tx: Tx, lot: LotRow, today: string): Promise<Judged> {
  const { id, sellerId, commodity, producedOn } = lot;
  const contributors = await tx.query<{ producerId: string; certificates: Held[] | null }>(
    'SELECT producer_id AS "producerId", certificates FROM lot_contribution WHERE lot_id = $1 ORDER BY position',
    [id],
  );
  const ids = contributors.map(({ producerId }) => producerId);
  const held = await heldCertificates(tx, [sellerId, ...ids], { commodity, on: today, madeOn: producedOn });
  const own = held.get(sellerId) ?? [];
  const certificates = heldByAll(ids, own, held);
  const parts = contributors.flatMap(({ producerId, certificates: before }) => {
    const now = heldByAll([producerId], own, held);
    return JSON.stringify(now) === JSON.stringify(before ?? lot.certificates)
      ? []
      : [{ producerId, certificates: now }];
  });
  return { certificates, parts };
}

async function keep(tx: Tx, lot: LotRow, { certificates, parts }: Judged): Promise<void> {
  await tx.query('UPDATE lot SET certificates = $2 WHERE id = $1', [lot.id, JSON.stringify(certificates)]);
  await tx.query(
    `UPDATE lot_contribution SET certificates = given.certificates
     FROM json_to_recordset($2::json) AS given ("producerId" uuid, certificates jsonb)
     WHERE lot_id = $1 AND producer_id = given."producerId"`,
    [lot.id, JSON.stringify(parts)],
  );
}

/** At least one, for what only the whole lot gained or lost. */
function chunksOf(parts: Judged['parts']): { producerId: string; certificates: Held[] }[][] {
  const whole = parts.map(({ producerId, certificates }) => ({ producerId, certificates: [...certificates] }));
  const chunks = Math.max(1, Math.ceil(whole.length / CHUNK_SIZE));
  return Array.from({ length: chunks }, (_, index) => whole.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE));
}
