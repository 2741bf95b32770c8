import { useCallback, useEffect, useState } from 'preact/hooks';
import { useAttempt } from './use-attempt.js';
import { useLatest } from './use-latest.js';

/** Another service decides, and most of the time at once. */
const POLL_MS = 1_500;

interface Asked<Item> {
  /** The same as long as it asks for the same. */
  readonly find: () => Promise<readonly Item[]>;
  /** Counts up with whatever was asked since: it is looked for at once. */
  readonly asked?: number;
  readonly isUndecided: (item: Item) => boolean;
  /** Told when nothing waits any more. */
  readonly changed: () => void;
  readonly offline: string;
  readonly ended: () => void;
}

/** What was asked of another service, looked at again while some of it is not decided; and why it cannot be shown. */
export function useUndecided<Item>({ find, asked, isUndecided, changed, offline, ended }: Asked<Item>): {
  readonly items: readonly Item[];
  readonly failed: string | undefined;
} {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [attempt, failed] = useAttempt(offline, ended);
  const look = useCallback(async () => {
    const found = await find();
    setItems(found);
    return found;
  }, [find]);
  useEffect(() => {
    attempt(look());
  }, [attempt, look, asked]);
  const looked = useLatest((found: readonly Item[]) => {
    if (!found.some(isUndecided)) changed();
  });
  const waits = items.some(isUndecided);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      attempt(look().then(looked));
    }, POLL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [attempt, look, looked, waits]);
  return { items, failed };
}
