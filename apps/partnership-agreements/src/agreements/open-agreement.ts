import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { faultAt, type SaidFault } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { governmentFault, originFault } from '#platform/regions/region-list.js';
import { Agreement, type AgreementDetails } from '../domain/agreement.js';
import { throwIfInvalid } from '../domain/faults.js';
import type { Stage } from '../domain/stage.js';
import { recordStage } from '../persistence/load-agreement.js';
import { AGREEMENT } from '../persistence/tables.js';

export interface AgreementOpened {
  readonly id: string;
  readonly stage: Stage;
}

/** Opens the file of a cooperation that the officer's region prepares with another. */
@Injectable()
export class OpenAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError INVALID for a region that does not exist, has no government, or sells nothing of its own */
  run(origin: string, by: string, details: AgreementDetails): Promise<AgreementOpened> {
    return this.transactions.runOnce(async (tx) => {
      throwIfInvalid('INVALID.regions', regionFaults(origin, details.partner));
      const agreement = Agreement.open(uuidv7(), origin, details);
      await AGREEMENT.insert(tx, [agreement], {});
      await recordStage(tx, agreement, { at: this.clock.now(), by });
      return { id: agreement.id, stage: agreement.stage };
    });
  }
}

/** Goods are sold from a regency or city: each is a market. Whoever buys for its people may be a province too. */
function regionFaults(origin: string, partner: string): SaidFault[] {
  const ofOrigin = originFault(origin);
  const ofPartner = governmentFault(partner);
  return [...(ofOrigin ? [faultAt('/origin', ofOrigin)] : []), ...(ofPartner ? [faultAt('/partner', ofPartner)] : [])];
}
