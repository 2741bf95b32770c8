import type { ChangeSet } from '../domain/ledger/change-set.js';
import { isWhole } from '../domain/ledger/lot.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import type { Actor } from './actor.js';
import { allocationEvents } from './allocation-events.js';
import type { Draft } from './draft.js';
import { mergeDecided } from './merge-events.js';
import { linePromised, linesAccepted, orderChanged, orderReceived, quotaSpent } from './order-events.js';
import { lotBalance, lotRequestDecided, runEvents } from './run-events.js';
import { shipmentEvents } from './shipment-events.js';

/** Who placed which order of this batch. */
export type Actors = Map<string, Actor>;

/** The events of a batch, from what changed. */
export function decisionEvents(state: MarketState, changes: ChangeSet, actors: Actors): Draft[] {
  const ids = <T>(from: ReadonlyMap<string, T>, changed: Iterable<string>): T[] =>
    [...changed].flatMap((id) => from.get(id) ?? []);
  const orders = ids(state.orders, changes.orders);
  return [
    // Events of one type together, as far as the order of each subject's own allows: readers apply a run of one type at once.
    ...orders.map((order) =>
      changes.newOrders.has(order.id) ? orderReceived(state, order, actors.get(order.id)) : orderChanged(state, order),
    ),
    ...orders
      .filter(({ id }) => changes.newOrders.has(id))
      .flatMap((order) => linesAccepted(state, order, actors.get(order.id))),
    ...ids(state.lines, changes.lines).map((line) =>
      linePromised(state, line, changes.reduced.has(line.id), actors.get(line.orderId)),
    ),
    ...ids(state.cells, changes.cells).map((cell) => quotaSpent(state, cell)),
    ...[...changes.allocations.values()].flatMap((allocation) => allocationEvents(state, allocation, changes)),
    ...ids(state.lots, changes.lots)
      .filter(isWhole)
      .map((lot) => lotBalance(state, lot)),
    ...changes.lotRequests.map((decided) => lotRequestDecided(state, decided)),
    ...changes.merges.map((outcome) => mergeDecided(state, outcome)),
    ...shipmentEvents(state, changes),
    ...changes.runs.flatMap((run) => runEvents(state, run)),
  ];
}
