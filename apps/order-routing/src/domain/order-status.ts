import type { Line, OrderStatus } from './state.js';

/** An order's state as its lines make it. A closed line that kept a bound quantity still counts as allocated. */
export function orderStatus(lines: readonly Line[]): OrderStatus {
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const promised = sum((line) => line.promised);
  if (promised === 0 && lines.every((line) => line.status === 'cancelled')) return 'cancelled';
  if (promised === 0 && lines.every((line) => line.status !== 'open')) return 'expired';
  if (promised === 0) return 'promised-not-at-all';
  if (sum((line) => line.allocated) === promised) return 'allocated';
  return promised === sum((line) => line.wanted) ? 'promised-in-full' : 'promised-in-part';
}
