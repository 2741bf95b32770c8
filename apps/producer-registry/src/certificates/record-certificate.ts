import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt, told, type Fault } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import type { Language } from '#kernel/refusals/words.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Certificate, certificateDoubts, type CertificateDetails } from '../domain/certificate.js';
import { heldByOthers } from '../persistence/certificate-holders.js';
import { CERTIFICATE } from '../persistence/tables.js';

export interface CertificateRecorded {
  readonly id: string;
  /** What is possible of it, but not likely: to be looked at before it is verified. */
  readonly doubts: readonly Fault[];
}

/** Records a certificate of a producer; it counts once it is verified. */
@Injectable()
export class RecordCertificate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @param language of the doubts
   * @throws DomainError NOT_FOUND, INVALID, ALREADY_EXISTS for the same kind and number, also of another holder
   */
  run(
    origin: string,
    producerId: string,
    details: CertificateDetails,
    language: Language,
  ): Promise<CertificateRecorded> {
    return this.transactions.runOnce(async (tx) => {
      const [holder] = await tx.query<{ id: string; origin: string }>(
        'SELECT id, origin FROM producer WHERE id = $1 AND origin = $2 FOR SHARE',
        [producerId, origin],
      );
      if (!holder) throw notFound();
      const certificate = Certificate.record(uuidv7(), holder, details, localDateAt(this.clock.now(), origin));
      await refuseStrangers(tx, certificate);
      if ((await heldByOthers(tx, [certificate])).size > 0) {
        throw new DomainError('ALREADY_EXISTS.certificate', {}, [faultAt('/number', says('certificate-of-another'))]);
      }
      const [stored] = await CERTIFICATE.insert(tx, [certificate], {}, ['producer_id', 'kind', 'number']);
      if (stored === undefined) {
        throw new DomainError('ALREADY_EXISTS.certificate', {}, [faultAt('/number', says('certificate-recorded'))]);
      }
      return { id: certificate.id, doubts: told(certificateDoubts(certificate, origin), language) };
    });
  }
}

/** A group's certificate covers members of the group. */
async function refuseStrangers(tx: Tx, { producerId, members }: Certificate): Promise<void> {
  if (members.length === 0) return;
  const known = await tx.query<{ id: string }>(
    'SELECT producer_id AS id FROM member WHERE aggregator_id = $1 AND producer_id = ANY($2::uuid[])',
    [producerId, members],
  );
  const ids = new Set(known.map(({ id }) => id));
  const strangers = members.flatMap((id, index) =>
    ids.has(id) ? [] : [faultAt(`/members/${String(index)}`, says('not-a-member'))],
  );
  if (strangers.length > 0) throw new DomainError('INVALID', {}, strangers);
}
