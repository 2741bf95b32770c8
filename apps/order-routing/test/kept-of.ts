import { chunksOf } from '#kernel/chunk-size.js';
import type { Allocation } from '../src/domain/ledger/allocation.js';
import type { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { KeptReceipt, KeptRecords } from '../src/domain/ledger/kept-records.js';
import type { MarketState } from '../src/domain/ledger/market-state.js';

/** What the tables would have of a market: also what it has let go of. */
export class KeptOf {
  private readonly orders = new Map<string, Omit<KeptRecords, 'lots'>>();
  private readonly lots = new Map<string, KeptRecords['lots'][number]>();
  private readonly allocations = new Map<string, Allocation>();
  private readonly receipts = new Map<string, KeptReceipt['shipment']>();
  /** What was paid out of each order. */
  paidOut = 0;
  private readonly told = new Map<string, number>();

  private merges = 0;

  /** After each input, before what has closed is let go of. */
  keep({ orders, lines, lots }: Pick<MarketState, 'orders' | 'lines' | 'lots'>, changes: ChangeSet): void {
    const copy = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;
    for (const order of orders.values()) {
      const own = order.lineIds.map((id) => lines.get(id));
      this.orders.set(order.id, { order: copy(order), lines: copy(own) });
    }
    for (const lot of lots.values()) this.lots.set(lot.id, copy({ ...lot, contributions: [] }));
    for (const allocation of changes.allocations.values()) this.allocations.set(allocation.id, copy(allocation));
    for (const shipment of changes.shipments.values()) {
      if (shipment.receivedAt !== null) this.receipts.set(shipment.id, copy(shipment));
    }
    for (const { duplicateId, keepId, fault, again } of changes.merges) {
      if (fault === undefined && again !== true) this.rename(duplicateId, keepId);
    }
    for (const { allocationId, told = 0, lines: of } of changes.settlements) {
      this.told.set(allocationId, told + chunksOf(of.length));
    }
  }

  /** What a market has let go of follows in the tables. */
  private rename(duplicateId: string, keepId: string): void {
    this.merges += 1;
    for (const kept of [this.orders, this.lots, this.allocations]) {
      for (const [id, record] of kept as Map<string, unknown>) {
        const renamed = JSON.stringify(record).replaceAll(JSON.stringify(duplicateId), JSON.stringify(keepId));
        (kept as Map<string, unknown>).set(id, JSON.parse(renamed));
      }
    }
  }

  received(): string[] {
    return [...this.receipts.keys()];
  }

  order(id: string): Omit<KeptRecords, 'lots'> {
    const kept = this.orders.get(id);
    if (!kept) throw new Error(`no order ${id}`);
    return kept;
  }

  receipt(id: string): KeptRecords & KeptReceipt {
    const shipment = this.receipts.get(id);
    if (!shipment) throw new Error(`${id} was not received`);
    const allocations = shipment.allocationIds.flatMap((each) => this.allocations.get(each) ?? []);
    const lots = [...new Set(allocations.map(({ lotId }) => lotId))].flatMap((lot) => this.lots.get(lot) ?? []);
    return {
      ...this.order(shipment.orderId),
      lots,
      shipment,
      allocations,
      told: Object.fromEntries(this.told),
      paidOut: this.paidOut,
      merges: this.merges,
    };
  }
}
