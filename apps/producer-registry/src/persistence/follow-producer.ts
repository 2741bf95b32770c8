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
  /** What its contributors hold who hold nothing else by themselves; a member's gain or loss leaves it as it is. */
  readonly certificates: readonly Held[];
  /** What all of it holds: what releases read that know of no parts. */
  readonly ofAll: readonly Held[];
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
    const judged = await judge(tx, lot, { isSellers: lot.sellerId === producerId, today: localDateAt(now, origin) });
    const isSame = JSON.stringify(judged.certificates) === JSON.stringify(lot.certificates);
    if (isSame && judged.parts.length === 0) continue;
    await keep(tx, lot, judged);
    if (change === 'verify') await tellGain(tx, lot, judged);
    else await tellLoss(tx, lot, { ...judged, requestId: id, isWhole: !isSame });
  }
}

async function tellGain(tx: Tx, lot: LotRow, { certificates, parts }: Judged): Promise<void> {
  for (const some of chunksOf(parts)) {
    const gained = { certificates: [...certificates], parts: some };
    tx.publish(await changeLot(tx, lot, 'serap.surplus.certified.v1', gained));
  }
}

/** The aggregator's own is everybody's: told of the whole, then of those who hold others by themselves. */
async function tellLoss(
  tx: Tx,
  lot: LotRow,
  {
    requestId,
    certificates,
    ofAll,
    parts,
    isWhole,
  }: Judged & { readonly requestId: string; readonly isWhole: boolean },
): Promise<void> {
  const about = { requestId, cause: 'CERTIFICATE_REVOKED', quantity: 0 } as const;
  const tell = async (held: readonly Held[], of: { parts?: ReturnType<typeof chunksOf>[number] }): Promise<void> => {
    const lost = { ...about, certificates: [...held], ...of };
    tx.publish(await changeLot(tx, lot, 'serap.surplus.adjusted.v1', lost));
  };
  if (isWhole) await tell(certificates, {});
  if (parts.length === 0) return;
  for (const some of chunksOf(parts)) await tell(ofAll, { parts: some });
}

async function judge(
  tx: Tx,
  lot: LotRow,
  { isSellers, today }: { readonly isSellers: boolean; readonly today: string },
): Promise<Judged> {
  const { id, sellerId, commodity, producedOn } = lot;
  const contributors = await tx.query<{ producerId: string; certificates: Held[] | null }>(
    'SELECT producer_id AS "producerId", certificates FROM lot_contribution WHERE lot_id = $1 ORDER BY position',
    [id],
  );
  const ids = contributors.map(({ producerId }) => producerId);
  const held = await heldCertificates(tx, [sellerId, ...ids], {
    ...{ seller: sellerId, commodity, on: today },
    madeOn: producedOn,
  });
  const own = held.get(sellerId) ?? [];
  const ofAll = heldByAll(ids, own, held);
  const sharing = contributors.filter(({ certificates }) => certificates === null).map(({ producerId }) => producerId);
  const certificates = isSellers ? (sharing.length === 0 ? ofAll : heldByAll(sharing, own, held)) : lot.certificates;
  const parts = contributors.flatMap(({ producerId, certificates: before }) => {
    const now = heldByAll([producerId], own, held);
    return JSON.stringify(now) === JSON.stringify(before ?? certificates) ? [] : [{ producerId, certificates: now }];
  });
  return { certificates, ofAll, parts };
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
