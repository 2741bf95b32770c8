import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/producer-registry.js';
import { get } from '../api/client.js';
import { ActForm } from '../forms/act-form.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Acting } from './acting.js';

type Policy = components['schemas']['RegistryPolicy'];

/** Whether goods of producers that are not verified are sold: said as it is, and changed with its cost before one's eyes. */
export function SelfDeclared({ say, words, changed, ended }: Acting) {
  const { selfDeclared } = words.records;
  const [policy, setPolicy] = useState<Policy>();
  const [attempt, failed] = useAttempt(words.offline, ended);
  const load = useCallback(() => {
    attempt(get<Policy>('/api/registry/policy').then(setPolicy));
  }, [attempt]);
  useEffect(load, [load]);
  const other = policy?.selfDeclared === 'held' ? 'sold' : 'held';
  return (
    <section aria-labelledby="self-declared">
      <h2 id="self-declared">{selfDeclared.heading}</h2>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {policy && (
        <>
          <p>
            {selfDeclared.now[policy.selfDeclared]} {selfDeclared.waiting(say.count(policy.drafts))}
          </p>
          <ActForm
            key={policy.selfDeclared}
            draft="self-declared"
            send={other === 'held' ? selfDeclared.hold : selfDeclared.sell}
            say={say}
            call={() => ({ path: '/api/registry/policy', method: 'PUT', body: { selfDeclared: other } })}
            check={() => (other === 'held' ? <p>{selfDeclared.holds}</p> : undefined)}
            ended={ended}
            done={() => {
              load();
              changed();
            }}
          >
            {null}
          </ActForm>
        </>
      )}
    </section>
  );
}
