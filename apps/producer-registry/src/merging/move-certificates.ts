import type { DataOf } from '#kernel/data-of.js';
import type { CertificateStatus } from '#kernel/states.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { Certificate } from '../domain/certificate.js';
import { certificateEvent } from '../persistence/certificate-event.js';
import { numberKey } from '../persistence/certificate-holders.js';
import { CERTIFICATE } from '../persistence/tables.js';

/** Of two records of one certificate the better one counts. */
const RANK: Readonly<Record<CertificateStatus, number>> = { verified: 2, recorded: 1, revoked: 0 };

/** Certificates of either, and those of groups that name them. */
export async function lockCertificates(tx: Tx, producers: readonly string[]): Promise<Certificate[]> {
  const rows = await tx.query<RowOf<typeof CERTIFICATE>>(
    `SELECT ${CERTIFICATE.columns} FROM certificate WHERE producer_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [producers],
  );
  return rows.map((row) => Certificate.of(row));
}

/**
 * Certificates of a duplicate are held by the other. Where both have recorded one, the record that is worth more counts: a
 * second verified one is revoked and stays behind, a second one that nobody has looked at is dropped.
 */
export async function moveCertificates(
  tx: Tx,
  certificates: readonly Certificate[],
  { duplicateId, keepId }: { readonly duplicateId: string; readonly keepId: string },
): Promise<void> {
  const kept = new Map(
    certificates.filter(({ producerId }) => producerId === keepId).map((one) => [numberKey(one), one]),
  );
  for (const own of certificates.filter(({ producerId }) => producerId === duplicateId)) {
    const other = kept.get(numberKey(own));
    if (!other) {
      await give(tx, own, keepId);
    } else if (RANK[own.status] <= RANK[other.status]) {
      await leaveBehind(tx, own);
    } else {
      // The number is free at the one that stays only once the other record has left it.
      await tx.query(`UPDATE certificate SET number = number || ' ' || id WHERE id = $1`, [own.id]);
      await tx.query('UPDATE certificate SET producer_id = $2 WHERE id = $1', [other.id, duplicateId]);
      await give(tx, own, keepId);
      await leaveBehind(tx, other);
    }
  }
  await tx.query(
    `UPDATE certificate SET members = ARRAY(
       SELECT one FROM unnest(array_replace(members, $1, $2)) WITH ORDINALITY AS of (one, at) GROUP BY one ORDER BY min(at))
     WHERE $1 = ANY(members)`,
    [duplicateId, keepId],
  );
}

/** What is not verified nobody else knows of. */
async function give(tx: Tx, certificate: Certificate, keepId: string): Promise<void> {
  if (certificate.status !== 'recorded') certificate.version += 1;
  const { id, number, version, status } = certificate;
  await tx.query('UPDATE certificate SET producer_id = $2, number = $3, version = $4 WHERE id = $1', [
    id,
    keepId,
    number,
    version,
  ]);
  if (status === 'recorded') return;
  const record: DataOf<Certificate> = certificate;
  const moved = Certificate.of({ ...record, producerId: keepId });
  tx.publish(certificateEvent(moved, status === 'verified' ? 'verify' : 'revoke'));
}

async function leaveBehind(tx: Tx, certificate: Certificate): Promise<void> {
  if (certificate.status === 'recorded') {
    await tx.query('DELETE FROM certificate WHERE id = $1', [certificate.id]);
  } else if (certificate.status === 'verified') {
    certificate.revoke();
    await tx.query('UPDATE certificate SET status = $2, version = $3 WHERE id = $1', [
      certificate.id,
      certificate.status,
      certificate.version,
    ]);
    tx.publish(certificateEvent(certificate, 'revoke'));
  }
}
