import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Certificate, type CertificateDetails } from '../domain/certificate.js';
import { CERTIFICATE } from '../persistence/tables.js';

/** Records a certificate of a producer; it counts once it is verified. */
@Injectable()
export class RecordCertificate {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError NOT_FOUND, INVALID, ALREADY_EXISTS for the same kind and number */
  run(origin: string, producerId: string, details: CertificateDetails): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const [holder] = await tx.query<{ id: string; origin: string }>(
        'SELECT id, origin FROM producer WHERE id = $1 AND origin = $2 FOR SHARE',
        [producerId, origin],
      );
      if (!holder) throw notFound();
      const certificate = Certificate.record(uuidv7(), holder, details);
      const [stored] = await CERTIFICATE.insert(tx, [certificate], {}, ['producer_id', 'kind', 'number']);
      if (stored === undefined) {
        throw new DomainError('ALREADY_EXISTS.certificate', {}, [faultAt('/number', says('certificate-recorded'))]);
      }
      return { id: certificate.id };
    });
  }
}
