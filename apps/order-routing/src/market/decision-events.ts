import type { NewEvent } from '#platform/database/outbox.js';
import type { Changes } from '../domain/changes.js';
import type { MarketState } from '../domain/state.js';
import { allocationEvents } from './allocation-events.js';
import { linePromised, linesAccepted, orderChanged, orderReceived, quotaSpent } from './order-events.js';
import type { Actor } from './requests.js';
import { lotBalance, lotRequestDecided, runEvents } from './run-events.js';
import { shipmentEvents } from './shipment-events.js';

/** Who placed which order of this batch. */
export type Actors = Map<string, Actor>;

/**
 * The events of a batch, from what changed; counts the versions of what they are about up, so it runs once, before the
 * state is saved.
 */
export function decisionEvents(state: MarketState, changes: Changes, actors: Actors): NewEvent[] {
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
    ...[...changes.allocations.values()].flatMap((allocation) => allocationEvents(state, allocation)),
    ...ids(state.lots, changes.lots)
      .filter((lot) => lot.received === lot.chunks)
      .map((lot) => lotBalance(state, lot)),
    ...changes.lotRequests.map((decided) => lotRequestDecided(state, decided)),
    ...shipmentEvents(state, changes),
    ...changes.runs.flatMap((run) => runEvents(state, run)),
  ];
}
