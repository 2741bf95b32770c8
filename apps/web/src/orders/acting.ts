import type { User } from '../api/types.js';
import type { Say } from '../words/say.js';
import type { OrdersWords } from './words-id.js';

/** What everything needs that does something with an order. */
export interface Acting {
  readonly user: User | undefined;
  readonly say: Say;
  readonly words: OrdersWords;
  /** Business instant. */
  readonly now: number;
  /** What is shown may be old now. */
  readonly changed: () => void;
  readonly ended: () => void;
}
