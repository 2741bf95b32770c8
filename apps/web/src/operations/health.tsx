import type { Live } from '../api/live.js';
import type { Health, Unit } from '../api/types.js';
import type { Say } from '../words/say.js';
import { LATE_SECONDS, Services } from './services.js';

interface Props {
  readonly live: Live;
  readonly origin: string;
  readonly unit: Unit;
  /** Whoever looks after the installation is told by each service itself what waits there. */
  readonly watches: boolean;
  readonly say: Say;
}

/** How trustworthy the page is: the last run's proof, the lag, what failed. */
export function HealthPanel({ live: { summary, health, eventLag }, origin, unit, watches, say }: Props) {
  const { words } = say;
  const { run } = summary;
  const when = run ? say.moment(Date.parse(run.at), origin) : '';
  return (
    <section aria-labelledby="health">
      <h2 id="health">{words.health.heading}</h2>
      <ul class="plain">
        <li>
          {!run && words.health.noRun}
          {run && (run.outcome === 'failed' ? words.health.runFailed(when) : words.health.run(when, run.verified))}
          {run && run.gap > 0 && ` ${words.health.runGap(say.exact(run.gap, unit))}`}
        </li>
        <li>
          {eventLag === null && words.age.unknownLag}
          {eventLag === 0 && words.health.noLag}
          {eventLag !== null && eventLag > 0 && words.health.lag(say.count(eventLag))}
        </li>
        <li class={health.deadLetters.total > 0 ? 'mark unsold' : ''}>
          {health.deadLetters.total > 0 ? words.health.dead(say.count(health.deadLetters.total)) : words.health.noDead}
        </li>
        {!watches && <Waits health={health} origin={origin} say={say} />}
      </ul>
      {health.deadLetters.newest.length > 0 && (
        <ul class="plain muted">
          {health.deadLetters.newest.slice(0, 5).map(({ id, group, topic, code }) => (
            <li key={id}>
              {code} · {topic} · {group}
            </li>
          ))}
        </ul>
      )}
      {watches && <Services origin={origin} say={say} />}
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">{words.health.columns.topic}</th>
            <th scope="col" class="number">
              {words.health.columns.events}
            </th>
            <th scope="col">{words.health.columns.last}</th>
          </tr>
        </thead>
        <tbody>
          {health.topics.map(({ topic, events, lastEventAt }) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              <td class="number">{say.count(events)}</td>
              <td>{lastEventAt !== null && say.moment(Date.parse(lastEventAt), origin)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What stands still anywhere, as events tell it, and what does not go out here. */
function Waits({ health, origin, say }: { readonly health: Health; readonly origin: string; readonly say: Say }) {
  const { words } = say;
  return (
    <>
      {health.standing.length === 0 && <li>{words.health.noStanding}</li>}
      {health.standing.map(({ group, topic, partition, since }) => (
        <li key={`${group} ${topic} ${String(partition)}`} class="mark unsold">
          {words.health.standing(`${group} · ${topic}/${String(partition)}`, say.moment(Date.parse(since), origin))}
        </li>
      ))}
      {health.outbox.oldestSeconds >= LATE_SECONDS && (
        <li class="mark unsold">
          {words.health.outbox(say.count(health.outbox.rows), say.count(health.outbox.oldestSeconds))}
          {health.outbox.failure === 'RECORD_TOO_LARGE' && ` ${words.health.tooLarge}`}
        </li>
      )}
    </>
  );
}
