import type { OrderStatus } from '#kernel/states.js';
import { openQuantity, type Line } from './line.js';

/** An order's state as its lines and its payments make it. A closed line that kept a bound quantity still counts as allocated. */
export function orderStatus(lines: readonly Line[], { owed, paid }: { owed: number; paid: number }): OrderStatus {
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const promised = sum((line) => line.promised);
  const closed = promised === 0 && lines.every((line) => line.status !== 'open');
  // A line that had expired before its order was cancelled stays so; the order was cancelled all the same.
  if (closed) return lines.some((line) => line.status === 'cancelled') ? 'cancelled' : 'expired';
  if (promised === 0) return 'promised-not-at-all';
  const accepted = sum((line) => line.accepted);
  if (accepted === promised) return paid >= owed ? 'settled' : 'received';
  if (sum((line) => line.dispatched) > 0) return 'dispatched';
  if (sum((line) => line.allocated) === promised) return 'allocated';
  return sum(openQuantity) === 0 ? 'promised-in-full' : 'promised-in-part';
}
