import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import type { DocumentKind } from '../domain/guards.js';
import { lockAgreement } from '../persistence/load-agreement.js';

/** Records that a document exists, by its hash. */
@Injectable()
export class RecordDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ALREADY_EXISTS */
  run(
    region: string,
    by: string,
    agreementId: string,
    document: { readonly kind: DocumentKind; readonly number?: string; readonly sha256: string },
  ): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      await lockAgreement(tx, region, agreementId);
      const rows = await tx.query<{ id: string }>(
        `INSERT INTO document (id, agreement_id, kind, number, sha256, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (agreement_id, kind, sha256) DO NOTHING RETURNING id`,
        [uuidv7(), agreementId, document.kind, document.number ?? null, document.sha256, by, this.clock.now()],
      );
      if (rows[0]) return rows[0];
      throw new DomainError('ALREADY_EXISTS', 'This document is recorded already.', [
        { pointer: '/sha256', message: 'is recorded for this agreement' },
      ]);
    });
  }
}
