import { useCallback, useEffect, useState } from 'preact/hooks';
import { get } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending, type Sending } from '../parts/use-sending.js';
import type { Technical } from './acting.js';

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly again: () => void;
  /** Of acts on its items; the list is read anew after each. */
  readonly sending: Sending;
  /** Why it could not be read, or an act was not taken. */
  readonly failed: string | undefined;
}

/** A list that a path gives, and acts on what is in it. */
export function useList<Item>(path: string, { say, ended }: Pick<Technical, 'say' | 'ended'>): Listed<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const { offline } = say.words.forms;
  const [attempt, unread] = useAttempt(offline, ended);
  const again = useCallback(() => {
    attempt(
      get<{ items: Item[] }>(path).then((answer) => {
        setItems(answer.items);
      }),
    );
  }, [attempt, path]);
  useEffect(again, [again]);
  const sending = useSending({ refusal: refusalText, offline, changed: again, ended });
  return { items, again, sending, failed: sending.failed ?? unread };
}
