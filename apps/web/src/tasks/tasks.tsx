import { useState } from 'preact/hooks';
import { may } from '../api/rights.js';
import type { Task, TaskCount, User } from '../api/types.js';
import { CopyButton } from '../parts/copy-button.js';
import { lazy } from '../parts/lazy.js';
import type { Say } from '../words/say.js';
import { deadlineOf, messageOf, referenceOf, sentenceOf } from './task-text.js';
import { wayOf } from './task-way.js';
import { RunNow } from './run-now.js';

interface Props {
  readonly tasks: readonly Task[];
  readonly counts: readonly TaskCount[];
  readonly say: Say;
  readonly acting: Acting;
}

/** Who has the tasks, and what becomes of what is done. */
export interface Acting {
  readonly user: User | undefined;
  /** What is shown may be old now. */
  readonly changed: () => void;
  readonly ended: () => void;
}

/** Shown until all are asked for: the answer and its picture come first. */
const MOST_URGENT = 3;

/** What whoever is signed in has to do, with deadlines. */
export function Tasks({ tasks, counts, say, acting }: Props) {
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
          <TaskItem key={task.id} task={task} say={say} acting={acting} />
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

interface ItemProps {
  readonly task: Task;
  readonly say: Say;
  readonly acting: Acting;
}

const OrderActPanel = lazy(async () => (await import('../orders/order-panel.js')).OrderActPanel);

function TaskItem({ task, say, acting }: ItemProps) {
  const [open, setOpen] = useState(false);
  const { words } = say;
  const way = wayOf(task, acting.user);
  const facts = [deadlineOf(task, say), referenceOf(task, say)];
  const { origin, partner, subject } = task;
  return (
    <li class={task.overdue ? 'late' : ''}>
      <span>{sentenceOf(task, say)}</span>
      <span class="facts">
        {facts[0] !== undefined && <span class={task.overdue ? 'mark unsold' : 'mark waiting'}>{facts[0]}</span>}
        {facts[1] !== undefined && (
          <small title={subject.id}>
            {way && 'href' in way ? (
              <a href={way.href}>{facts[1]}</a>
            ) : task.order !== null && may(acting.user, 'orders:read') ? (
              <a href={`/pesanan#${task.order}`}>{facts[1]}</a>
            ) : (
              facts[1]
            )}
          </small>
        )}
        {way && 'act' in way && way.act !== 'run' && (
          <button
            type="button"
            class="quiet"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? words.tasks.acts.close : words.tasks.acts[way.act]}
          </button>
        )}
        {way && 'act' in way && way.act === 'run' && <RunNow origin={way.origin} say={say} {...acting} />}
        {way && 'href' in way && subject.type === 'service' && <a href={way.href}>{words.tasks.acts.open}</a>}
        <CopyButton
          text={() => messageOf(task, say, location.origin)}
          label={words.tasks.copy}
          copied={words.tasks.copied}
          failed={words.tasks.notCopied}
        />
      </span>
      {open && way && 'order' in way && (
        <div class="task-act">
          <OrderActPanel
            act={way.act}
            id={way.order}
            task={{ shipment: subject.id, origin: origin ?? '', partner: partner ?? '' }}
            say={say}
            {...acting}
          />
        </div>
      )}
    </li>
  );
}
