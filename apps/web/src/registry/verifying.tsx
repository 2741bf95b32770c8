import { useCallback, useEffect, useState } from 'preact/hooks';
import { get } from '../api/client.js';
import { ActForm } from '../forms/act-form.js';
import { chosenIn, textIn, textsIn, type Filled } from '../forms/filled.js';
import { CheckList, LinesInput, TextInput } from '../forms/named-fields.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Acting } from './acting.js';
import type { Producer, Producers } from './data.js';

/** So many are looked through at once. */
const SHOWN = 100;

/** Producers that wait to be verified, many at once. */
export function Verifying({ say, words, changed, ended }: Acting) {
  const { verifying } = words.records;
  const [waiting, setWaiting] = useState<readonly Producer[]>();
  const [done, setDone] = useState(0);
  const [attempt, failed] = useAttempt(words.offline, ended);
  const load = useCallback(() => {
    attempt(
      get<Producers>(`/api/registry/producers?status=draft&limit=${String(SHOWN)}`).then(({ items }) => {
        setWaiting(items);
      }),
    );
  }, [attempt]);
  useEffect(load, [load]);
  const call = (filled: Filled) => {
    const ids = (waiting ?? []).map(({ id }) => id);
    const producers = chosenIn(filled, 'producers', ids);
    const references = (textIn(filled, 'references') ?? '').split(/[\n;,\t]+/).flatMap((each) => each.trim() || []);
    if (producers.length + references.length === 0) {
      return { faults: [{ field: 'references', message: verifying.nothing }] };
    }
    const body = { producers, references, ...textsIn(filled, ['evidence']) };
    return { path: '/api/registry/producers/verifications', body };
  };
  return (
    <section aria-labelledby="verifying">
      <h2 id="verifying">{verifying.heading}</h2>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <div role="status">{done > 0 && <p class="mark sold">{verifying.done}</p>}</div>
      {waiting?.length === 0 && <p class="muted">{verifying.none}</p>}
      {waiting !== undefined && waiting.length > 0 && (
        <ActForm
          key={done}
          draft="verifying"
          send={verifying.send}
          say={say}
          call={call}
          ended={ended}
          done={() => {
            setDone(done + 1);
            load();
            changed();
          }}
        >
          <TextInput label={verifying.evidence} hint={verifying.evidenceHint} name="evidence" maxLength={200} />
          <LinesInput label={verifying.list} hint={verifying.listHint} name="references" />
          <CheckList
            legend={verifying.heading}
            name="producers"
            choices={waiting.map(({ id, name, kind, village }) => [id, `${name} · ${words.kinds[kind]} · ${village}`])}
          />
        </ActForm>
      )}
    </section>
  );
}
