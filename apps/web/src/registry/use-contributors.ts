import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Attempt } from '../parts/use-attempt.js';
import { useLatest } from '../parts/use-latest.js';
import type { Producer } from './data.js';
import { loadMembers, loadRepeated } from './statement-data.js';
import type { Contributor, Figures } from './statement-figures.js';

/** More rows than these at once make a page slow; the others are sent as they are. */
const ROWS_SHOWN = 50;

export interface Contributors {
  readonly rows: readonly Contributor[];
  /** How many of the rows are shown. */
  readonly shown: number;
  /** Shows more of them; absent: all are shown. */
  readonly more: (() => void) | undefined;
}

/**
 * Who may have stock that a seller states, a part of them at a time.
 *
 * @param repetition id of what is changed; undefined: a statement of its own
 * @param repeated is told what repeats of each of them
 */
export function useContributors(
  { id, kind, name }: Producer,
  repetition: string | undefined,
  attempt: Attempt,
  repeated: (contributions: readonly (Contributor & Figures)[]) => void,
): Contributors {
  const [rows, setRows] = useState<readonly Contributor[]>([]);
  const [shown, setShown] = useState(ROWS_SHOWN);
  const [next, setNext] = useState<string>();
  const tellRepeated = useLatest(repeated);
  const load = useCallback(
    async (cursor?: string) => {
      if (repetition !== undefined) {
        const contributions = await loadRepeated(repetition);
        setRows(contributions);
        tellRepeated(contributions);
        return;
      }
      const members = await loadMembers({ id, kind, name }, cursor);
      setRows((before) => (cursor === undefined ? members.items : [...before, ...members.items]));
      setNext(members.next);
    },
    [id, kind, name, repetition, tellRepeated],
  );
  useEffect(() => {
    attempt(load());
  }, [attempt, load]);
  const more = () => {
    setShown(shown + ROWS_SHOWN);
    if (next !== undefined) attempt(load(next));
  };
  return { rows, shown, more: next !== undefined || rows.length > shown ? more : undefined };
}
