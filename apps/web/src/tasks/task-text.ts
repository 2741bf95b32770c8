import type { Task } from '../api/types.js';
import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';

const REFERENCE_LENGTH = 6;

/** What is to be done, in one sentence. */
export function sentenceOf(task: Task, say: Say): string {
  const { kinds, nextSteps } = say.words.tasks;
  const { commodity, quantity, unit, amount, detail, kind } = task;
  const goods =
    quantity === null || unit === null ? '' : `${say.exact(quantity, unit)} ${say.commodity(commodity ?? '')}`;
  const parts = {
    partner: task.partner === null ? '' : say.region(task.partner),
    goods,
    amount: `Rp${say.count(amount ?? 0)}`,
    count: say.count(task.count),
    detail:
      kind === 'agreement-next-step'
        ? (wordsOf(nextSteps, detail ?? '') ?? '')
        : task.subject.type === 'service'
          ? `${task.subject.id}, ${detail ?? ''}`
          : say.certificate(detail ?? ''),
  };
  return wordsOf(kinds, kind)?.(parts) ?? kind;
}

/** By when, or since when it is too late; undefined where there is no such instant. */
export function deadlineOf({ deadline, calendar, overdue }: Task, say: Say): string | undefined {
  if (deadline === null) return undefined;
  const when = say.deadline(Date.parse(deadline), calendar);
  return overdue ? say.words.tasks.late(when) : say.words.tasks.until(when);
}

/** By what people find it again, its order where it is of one; a service goes by its name. */
export function referenceOf({ subject, order }: Task, say: Say): string | undefined {
  if (subject.type === 'service') return undefined;
  return say.words.tasks.reference((order ?? subject.id).slice(-REFERENCE_LENGTH));
}

/** To be sent on: what, by when, which one, and where. Regions, goods and figures only, so that no person is named. */
export function messageOf(task: Task, say: Say, address: string): string {
  const { heading } = say.words.tasks;
  const facts = [deadlineOf(task, say), referenceOf(task, say)].filter((fact) => fact !== undefined).join(', ');
  return `*Serap: ${heading}*\n${sentenceOf(task, say)}${facts === '' ? '' : `\n(${facts})`}\n${address}`;
}
