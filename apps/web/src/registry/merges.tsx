import type { components } from '#clients/producer-registry.js';
import { get } from '../api/client.js';
import { useUndecided } from '../parts/use-undecided.js';
import type { Acting } from './acting.js';

type Merge = components['schemas']['MergeView'];

const SHOWN = 10;
const MARKS = { asked: 'waiting', done: 'sold', refused: 'unsold' } as const satisfies Record<Merge['state'], string>;

interface Props extends Pick<Acting, 'words' | 'changed' | 'ended'> {
  /** Counts up with each merge that is asked for. */
  readonly asked: number;
}

/** The latest merges that were asked for, and what became of them. */
export function Merges({ asked, words, changed, ended }: Props) {
  const { merges } = words.records;
  const { items: shown, failed } = useUndecided({ find, asked, isUndecided, changed, offline: words.offline, ended });

  if (failed !== undefined) return <p class="mark unsold">{failed}</p>;
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{merges.heading}</h3>
      <ul class="plain" aria-live="polite">
        {shown.map(({ id, duplicateName, keepName, state, reason }) => (
          <li key={id}>
            {merges.pair(duplicateName, keepName)}
            {' · '}
            <span class={`mark ${MARKS[state]}`}>
              {reason === null ? merges.states[state] : merges.reasons[reason]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function isUndecided({ state }: Merge): boolean {
  return state === 'asked';
}

async function find(): Promise<readonly Merge[]> {
  const { items } = await get<{ items: Merge[] }>(`/api/registry/merges?limit=${String(SHOWN)}`);
  return items;
}
