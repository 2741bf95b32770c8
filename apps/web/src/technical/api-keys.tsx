import { useState } from 'preact/hooks';
import type { components } from '#clients/order-routing.js';
import { ActForm } from '../forms/act-form.js';
import { textsIn } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { TextInput } from '../forms/named-fields.js';
import { SureButton } from '../parts/sure-button.js';
import type { Technical } from './acting.js';
import { Secret } from './secret.js';
import { useList } from './use-list.js';

type Schemas = components['schemas'];

const PATH = '/api/orders/api-keys';

/** Keys with which a region's own systems order. */
export function ApiKeys(technical: Technical) {
  const { region, say, words, ended } = technical;
  const { keys } = words;
  const { items, again, sending, failed } = useList<Schemas['ApiKeyView']>(PATH, technical);
  const [issued, setIssued] = useState<Schemas['IssuedApiKey']>();
  const when = (instant: string): string => say.moment(Date.parse(instant), region);
  return (
    <section aria-labelledby="api-keys">
      <h3 id="api-keys">{keys.heading}</h3>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {items.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="plain">
        {items.map(({ id, system, lastUsedAt, revokedAt }) => (
          <li key={id} class="with-acts">
            <span>
              <b>{system}</b> ·{' '}
              {revokedAt !== null
                ? keys.revoked(when(revokedAt))
                : lastUsedAt === null
                  ? keys.unused
                  : keys.used(when(lastUsedAt))}
            </span>
            {revokedAt === null && (
              <SureButton
                label={keys.revoke}
                sure={words.sure}
                act={() => void sending.send(`/api/orders/api-keys/${id}`, {}, 'DELETE')}
              />
            )}
          </li>
        ))}
      </ul>
      {issued && <Secret secret={issued.key} words={words} />}
      <Fold label={keys.add} draft="api-key" done={keys.done}>
        {(close) => (
          <ActForm
            draft="api-key"
            send={keys.send}
            say={say}
            call={(filled) => ({ path: '/api/orders/api-keys', body: textsIn(filled, ['system']) })}
            ended={ended}
            done={(answer) => {
              setIssued(answer as Schemas['IssuedApiKey']);
              close();
              again();
            }}
          >
            <TextInput label={keys.system} name="system" required hint={keys.systemHint} maxLength={60} />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}
