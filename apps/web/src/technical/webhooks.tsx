import { useState } from 'preact/hooks';
import type { components } from '#clients/order-routing.js';
import { ActForm } from '../forms/act-form.js';
import { chosenIn, textIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { CheckList, TextInput } from '../forms/named-fields.js';
import { SureButton } from '../parts/sure-button.js';
import type { Sending } from '../parts/use-sending.js';
import { wordsOf } from '../words/words.js';
import type { Technical } from './acting.js';
import { Secret } from './secret.js';
import { useList } from './use-list.js';

type Schemas = components['schemas'];
type Webhook = Schemas['WebhookView'];

/** Type of a delivery that tells of no order. */
const PING = 'serap.webhook.ping.v1';
const GROUPS = ['order', 'promise', 'allocation', 'shipment', 'settlement'] as const;

/** Addresses at which a region's own systems hear what becomes of its orders. */
export function Webhooks(technical: Technical) {
  const { say, words, ended } = technical;
  const { webhooks } = words;
  const { items, again, sending, failed } = useList<Webhook>('/api/orders/webhooks', technical);
  const [secret, setSecret] = useState<string | null>();
  const [pinged, setPinged] = useState<string>();
  const call = (filled: Filled) => {
    const events = chosenIn(filled, 'events', GROUPS);
    const body = { url: textIn(filled, 'url') ?? '', ...(events.length === 0 ? {} : { events }) };
    return { path: '/api/orders/webhooks', body };
  };
  const rotate = async (id: string): Promise<void> => {
    const answer = await sending.send<Schemas['RotatedSecret']>(`/api/orders/webhooks/${id}/secret`, {});
    if (answer) setSecret(answer.secret);
  };
  return (
    <section aria-labelledby="webhooks">
      <h3 id="webhooks">{webhooks.heading}</h3>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {items.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="plain">
        {items.map((webhook) => (
          <li key={webhook.id}>
            <Standing webhook={webhook} words={words} say={say} />
            <Acts
              webhook={webhook}
              sending={sending}
              rotate={() => void rotate(webhook.id)}
              pinged={() => {
                setPinged(webhook.id);
              }}
              words={words}
            />
            <small role="status">{pinged === webhook.id ? webhooks.pinged : ''}</small>
            <details>
              <summary>{webhooks.deliveries}</summary>
              <Deliveries webhook={webhook.id} {...technical} />
            </details>
          </li>
        ))}
      </ul>
      {secret !== undefined && <Secret secret={secret} words={words} />}
      <Fold label={webhooks.add} draft="webhook" done={webhooks.done}>
        {(close) => (
          <ActForm
            draft="webhook"
            send={webhooks.send}
            say={say}
            call={call}
            ended={ended}
            done={(answer) => {
              setSecret((answer as Schemas['RegisteredWebhook']).secret);
              close();
              again();
            }}
          >
            <TextInput label={webhooks.url} name="url" type="url" required hint={webhooks.urlHint} maxLength={500} />
            <CheckList
              legend={webhooks.events}
              name="events"
              choices={GROUPS.map((group) => [group, webhooks.groups[group]])}
            />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}

interface ActsProps extends Pick<Technical, 'words'> {
  readonly webhook: Webhook;
  readonly sending: Sending;
  readonly rotate: () => void;
  readonly pinged: () => void;
}

function Acts({ webhook: { id, state }, sending, rotate, pinged, words }: ActsProps) {
  const { webhooks } = words;
  return (
    <p class="actions">
      <button
        type="button"
        class="quiet"
        onClick={() => {
          const next = state === 'enabled' ? 'disabled' : 'enabled';
          void sending.send(`/api/orders/webhooks/${id}/state`, { state: next }, 'PUT');
        }}
      >
        {state === 'enabled' ? webhooks.disable : webhooks.enable}
      </button>
      {state === 'enabled' && (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void sending.send(`/api/orders/webhooks/${id}/ping`, {}).then((sent) => {
              if (sent) pinged();
            })
          }
        >
          {webhooks.ping}
        </button>
      )}
      <SureButton label={webhooks.secret} sure={words.sure} act={rotate} />
      <SureButton
        label={webhooks.remove}
        sure={words.sure}
        act={() => void sending.send(`/api/orders/webhooks/${id}`, {}, 'DELETE')}
      />
    </p>
  );
}

function Standing({
  webhook,
  words: { webhooks },
  say,
}: Pick<Technical, 'words' | 'say'> & { readonly webhook: Webhook }) {
  return (
    <>
      <b>{webhook.url}</b>{' '}
      <span class={`mark ${webhook.state === 'enabled' ? 'sold' : 'unsold'}`}>{webhooks.states[webhook.state]}</span>{' '}
      <small>
        {say.list(webhook.events.map((group) => webhooks.groups[group]))}
        {webhook.waiting > 0 && ` · ${webhooks.waiting(say.count(webhook.waiting))}`}
        {webhook.disabledBecause !== null && ` · ${webhook.disabledBecause}`}
      </small>
    </>
  );
}

function Deliveries({ webhook, ...technical }: Technical & { readonly webhook: string }) {
  const { region, say, words } = technical;
  const { webhooks } = words;
  const path = `/api/orders/webhooks/${webhook}/deliveries?limit=20`;
  const { items, sending, failed } = useList<Schemas['DeliveryView']>(path, technical);
  const [resent, setResent] = useState<string>();
  const resend = async (id: string): Promise<void> => {
    if (await sending.send(`/api/orders/webhooks/${webhook}/deliveries/${id}/resend`, {})) setResent(id);
  };
  return (
    <>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {items.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="plain">
        {items.map(({ id, type, attempts, statusCode, error, deliveredAt }) => (
          <li key={id} class="with-acts">
            <span>
              {type === PING ? webhooks.pingEvent : (wordsOf(say.words.orders.events, type) ?? type)} ·{' '}
              {deliveredAt === null
                ? [webhooks.tried(say.count(attempts)), statusCode, error].filter(Boolean).join(' · ')
                : webhooks.delivered(say.moment(Date.parse(deliveredAt), region))}
            </span>
            <button type="button" class="quiet" onClick={() => void resend(id)}>
              {webhooks.resend}
            </button>
            <small role="status">{resent === id ? webhooks.resent : ''}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
