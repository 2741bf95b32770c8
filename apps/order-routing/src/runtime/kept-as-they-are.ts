import { DomainError } from '#kernel/domain-error.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Input } from '../domain/decisions/index.js';
import type { MarketState } from '../domain/ledger/market-state.js';

/** One record that an input carries. */
interface Carried {
  readonly what: 'orders' | 'shipment' | 'lot' | 'paid out';
  readonly id: string;
  readonly version: number;
}

/**
 * Inputs about what the market has let go of carry it, as its tables had it when they were asked for. It has to be so
 * still when they are decided, or somebody has come between; and one order is gone back to once a batch.
 */
export class KeptAsTheyAre {
  private readonly orders = new Set<string>();

  private constructor(
    private readonly state: MarketState,
    private readonly versions: ReadonlyMap<string, number>,
  ) {}

  static async of(tx: Tx, state: MarketState, inputs: readonly Input[]): Promise<KeptAsTheyAre> {
    const carried = inputs.flatMap((input) => carriedBy(state, input));
    if (carried.length === 0) return new KeptAsTheyAre(state, new Map());
    // Who pays an order out locks its row: what was paid out stays as it is until this is decided.
    await tx.query('SELECT FROM orders WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE', [
      inputs.flatMap((input) => orderOf(input) ?? []),
    ]);
    const rows = await tx.query<{ key: string; version: number }>(
      `SELECT what || id AS key, version FROM (
         SELECT 'orders ' AS what, id, version FROM orders UNION ALL
         SELECT 'shipment ', id, version FROM shipment UNION ALL
         SELECT 'lot ', id, version FROM lot UNION ALL
         SELECT 'paid out ', order_id, sum(amount)::bigint FROM payout WHERE status <> 'rejected' GROUP BY order_id
       ) AS kept WHERE id = ANY($1::text[])`,
      [carried.map(({ id }) => id)],
    );
    return new KeptAsTheyAre(state, new Map(rows.map(({ key, version }) => [key, version])));
  }

  /** @throws DomainError CONFLICT where something that it carries has changed */
  refuse(input: Input): void {
    const carried = carriedBy(this.state, input);
    const order = orderOf(input);
    if (order === undefined) return;
    const same = carried.every(({ what, id, version }) => (this.versions.get(`${what} ${id}`) ?? 0) === version);
    const merges = input.kind === 'receipt-corrected' ? (input.payload.kept.merges ?? 0) : this.state.merged.size;
    if (!same || merges !== this.state.merged.size || this.orders.has(order)) throw new DomainError('CONFLICT');
    this.orders.add(order);
  }
}

function orderOf(input: Input): string | undefined {
  const goesBack = input.kind === 'receipt-corrected' || input.kind === 'payment-reversed';
  return goesBack ? input.payload.kept.order.id : undefined;
}

/** What the market still has is not taken from the input. */
function carriedBy({ orders, lots }: MarketState, input: Input): Carried[] {
  if (input.kind !== 'receipt-corrected' && input.kind !== 'payment-reversed') return [];
  const { order } = input.payload.kept;
  const closed: Carried[] = orders.has(order.id) ? [] : [{ what: 'orders', id: order.id, version: order.version }];
  if (input.kind === 'payment-reversed') return closed;
  const { shipment, lots: kept, paidOut } = input.payload.kept;
  return [
    ...closed,
    { what: 'shipment', id: shipment.id, version: shipment.version },
    { what: 'paid out', id: order.id, version: paidOut },
    ...kept.filter(({ id }) => !lots.has(id)).map(({ id, version }) => ({ what: 'lot', id, version }) as const),
  ];
}
