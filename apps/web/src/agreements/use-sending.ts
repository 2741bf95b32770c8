import type { Problem } from '../api/client.js';
import { useSending as useSendingOf, type Sending } from '../parts/use-sending.js';
import { wordsOf } from '../words/words.js';
import type { Context } from './context.js';
import type { AgreementsWords } from './words-id.js';

/** Sends a step or an entry of an agreement's file; a refusal is said in the page's words. */
export function useSending({ words, changed, ended }: Context): Sending {
  return useSendingOf({
    refusal: ({ problem }) => refusalOf(problem, words),
    offline: words.sending.offline,
    changed,
    ended,
  });
}

/** A refusal in the page's words, and the service's own where there are none. */
function refusalOf({ code, detail, errors = [] }: Problem, { sending }: AgreementsWords): string {
  const parts = errors.map(({ pointer, message }) => {
    const field = pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
    return wordsOf(sending.fields, field) ?? `${field} ${message}`;
  });
  const known = wordsOf(sending.refused, code);
  // The file itself shows what a guard misses.
  if (code === 'GUARD_NOT_MET' && known !== undefined) return known;
  return [known ?? detail ?? code, ...new Set(parts)].join(' · ');
}
