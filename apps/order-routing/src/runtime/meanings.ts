import { DomainError } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { dateInWords } from '#kernel/written-date.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Input } from '../domain/decisions/index.js';
import type { MarketState } from '../domain/ledger/market-state.js';

/** An order that came from a row of a file, and was not cancelled. */
export interface StandingOrder {
  readonly id: string;
  readonly partner: string;
  readonly placedAt: Date;
}

interface Queryable {
  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
}

/** What stands under each meaning; the index orders_meaning holds that it is one. */
export async function standingUnder(db: Queryable, meanings: readonly string[]): Promise<Map<string, StandingOrder>> {
  if (meanings.length === 0) return new Map();
  const rows = await db.query<StandingOrder & { meaning: string }>(
    `SELECT meaning, id, partner, placed_at AS "placedAt" FROM orders
     WHERE meaning = ANY($1::text[]) AND meaning IS NOT NULL AND status <> 'cancelled'`,
    [meanings],
  );
  return new Map(rows.map(({ meaning, ...order }) => [meaning, order]));
}

/** What the inputs of one batch mean, so that none of them orders what stands already. */
export class Meanings {
  private constructor(
    private readonly state: MarketState,
    private readonly standing: Map<string, StandingOrder>,
  ) {}

  /**
   * Until the transaction ends nobody else decides what is meant by these inputs: a row that does not say where it is
   * ordered may come to two markets.
   */
  static async of(tx: Tx, state: MarketState, inputs: readonly Input[]): Promise<Meanings> {
    const meanings = inputs.map(meaningOf).filter((meaning) => meaning !== undefined);
    if (meanings.length > 0) {
      await tx.query(
        `SELECT pg_advisory_xact_lock(hashtextextended(meaning, 1))
         FROM (SELECT DISTINCT meaning FROM unnest($1::text[]) AS meaning ORDER BY meaning) AS meanings`,
        [meanings],
      );
    }
    return new Meanings(state, await standingUnder(tx, meanings));
  }

  /** @throws DomainError ALREADY_EXISTS for a row whose order stands */
  refuse(input: Input): void {
    const meaning = meaningOf(input);
    const order = meaning === undefined ? undefined : this.standing.get(meaning);
    // One that this very batch has cancelled does not stand any more.
    if (!order || this.state.orders.get(order.id)?.status === 'cancelled') return;
    throw new DomainError('ALREADY_EXISTS.meaning', { date: dateOf(order) });
  }

  /** The input was decided at `placedAt`. */
  add(input: Input, placedAt: Date): void {
    const meaning = meaningOf(input);
    if (meaning === undefined || input.kind !== 'order-placed') return;
    this.standing.set(meaning, { id: input.payload.orderId, partner: input.payload.partner, placedAt });
  }
}

/** The day on which it was ordered, where it is wanted. */
export function dateOf({ placedAt, partner }: StandingOrder): ReturnType<typeof dateInWords> {
  return dateInWords(localDateAt(placedAt, partner));
}

function meaningOf(input: Input): string | undefined {
  return input.kind === 'order-placed' ? input.payload.meaning : undefined;
}
