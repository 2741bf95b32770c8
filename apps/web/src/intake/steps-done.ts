import type { Order } from '../api/types.js';
import { sum } from '../parts/sum.js';

/** Ordered, promised, bound, shipped, received: each once all that the order was promised has come so far. */
export function stepsDone({ status, lines }: Pick<Order, 'status' | 'lines'>): number {
  if (status === 'received' || status === 'settled') return 5;
  if (status === 'dispatched') return 4;
  const promised = sum(lines.map((line) => line.promised));
  if (promised === 0) return 1;
  return sum(lines.map((line) => line.bound)) >= promised ? 3 : 2;
}
