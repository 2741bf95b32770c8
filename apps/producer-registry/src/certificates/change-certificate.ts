import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { localDateAt } from '#kernel/local-date.js';
import type { CertificateStatus } from '#kernel/states.js';
import type { RowOf } from '#platform/database/table.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { certificateEvent } from '../persistence/certificate-event.js';
import { followCertificate } from '../persistence/follow-producer.js';
import { refuseWhileMerging } from '../persistence/merges.js';
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

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION, INVALID for the verification of one that has ended */
  run(origin: string, id: string, change: 'verify' | 'revoke', by: string): Promise<CertificateChanged> {
    return this.transactions.runOnce(async (tx) => {
      // Locked before its version is counted up, so that no two events share one.
      const [row] = await tx.query<RowOf<typeof CERTIFICATE>>(
        `SELECT ${CERTIFICATE.columns} FROM certificate WHERE id = $1 AND origin = $2 FOR UPDATE`,
        [id, origin],
      );
      if (!row) throw notFound();
      await refuseWhileMerging(tx, [row.producerId]);
      const certificate = Certificate.of(row);
      if (change === 'verify') certificate.verify(by, localDateAt(this.clock.now(), origin));
      else certificate.revoke();
      await CERTIFICATE.upsert(tx, [certificate], {});
      tx.publish(certificateEvent(certificate, change));
      await followCertificate(tx, certificate, change, this.clock.now());
      return { id, status: certificate.status };
    });
  }
}
