import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { Transactions } from '#platform/database/transactions.js';
import { insertDocument, type DocumentRow } from '../persistence/insert-document.js';
import { lockForSide } from '../persistence/load-agreement.js';

/** Records that a document exists, by its hash; either side records what it has. */
@Injectable()
export class RecordDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ALREADY_EXISTS */
  run(region: string, by: string, agreementId: string, document: DocumentRow): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const { side } = await lockForSide(tx, region, agreementId);
      return insertDocument(tx, agreementId, document, { at: this.clock.now(), by, side });
    });
  }
}
