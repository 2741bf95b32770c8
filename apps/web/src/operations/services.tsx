import { useServices, type ServiceState } from '../api/services.js';
import type { Waiting } from '../api/types.js';
import type { Say } from '../words/say.js';

/** Below it nothing is amiss: events go out within a second of one another. */
export const LATE_SECONDS = 10;

interface Props {
  readonly origin: string;
  readonly say: Say;
}

/** What waits or stands still in each service, for whoever looks after the installation. */
export function Services({ origin, say }: Props) {
  const states = useServices();
  const { words } = say;
  return (
    <section class="services" aria-labelledby="services">
      <h3 id="services">{words.services.heading}</h3>
      <Summary states={states} say={say} />
      <ul class="plain">
        {states.map((state) => (
          <li key={state.service} class={isAmiss(state) ? 'mark unsold' : ''}>
            <b>{state.service}</b>: <Told state={state} origin={origin} say={say} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What follows from all four; nothing is said while one has still to answer and the others are well. */
function Summary({ states, say }: { readonly states: readonly ServiceState[]; readonly say: Say }) {
  const { services } = say.words;
  const amiss = states.filter(isAmiss).map(({ service }) => service);
  if (amiss.length > 0) return <p class="mark unsold">{services.notAll(amiss.join(', '))}</p>;
  return states.some(({ told }) => told === undefined) ? null : <p>{services.allWell}</p>;
}

function isAmiss({ told }: ServiceState): boolean {
  if (told === undefined) return false;
  return told === 'silent' || told.standing.length > 0 || told.outbox.oldestSeconds >= LATE_SECONDS;
}

function Told({ state: { told }, origin, say }: Props & { readonly state: ServiceState }) {
  const { words } = say;
  if (told === undefined) return <>{words.services.asked}</>;
  if (told === 'silent') return <>{words.services.silent}</>;
  return (
    <>
      {outboxOf(told, say)}
      {told.outbox.failure === 'RECORD_TOO_LARGE' && ` ${words.health.tooLarge}`}
      {told.kept > 0 && ` ${words.services.kept(say.count(told.kept))}`}
      {told.standing.map(({ topic, partition, since, reason }) => (
        <p key={`${topic} ${String(partition)}`}>
          {words.health.standing(`${topic}/${String(partition)}`, say.moment(Date.parse(since), origin))}{' '}
          <small class="muted">{reason}</small>
        </p>
      ))}
    </>
  );
}

function outboxOf({ outbox, oldest }: Waiting, say: Say): string {
  const { words } = say;
  if (outbox.rows === 0) return words.services.allOut;
  const what = words.health.outbox(say.count(outbox.rows), say.count(outbox.oldestSeconds));
  return oldest === null ? what : `${what} ${words.services.oldest(oldest.type ?? oldest.eventId, oldest.topic)}`;
}
