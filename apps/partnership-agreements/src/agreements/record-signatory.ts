import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import type { Side } from '../domain/guards.js';
import { lockAgreement } from '../persistence/load-agreement.js';
import { SIGNATORY } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

/** Records who signs, and by what right, while the agreement is drafted. The same name again corrects what was recorded. */
@Injectable()
export class RecordSignatory {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION once the PKS is signed */
  run(
    region: string,
    agreementId: string,
    signatory: {
      readonly side: Side;
      readonly name: string;
      readonly office: 'head-of-region' | 'delegate';
      readonly powerOfAttorney?: string;
    },
  ): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, agreementId);
      agreement.requireDraft();
      const { side, name, office, powerOfAttorney = null } = signatory;
      const [known] = await tx.query<{ id: string }>(
        ...named(
          `UPDATE signatory SET office = :office, power_of_attorney = :powerOfAttorney
           WHERE agreement_id = :agreementId AND side = :side AND name = :name RETURNING id`,
          { agreementId, side, name, office, powerOfAttorney },
        ),
      );
      if (known) return { id: known.id };
      const id = uuidv7();
      await SIGNATORY.insert(tx, [{ id, side, name, office, powerOfAttorney }], { agreement_id: agreementId });
      return { id };
    });
  }
}
