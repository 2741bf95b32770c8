import type { Order } from '../api/types.js';
import { stepsDone } from './steps-done.js';
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
