import { zoneOf } from '#kernel/region-code.js';
import type { Task, TaskKind } from '../domain/tasks.js';
import { KIND_WORDS } from './words.js';

type Language = 'id' | 'en';

const WORDS = {
  id: {
    locale: 'id-ID',
    heading: (tasks: number) => `Ada ${String(tasks)} hal baru yang perlu Anda tindak lanjuti:`,
    first: 'paling dekat',
    overdue: 'lewat batas',
    open: 'Daftar lengkap dengan batas waktunya',
  },
  en: {
    locale: 'en-GB',
    heading: (tasks: number) =>
      tasks === 1 ? 'There is 1 new thing to do:' : `There are ${String(tasks)} new things to do:`,
    first: 'the first by',
    overdue: 'overdue',
    open: 'The whole list with its deadlines',
  },
} as const;

/**
 * A notice of new tasks: how many of each kind, and the nearest deadline. In Indonesian with English below. It names no
 * person, and nothing by which one is found: a mailbox is not ours to protect.
 *
 * @param tasks at least one, the most urgent first
 * @param pagesUrl where the list is
 */
export function digestOf(tasks: readonly Task[], pagesUrl: string): { subject: string; text: string } {
  const subject = `Serap: ${String(tasks.length)} perlu tindakan / to do`;
  const text = (['id', 'en'] as const).map((language) => part(tasks, language, pagesUrl)).join('\n\n--\n\n');
  return { subject, text: `${text}\n` };
}

function part(tasks: readonly Task[], language: Language, pagesUrl: string): string {
  const words = WORDS[language];
  const kinds = new Map<TaskKind, Task[]>();
  for (const task of tasks) kinds.set(task.kind, [...(kinds.get(task.kind) ?? []), task]);
  const lines = [...kinds].map(
    ([kind, of]) => `- ${KIND_WORDS[kind][language]}: ${String(of.length)}${when(of, language)}`,
  );
  return `${words.heading(tasks.length)}\n\n${lines.join('\n')}\n\n${words.open}: ${pagesUrl}`;
}

/** " (paling dekat 20 Maret 2019, lewat batas 1)" */
function when(tasks: readonly Task[], language: Language): string {
  const words = WORDS[language];
  const next = tasks.find(({ deadline, overdue }) => deadline !== null && !overdue);
  const overdue = tasks.filter((task) => task.overdue).length;
  const facts = [
    ...(next?.deadline ? [`${words.first} ${dayOf(next.deadline, next.calendar, words.locale)}`] : []),
    ...(overdue > 0 ? [`${words.overdue}: ${String(overdue)}`] : []),
  ];
  return facts.length > 0 ? ` (${facts.join(', ')})` : '';
}

/** The day in which the deadline's last moment lies: midnight ends the day before it. */
function dayOf(deadline: string, region: string, locale: string): string {
  const last = new Date(Date.parse(deadline) - 1);
  return last.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zoneOf(region) });
}
