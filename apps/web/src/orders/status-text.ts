import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';

/** In words; a state that is newer than these pages goes by its code. */
export function statusText(status: string, { words }: Say): string {
  return wordsOf(words.orders.statuses, status) ?? status;
}
