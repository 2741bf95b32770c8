import type { Tx } from '#platform/database/transactions.js';
import { heldByAll, restrictCertificates } from '../domain/pool.js';
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

/** Takes a certificate that was revoked off the lots that stood on it; others hold it by their aggregator all the same. */
export async function followRevocation(
  tx: Tx,
  { id, producerId, kind }: { readonly id: string; readonly producerId: string; readonly kind: string },
): Promise<void> {
  // Whoever declares surplus of this producer now does so before this, or sees the certificate revoked.
  await tx.query('SELECT id FROM producer WHERE id = $1 FOR NO KEY UPDATE', [producerId]);
  for (const lot of await lockLotsWith(tx, producerId)) {
    if (!lot.certificates.some((held) => held.kind === kind)) continue;
    const certificates = restrictCertificates(lot.certificates, await heldNow(tx, lot));
    if (JSON.stringify(certificates) === JSON.stringify(lot.certificates)) continue;
    await tx.query('UPDATE lot SET certificates = $2 WHERE id = $1', [lot.id, JSON.stringify(certificates)]);
    const data = { requestId: id, cause: 'CERTIFICATE_REVOKED', quantity: 0, certificates } as const;
    tx.publish(await changeLot(tx, lot, 'serap.surplus.adjusted.v1', data));
  }
}

async function heldNow(tx: Tx, { id, sellerId, commodity, producedOn }: LotRow) {
  const contributors = await tx.query<{ producerId: string }>(
    'SELECT producer_id AS "producerId" FROM lot_contribution WHERE lot_id = $1',
    [id],
  );
  const ids = contributors.map(({ producerId }) => producerId);
  const held = await heldCertificates(tx, [sellerId, ...ids], { commodity, on: producedOn });
  return heldByAll(ids, held.get(sellerId) ?? [], held);
}
