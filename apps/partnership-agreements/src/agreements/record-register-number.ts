import { Injectable } from '@nestjs/common';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { sameNumber, type Side } from '../domain/paper.js';
import { lockForSide, saveAgreement } from '../persistence/load-agreement.js';

export interface RegisterNumber {
  readonly side: Side;
  readonly number: string;
}

export interface RegisterNumbers {
  readonly id: string;
  readonly originNumber: string | null;
  readonly partnerNumber: string | null;
}

/** Enters the number that an agreement has in a side's register, at any time; a later one takes the place of it. */
@Injectable()
export class RecordRegisterNumber {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The partner enters its own; the origin both, for it has the signed paper.
   *
   * @throws DomainError NOT_FOUND, FORBIDDEN for the other side's, ALREADY_EXISTS in that region's register
   */
  run(region: string, id: string, { side, number }: RegisterNumber): Promise<RegisterNumbers> {
    return this.transactions.runOnce(async (tx) => {
      const { agreement, side: by } = await lockForSide(tx, region, id);
      if (by === 'partner' && side === 'origin') throw new DomainError('FORBIDDEN.other-side');
      await refuseTaken(tx, { region: agreement[side], id, number });
      if (side === 'origin') agreement.originNumber = number;
      else agreement.partnerNumber = number;
      await saveAgreement(tx, agreement);
      const { originNumber, partnerNumber } = agreement;
      return { id, originNumber, partnerNumber };
    });
  }
}

/** A region has one register, whichever side of an agreement it is. Two officers of it wait for each other. */
async function refuseTaken(
  tx: Tx,
  wanted: { readonly region: string; readonly id: string; readonly number: string },
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${wanted.region}`]);
  const known = await tx.query<{ number: string | null }>(
    `SELECT CASE origin WHEN $1 THEN origin_number ELSE partner_number END AS number
     FROM agreement WHERE $1 IN (origin, partner) AND id <> $2`,
    [wanted.region, wanted.id],
  );
  if (!known.some(({ number }) => sameNumber(number, wanted.number))) return;
  throw new DomainError('ALREADY_EXISTS.register-number', {}, [faultAt('/number', says('register-number-used'))]);
}
