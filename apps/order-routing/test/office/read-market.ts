import type { ChangeSet } from '../../src/domain/ledger/change-set.js';
import type { Allocation } from '../../src/domain/ledger/allocation.js';
import type { MarketState } from '../../src/domain/ledger/market-state.js';
import type { Shipment } from '../../src/domain/ledger/shipment.js';
import type { Seen, SeenAllocation, SeenLine, SeenLot, SeenShipment } from './model/seen.js';

/** What the product says after an act, in the model's own words. */
export function readMarket(state: MarketState, changes: ChangeSet): Seen {
  const named = <Record, Told>(records: ReadonlyMap<string, Record>, tell: (record: Record) => Told) =>
    new Map([...records].map(([id, record]) => [id, tell(record)] as const));
  return {
    lots: named(state.lots, (lot): SeenLot => {
      const { free, held, offered, confirmed, inTransit, delivered, withdrawn, writtenOff } = lot;
      const { expired, spoiled, recalled } = lot;
      const there = { free, held, offered, confirmed, inTransit };
      return {
        sellerId: lot.sellerId,
        parts: lot.contributions.map(({ producerId, ...part }) => {
          return { producerId, declared: part.declared, free: part.free, held: part.held, barred: part.barred };
        }),
        balance: { ...there, delivered, withdrawn, writtenOff, expired, spoiled, recalled },
      };
    }),
    lines: named(state.lines, (line): SeenLine => {
      const { promised, allocated, dispatched, accepted, waived, status } = line;
      return {
        figures: { promised, allocated, dispatched, accepted, waived, status },
        unfilled: line.unfilled.reduce((sum, { quantity }) => sum + quantity, 0),
        takes: line.takes.map((take) => ({ ...take, day: take.day ?? '' })),
      };
    }),
    orders: named(state.orders, ({ status, owed, paid }) => ({ status, owed, paid })),
    spent: new Map([...state.cells.values()].map((cell) => [`${cell.termId} ${cell.period}`, cell.consumed])),
    allocations: named(new Map([...state.allocations, ...changes.allocations]), readAllocation),
    shipments: named(new Map([...state.shipments, ...changes.shipments]), readShipment),
    settlements: changes.settlements.map((settlement) => ({ ...settlement })),
    requests: changes.lotRequests.map((request) => ({ ...request })),
    merges: changes.merges.map((merge) => ({ ...merge })),
    runs: changes.runs.map(({ outcome, faults }) => ({ outcome, faults })),
  };
}

function readShipment({ id, orderId, loadId, allocationIds, legs, payBy }: Shipment): SeenShipment {
  const told = legs.map(({ eta, arrivedAt }) => ({ eta, arrived: arrivedAt !== null }));
  return { id, orderId, loadId, allocationIds: [...allocationIds], legs: told, payBy };
}

function readAllocation(allocation: Allocation): SeenAllocation {
  return { ...allocation, shares: allocation.shares.map((share) => ({ ...share })) };
}
