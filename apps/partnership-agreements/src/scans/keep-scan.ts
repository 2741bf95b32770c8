import { Injectable } from '@nestjs/common';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import { notFound } from '#platform/http/validate.js';
import { lockForSide } from '../persistence/load-agreement.js';
import type { Scan } from './pdf-bodies.js';

/** One value of the database and of one sealing: a row of this size is nothing unusual. */
const PIECE = 2 ** 20;

export interface ScanKept {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Keeps the paper itself of a document that is recorded by its hash: sealed, in pieces. */
@Injectable()
export class KeepScan {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
  ) {}

  /**
   * The same file again changes nothing; it stays for ever, as its hash does.
   *
   * @throws DomainError NOT_FOUND, INVALID for a file of another hash
   */
  run(region: string, agreementId: string, documentId: string, { content, sha256 }: Scan): Promise<ScanKept> {
    const kept = { id: documentId, sha256, bytes: content.length };
    return this.transactions.run(async (tx) => {
      await lockForSide(tx, region, agreementId);
      const [document] = await tx.query<{ sha256: string; bytes: number | null }>(
        'SELECT sha256, bytes FROM document WHERE id = $1 AND agreement_id = $2',
        [documentId, agreementId],
      );
      if (!document) throw notFound();
      if (document.sha256 !== sha256) throw new DomainError('INVALID.scan', {}, [faultAt('', says('other-paper'))]);
      if (document.bytes === null) await this.store(tx, documentId, content);
      return kept;
    });
  }

  private async store(tx: Tx, documentId: string, content: Buffer): Promise<void> {
    for (let number = 0; number * PIECE < content.length; number += 1) {
      const sealed = this.vault.seal(content.subarray(number * PIECE, (number + 1) * PIECE));
      await tx.query('INSERT INTO document_piece (document_id, number, sealed) VALUES ($1, $2, $3)', [
        documentId,
        number,
        sealed,
      ]);
    }
    await tx.query('UPDATE document SET bytes = $2 WHERE id = $1', [documentId, content.length]);
  }
}
