import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import type { Side } from '../domain/paper.js';
import { lockForSide } from '../persistence/load-agreement.js';
import { SIGNATORY } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

export interface Signatory {
  readonly side: Side;
  readonly name: string;
  readonly office: 'head-of-region' | 'delegate';
  readonly powerOfAttorney?: string;
}

/** Records who signs, and by what right, while the agreement is drafted. The same name again corrects what was recorded. */
@Injectable()
export class RecordSignatory {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The partner records its own; the origin records both, the partner's by the signed paper, which a signing wants anyway.
   * What a side said of itself the other does not change.
   *
   * @throws DomainError NOT_FOUND, FORBIDDEN for the other side's, ILLEGAL_TRANSITION once the PKS is signed
   */
  run(region: string, agreementId: string, signatory: Signatory): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const { agreement, side: recordedBy } = await lockForSide(tx, region, agreementId);
      if (recordedBy === 'partner' && signatory.side === 'origin') throw new DomainError('FORBIDDEN.other-side');
      agreement.requireDraft();
      const { side, name, office, powerOfAttorney = null } = signatory;
      const known = await findSignatory(tx, agreementId, signatory);
      if (known?.recordedBy === 'partner' && recordedBy === 'origin') throw new DomainError('FORBIDDEN.other-side');
      const id = known?.id ?? uuidv7();
      const record = { id, side, name, office, powerOfAttorney, recordedBy };
      await SIGNATORY.upsert(tx, [record], { agreement_id: agreementId });
      return { id };
    });
  }
}

async function findSignatory(
  tx: Tx,
  agreementId: string,
  { side, name }: Signatory,
): Promise<{ readonly id: string; readonly recordedBy: Side } | undefined> {
  const [known] = await tx.query<{ id: string; recordedBy: Side }>(
    ...named(
      `SELECT id, recorded_by AS "recordedBy" FROM signatory
       WHERE agreement_id = :agreementId AND side = :side AND name = :name`,
      { agreementId, side, name },
    ),
  );
  return known;
}
