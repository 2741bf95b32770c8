import type { Live } from '../api/live.js';
import type { Unit } from '../api/types.js';
import type { Say } from '../words/say.js';

/** Below it nothing is said: events go out within a second of one another. */
const LATE_SECONDS = 10;

interface Props {
  readonly live: Live;
  readonly origin: string;
  readonly unit: Unit;
  readonly say: Say;
}

/** How trustworthy the page is: the last run's proof, the lag, what failed. */
export function HealthPanel({ live: { summary, health, eventLag }, origin, unit, say }: Props) {
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
