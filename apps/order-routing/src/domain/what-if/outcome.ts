import type { BaseUnit } from '#kernel/units.js';
import type { Proof } from '#matching/format/result.js';
import { editionOf, ledgerIdOf } from '../engine/engine-lines.js';
import { solveMarket } from '../engine/solve-market.js';
import type { MarketState } from '../ledger/market-state.js';
import { amountOf, earningsOf } from '../ledger/settlement.js';
import { unitPriceOf } from '../ledger/term.js';

/** What becomes of a market that is bound now: quantities in base units. */
export interface Outcome {
  /** Of each line and each lot: what has a buyer, bound before or now. */
  readonly lines: ReadonlyMap<string, number>;
  readonly lots: ReadonlyMap<string, number>;
  /** Of each producer, by `commodity producer`. */
  readonly producers: ReadonlyMap<string, number>;
  readonly commodities: ReadonlyMap<string, Commodity>;
  /** Null: the result is not proved, and worth nothing. */
  readonly proof: Proof | null;
}

export interface Commodity {
  readonly unit: BaseUnit;
  /** What its lots have left or have sold. */
  surplus: number;
  sold: number;
  /** Rupiah for the goods that are bound and not yet received, and for those that would be bound. */
  goods: number;
  /** Producers with a part of these. */
  households: number;
}

/** What a run at this instant would leave. Changes nothing. */
export function outcomeOf(state: MarketState, at: Date): Outcome {
  const tally = new Tally(state);
  const solved = solveMarket(state, at);
  if ('faults' in solved) return { ...tally.total(), proof: null };
  const lots = new Map(solved.market.lots.map((lot) => [lot.id, lot]));
  for (const { line, lot: engineLot, term, quantity, shares } of solved.result.allocations) {
    const lot = state.lot(ledgerIdOf(engineLot));
    const parts = shares ?? [{ producer: lots.get(engineLot)?.producer ?? lot.sellerId, quantity }];
    const amount = amountOf(quantity, unitPriceOf(lot, editionOf(state, term)), lot.unit);
    tally.sell({ line: ledgerIdOf(line), lot: lot.id, quantity, amount });
    for (const { producer, quantity: part } of parts) tally.give(lot.commodity, producer, part);
  }
  return { ...tally.total(), proof: { ...solved.result.proof, verified: true } };
}

class Tally {
  private readonly lines = new Map<string, number>();
  private readonly lots = new Map<string, number>();
  private readonly producers = new Map<string, number>();
  private readonly commodities = new Map<string, Commodity>();

  /** What stands before anything is bound. */
  constructor(private readonly state: MarketState) {
    for (const line of state.lines.values()) this.lines.set(line.id, line.allocated);
    for (const { id, commodity, unit, free, held, ...lot } of state.lots.values()) {
      const sold = lot.offered + lot.confirmed + lot.inTransit + lot.delivered;
      this.lots.set(id, sold);
      const all = this.commodities.get(commodity) ?? { unit, surplus: 0, sold: 0, goods: 0, households: 0 };
      all.surplus += sold + free + held;
      all.sold += sold;
      this.commodities.set(commodity, all);
    }
    for (const allocation of state.allocations.values()) {
      const { commodity, unit } = state.lot(allocation.lotId);
      this.of(commodity).goods += earningsOf(allocation, unit);
      for (const { producerId, quantity } of allocation.shares) this.give(commodity, producerId, quantity);
    }
  }

  sell({ line, lot, quantity, amount }: { line: string; lot: string; quantity: number; amount: number }): void {
    add(this.lines, line, quantity);
    add(this.lots, lot, quantity);
    const all = this.of(this.state.lot(lot).commodity);
    all.sold += quantity;
    all.goods += amount;
  }

  give(commodity: string, producer: string, quantity: number): void {
    const key = `${commodity} ${producer}`;
    if (!this.producers.has(key)) this.of(commodity).households += 1;
    add(this.producers, key, quantity);
  }

  total(): Omit<Outcome, 'proof'> {
    const { lines, lots, producers, commodities } = this;
    return { lines, lots, producers, commodities };
  }

  private of(commodity: string): Commodity {
    const found = this.commodities.get(commodity);
    if (!found) throw new Error(`Nothing of ${commodity} is in market ${this.state.origin}.`);
    return found;
  }
}

function add(sums: Map<string, number>, key: string, quantity: number): void {
  sums.set(key, (sums.get(key) ?? 0) + quantity);
}
