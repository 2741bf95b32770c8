import { useState } from 'preact/hooks';
import type { Task, TaskCount } from '../api/types.js';
import { CopyButton } from '../parts/copy-button.js';
import type { Say } from '../words/say.js';
import { deadlineOf, messageOf, referenceOf, sentenceOf } from './task-text.js';

interface Props {
  readonly tasks: readonly Task[];
  readonly counts: readonly TaskCount[];
  readonly say: Say;
}

/** Shown until all are asked for: the answer and its picture come first. */
const MOST_URGENT = 3;

/** What whoever is signed in has to do, with deadlines. */
export function Tasks({ tasks, counts, say }: Props) {
  const [all, setAll] = useState(false);
  const { words } = say;
  const total = counts.reduce((sum, count) => sum + count.tasks, 0);
  const overdue = counts.reduce((sum, count) => sum + count.overdue, 0);
  const shown = all ? tasks : tasks.slice(0, MOST_URGENT);
  return (
    <section class="tasks" aria-labelledby="tasks">
      <h2 id="tasks">
        {words.tasks.heading}
        {total > 0 && <span class="count">{say.count(total)}</span>}
        {overdue > 0 && <span class="mark unsold">{words.tasks.overdue(say.count(overdue))}</span>}
      </h2>
      {total === 0 && <p class="muted">{words.tasks.none}</p>}
      <ol class="plain">
        {shown.map((task) => (
          <TaskItem key={task.id} task={task} say={say} />
        ))}
      </ol>
      <p class="actions">
        {total > MOST_URGENT && (
          <button
            type="button"
            class="link"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? words.tasks.fewer : words.tasks.more(say.count(total))}
          </button>
        )}
        {total > 0 && (
          <a class="link" href="/api/operations/tasks?format=xlsx">
            {words.tasks.file}
          </a>
        )}
      </p>
    </section>
  );
}

function TaskItem({ task, say }: { readonly task: Task; readonly say: Say }) {
  const { words } = say;
  const facts = [deadlineOf(task, say), referenceOf(task, say)];
  return (
    <li class={task.overdue ? 'late' : ''}>
      <span>{sentenceOf(task, say)}</span>
      <span class="facts">
        {facts[0] !== undefined && <span class={task.overdue ? 'mark unsold' : 'mark waiting'}>{facts[0]}</span>}
        {facts[1] !== undefined && (
          <small title={task.subject.id}>
            {task.subject.type === 'agreement' ? <a href={`/kerja-sama#${task.subject.id}`}>{facts[1]}</a> : facts[1]}
          </small>
        )}
        <CopyButton
          text={() => messageOf(task, say, location.origin)}
          label={words.tasks.copy}
          copied={words.tasks.copied}
          failed={words.tasks.notCopied}
        />
      </span>
    </li>
  );
}
