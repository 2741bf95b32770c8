import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { Agreement, type AgreementDetails } from '../domain/agreement.js';
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

  run(origin: string, by: string, details: AgreementDetails): Promise<AgreementOpened> {
    return this.transactions.runOnce(async (tx) => {
      const agreement = Agreement.open(uuidv7(), origin, details);
      await AGREEMENT.insert(tx, [agreement], {});
      await recordStage(tx, agreement, { at: this.clock.now(), by });
      return { id: agreement.id, stage: agreement.stage };
    });
  }
}
