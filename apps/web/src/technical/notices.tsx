import type { components } from '#clients/operations-dashboard.js';
import { ActForm } from '../forms/act-form.js';
import { textsIn } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { TextInput } from '../forms/named-fields.js';
import { SureButton } from '../parts/sure-button.js';
import type { Technical } from './acting.js';
import { useList } from './use-list.js';

type Recipient = components['schemas']['RecipientView'];

/** Who is sent the new tasks of one's role by email. */
export function Notices(technical: Technical) {
  const { region, say, words, ended } = technical;
  const { notices } = words;
  const { items, again, sending, failed } = useList<Recipient>('/api/operations/notice-recipients', technical);
  const when = (instant: string): string => say.moment(Date.parse(instant), region);
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{notices.heading}</h2>
      <p class="muted">{notices.hint}</p>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <ul class="plain">
        {items.map(({ id, address, sentAt, refusedAt }) => (
          <li key={id} class="with-acts">
            <span>
              <b>{address}</b>
              {sentAt !== null && ` · ${notices.sent(when(sentAt))}`}
              {refusedAt !== null && <span class="mark unsold"> {notices.refused(when(refusedAt))}</span>}
            </span>
            <SureButton
              label={notices.remove}
              sure={words.sure}
              act={() => void sending.send(`/api/operations/notice-recipients/${id}`, {}, 'DELETE')}
            />
          </li>
        ))}
      </ul>
      <Fold label={notices.add} draft="notice" done={notices.done}>
        {(close) => (
          <ActForm
            draft="notice"
            send={notices.send}
            say={say}
            call={(filled) => ({ path: '/api/operations/notice-recipients', body: textsIn(filled, ['address']) })}
            ended={ended}
            done={() => {
              close();
              again();
            }}
          >
            <TextInput
              label={notices.address}
              name="address"
              type="email"
              required
              hint={notices.addressHint}
              maxLength={254}
            />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}
