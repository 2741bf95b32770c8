import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database/transactions.js';
import { followPolicy } from '../persistence/verification-holds.js';

/** Brings goods in store in line with a policy that an office has changed. */
@Injectable()
export class FollowPolicy {
  constructor(private readonly transactions: Transactions) {}

  /** Some at a time, each in a transaction of its own; with several replicas, too. @returns how many times */
  async run(stopping?: AbortSignal): Promise<number> {
    let times = 0;
    while (stopping?.aborted !== true && (await this.transactions.run((tx) => followPolicy(tx)))) times += 1;
    return times;
  }
}
