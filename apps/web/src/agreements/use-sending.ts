import { useRef, useState } from 'preact/hooks';
import { post, Refused, SignedOut, type Problem } from '../api/client.js';
import type { Context } from './context.js';
import type { AgreementsWords } from './words.js';

export interface Sending {
  readonly busy: boolean;
  /** What to do next, when it was refused or did not get through. */
  readonly failed: string | undefined;
  /** @returns whether it was recorded */
  readonly send: (path: string, body: object) => Promise<boolean>;
}

/** Sends a step or an entry; the same one sent again after a lost answer has its effect once. */
export function useSending({ words, changed, ended }: Context): Sending {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const attempt = useRef({ text: '', key: '' });

  const send = async (path: string, body: object): Promise<boolean> => {
    const text = JSON.stringify([path, body]);
    if (attempt.current.text !== text) attempt.current = { text, key: crypto.randomUUID() };
    setBusy(true);
    setFailed(undefined);
    try {
      await post(path, body, attempt.current.key);
      attempt.current = { text: '', key: '' };
      changed();
      return true;
    } catch (error) {
      if (error instanceof SignedOut) ended();
      else if (error instanceof Refused) {
        // Decided: the same body again is another attempt. What is shown may be old, so it is read anew.
        attempt.current = { text: '', key: '' };
        setFailed(refusalOf(error.problem, words));
        changed();
      } else setFailed(words.sending.offline);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, send };
}

/** A refusal in the page's words, and the service's own where there are none. */
function refusalOf({ code, detail, errors = [] }: Problem, { sending }: AgreementsWords): string {
  const parts = errors.map(({ pointer, message }) => {
    const field = pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
    return sending.fields[field] ?? `${field} ${message}`;
  });
  const known = sending.refused[code];
  // The file itself shows what a guard misses.
  if (code === 'GUARD_NOT_MET' && known !== undefined) return known;
  return [known ?? detail ?? code, ...new Set(parts)].join(' · ');
}
