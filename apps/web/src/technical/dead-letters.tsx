import { useState } from 'preact/hooks';
import type { components } from '#clients/order-routing.js';
import { SERVICE_PATHS, type ServiceName } from '../api/away.js';
import { SureButton } from '../parts/sure-button.js';
import type { Technical } from './acting.js';
import { useList } from './use-list.js';

type DeadLetter = components['schemas']['DeadLetterView'];

/** Events that a service could not process: what each is, and whether it is tried again or given up. */
export function DeadLetters(technical: Technical) {
  const { words } = technical;
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{words.dead.heading}</h2>
      {(Object.keys(SERVICE_PATHS) as ServiceName[]).map((service) => (
        <OfService key={service} service={service} {...technical} />
      ))}
    </section>
  );
}

function OfService({ service, ...technical }: Technical & { readonly service: ServiceName }) {
  const { words, say, region } = technical;
  const { dead } = words;
  const at = `${SERVICE_PATHS[service]}/dead-letters`;
  const { items, sending, failed } = useList<DeadLetter>(`${at}?state=dead&limit=50`, technical);
  const [open, setOpen] = useState<string>();
  return (
    <>
      <h3>{say.words.away.services[service]}</h3>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {items.length === 0 && failed === undefined && <p class="muted">{dead.none}</p>}
      <ul class="plain">
        {items.map((letter) => (
          <li key={letter.id}>
            <b>{letter.code}</b> · {dead.event(letter.subject, letter.topic)} ·{' '}
            {say.moment(Date.parse(letter.recordedAt), region)}
            {letter.parked > 0 && <span class="mark unsold"> {dead.parked(say.count(letter.parked))}</span>}
            {open === letter.id && <pre class="preview">{JSON.stringify(letter, null, 2)}</pre>}
            <p class="actions">
              <button
                type="button"
                class="quiet"
                aria-expanded={open === letter.id}
                onClick={() => {
                  setOpen(open === letter.id ? undefined : letter.id);
                }}
              >
                {open === letter.id ? dead.hide : dead.preview}
              </button>
              <button
                type="button"
                class="quiet"
                disabled={sending.busy}
                onClick={() => void sending.send(`${SERVICE_PATHS[service]}/dead-letters/${letter.id}/replay`, {})}
              >
                {dead.replay}
              </button>
              <SureButton
                label={dead.discard}
                sure={dead.discardSure}
                act={() => void sending.send(`${SERVICE_PATHS[service]}/dead-letters/${letter.id}/discard`, {})}
              />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
