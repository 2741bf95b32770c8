import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import type { CertificateStatus } from '#kernel/states.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { RowOf } from '#platform/database/table.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { followCertificate } from '../persistence/follow-producer.js';
import { CERTIFICATE } from '../persistence/tables.js';
import { Certificate } from '../domain/certificate.js';

export interface CertificateChanged {
  readonly id: string;
  readonly status: CertificateStatus;
}

/** Verifies or revokes a certificate of the officer's region. */
@Injectable()
export class ChangeCertificate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION */
  run(origin: string, id: string, change: 'verify' | 'revoke', by: string): Promise<CertificateChanged> {
    return this.transactions.runOnce(async (tx) => {
      // Locked before its version is counted up, so that no two events share one.
      const [row] = await tx.query<RowOf<typeof CERTIFICATE>>(
        `SELECT ${CERTIFICATE.columns} FROM certificate WHERE id = $1 AND origin = $2 FOR UPDATE`,
        [id, origin],
      );
      if (!row) throw notFound();
      const certificate = Certificate.of(row);
      if (change === 'verify') certificate.verify(by);
      else certificate.revoke();
      await CERTIFICATE.upsert(tx, [certificate], {});
      tx.publish(certificateEvent(certificate, change));
      await followCertificate(tx, certificate, change, this.clock.now());
      return { id, status: certificate.status };
    });
  }
}

function certificateEvent(certificate: Certificate, change: 'verify' | 'revoke'): NewEvent {
  const { id, producerId, origin, kind, until, version } = certificate;
  return newEvent({
    type: change === 'verify' ? 'serap.certificate.verified.v1' : 'serap.certificate.revoked.v1',
    subject: `certificate:${id}`,
    sequence: version,
    key: origin,
    data: { certificateId: id, producerId, origin, kind, ...(until === null ? {} : { until }) },
  });
}
