import { Injectable } from '@nestjs/common';
import { PRODUCER_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { localDateAt } from '#kernel/local-date.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { violations, throwIfInvalid } from '../domain/faults.js';
import { figureFaults, repeatFaults, type Figures, type MemberFigures } from '../domain/statement.js';
import { replaceRepetition, lockRunning } from '../persistence/repetitions.js';
import { findProduct, findSeller, type SellerRow } from './find-seller.js';
import { lockContributors, statedBefore } from './find-contributors.js';
import { draftsAmong, storeStatement, type StatementHead } from './store-statement.js';

export interface Statement extends StatementHead {
  /** Stated again for each day that begins, until it is changed or stopped. */
  readonly repeats?: boolean;
  /** A further delivery of the day: its goods are lots of their own, and its figures are added. */
  readonly adds?: boolean;
  /** A single producer's own figures … */
  readonly figures?: Figures;
  /** … or those of an aggregator's members. */
  readonly contributions?: readonly MemberFigures[];
}

export interface Declared {
  readonly id: string;
  readonly surplus: number;
  readonly lots: readonly { id: string; quantity: number; certificates: readonly string[] }[];
}

/**
 * Takes a stock statement and hands its surplus, and only that, to routing as lots: one per set of certificates.
 */
@Injectable()
export class DeclareSurplus {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID with pointers into the statement */
  run(scope: DataScope, statement: Statement): Promise<Declared> {
    const now = this.clock.now();
    return this.transactions.runOnce(async (tx) => {
      // Before the seller, as the timer does it: nobody waits for each other.
      if (statement.repeats === true) await lockRunning(tx, statement);
      const seller = await findSeller(tx, scope, statement.sellerId);
      const product = await findProduct(tx, seller.origin, statement.productId);
      const lines = linesOf(statement, seller);
      throwIfInvalid(headFaults(statement, seller, localDateAt(now, seller.origin)));
      const drafts = await this.checkLines(tx, statement, seller, lines);
      const { lots, id } = await storeStatement(tx, { statement, seller, product, lines, drafts, now });
      if (statement.repeats === true) await replaceRepetition(tx, { origin: seller.origin, statement, lines, now });
      return {
        id,
        surplus: lots.reduce((sum, { quantity }) => sum + quantity, 0),
        lots: lots.map((lot) => ({
          id: lot.id,
          quantity: lot.quantity,
          certificates: lot.certificates.map(({ kind }) => kind),
        })),
      };
    });
  }

  /** @returns seller and contributors that are not verified */
  private async checkLines(
    tx: Tx,
    statement: Statement,
    seller: SellerRow,
    lines: readonly MemberFigures[],
  ): Promise<ReadonlySet<string>> {
    const at = (index: number): string => (statement.contributions ? `/contributions/${String(index)}` : '');
    throwIfInvalid([...repeatFaults(lines), ...lines.flatMap((line, index) => figureFaults(line, at(index)))]);
    const contributors = await lockContributors(tx, seller, lines);
    const before = await statedBefore(tx, statement, lines);
    throwIfInvalid(
      lines.flatMap(({ producerId }, index) => {
        const status = contributors.get(producerId);
        return violations(
          [status !== undefined, `${at(index)}/producerId`, says('not-a-member')],
          [
            status !== 'suspended' && status !== 'closed',
            `${at(index)}/producerId`,
            says('standing', { status: PRODUCER_WORDS[status ?? 'draft'] }),
          ],
          [
            statement.adds === true || !before.has(producerId),
            `${at(index)}/producerId`,
            says('stated-already', { day: statement.date }),
          ],
        );
      }),
    );
    return draftsAmong(seller, contributors);
  }
}

function linesOf({ figures, contributions }: Statement, seller: SellerRow): readonly MemberFigures[] {
  const pooled = seller.kind === 'aggregator';
  throwIfInvalid(
    violations(
      [!pooled || contributions !== undefined, '/contributions', says('list-members')],
      [pooled || figures !== undefined, '/contributions', says('no-members')],
    ),
  );
  if (contributions) return contributions;
  return figures ? [{ producerId: seller.id, ...figures }] : [];
}

function headFaults(statement: Statement, seller: SellerRow, today: string): ReturnType<typeof violations> {
  return violations(
    [
      seller.status !== 'suspended' && seller.status !== 'closed',
      '/sellerId',
      says('standing', { status: PRODUCER_WORDS[seller.status] }),
    ],
    [statement.repeats !== true || statement.adds !== true, '/adds', says('adds-once')],
    [statement.repeats !== true || statement.date === today, '/repeats', says('from-today', { day: today })],
    [statement.date <= today, '/date', says('not-after-today', { day: today })],
    [(statement.bestBefore ?? statement.date) >= statement.date, '/bestBefore', says('before-production')],
  );
}
