import type { Order } from '../api/types.js';
import type { IntakeWords } from './words-id.js';

/** How far an order has come, in five steps. */
export function Track({ order, words }: { readonly order: Order; readonly words: IntakeWords }) {
  const done = stepsDone(order);
  return (
    <ol class="track-steps">
      {words.orders.steps.map((step, index) => (
        <li key={step} class={index < done ? 'done' : undefined} aria-current={index === done - 1 ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}

/** Ordered, promised, bound, shipped, received: each once all that the order was promised has come so far. */
function stepsDone({ status, lines }: Order): number {
  if (status === 'received' || status === 'settled') return 5;
  if (status === 'dispatched') return 4;
  const promised = sum(lines.map((line) => line.promised));
  if (promised === 0) return 1;
  return sum(lines.map((line) => line.bound)) >= promised ? 3 : 2;
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
