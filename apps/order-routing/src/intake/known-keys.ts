import { says } from '#kernel/refusals/sentences.js';
import type { RowFault } from '#files/uploads/row-reader.js';
import type { RowToCheck } from '#files/uploads/upload-kind.js';
import { orderIdOf } from '../orders/place-order.js';
import type { Field } from './order-columns.js';

interface Queryable {
  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
}

interface KnownOrder {
  readonly status: string;
  readonly meaning: string | null;
}

/** Whose keys the rows of a region's files are. */
export function scopeOfFiles(region: string): string {
  return `file ${region}`;
}

/** A column `kunci` names its order for ever: whether the rows of this file name one that is another, or was cancelled. */
export class KnownKeys {
  private constructor(
    private readonly region: string,
    private readonly orders: ReadonlyMap<string, KnownOrder>,
  ) {}

  static async of(db: Queryable, region: string, rows: readonly RowToCheck<Field>[]): Promise<KnownKeys> {
    const ids = rows.flatMap(({ key }) => (key === undefined ? [] : [idOf(region, key)]));
    const found =
      ids.length === 0
        ? []
        : await db.query<KnownOrder & { id: string }>('SELECT id, status, meaning FROM orders WHERE id = ANY($1)', [
            ids,
          ]);
    return new KnownKeys(region, new Map(found.map(({ id, ...order }) => [id, order])));
  }

  faults(key: string | undefined, meaning: string): RowFault<Field>[] {
    const order = key === undefined ? undefined : this.orders.get(idOf(this.region, key));
    if (!order || (order.status !== 'cancelled' && order.meaning === meaning)) return [];
    if (order.status === 'cancelled') {
      return [{ field: 'key', code: 'IDEMPOTENCY_KEY_REUSED', said: says('key-cancelled') }];
    }
    // An earlier release kept no meanings: whether it is the same is seen when it is placed.
    if (order.meaning === null) return [{ field: 'key', code: 'DOUBTFUL', said: says('key-known'), amber: true }];
    return [{ field: 'key', code: 'IDEMPOTENCY_KEY_REUSED' }];
  }
}

function idOf(region: string, key: string): string {
  return orderIdOf(scopeOfFiles(region), `key:${key}`);
}
