import { capital } from '../words/letters.js';
import type { Say } from '../words/say.js';
import type { AgreementFile, AgreementView, Stage } from './data.js';
import type { AgreementsWords } from './words-id.js';

const ENDED = new Set<Stage>(['expired', 'terminated', 'declined', 'lapsed']);

/** How an agreement stands, as the marks show it: in force, on its way, or stopped. */
export function standing(stage: Stage): 'sold' | 'waiting' | 'unsold' {
  if (stage === 'in-force') return 'sold';
  return stage === 'suspended' || ENDED.has(stage) ? 'unsold' : 'waiting';
}

/** The steps that this agreement may come to; one without need of the council passes it by. */
export function openSteps({ next }: AgreementFile): AgreementFile['next'] {
  return next.filter(({ missing }) => !missing.some(({ lack }) => lack === 'council-not-needed'));
}

/** The answer for all agreements: what is overdue, how many are in force, and what is due next. */
export function headlineOf(agreements: readonly AgreementView[], say: Say, { head }: AgreementsWords): string {
  if (agreements.length === 0) return head.none;
  const inForce = agreements.filter(({ stage }) => stage === 'in-force');
  const inProgress = agreements.filter(({ stage }) => standing(stage) === 'waiting');
  const late = agreements.filter(({ reportOverdue }) => reportOverdue);
  const owing = late.length > 0 ? late : agreements.filter(({ reportDueOn }) => reportDueOn !== null);
  const dueOn = owing.map(({ reportDueOn }) => reportDueOn ?? '').sort()[0];
  const partners = say.list(
    owing.filter(({ reportDueOn }) => reportDueOn === dueOn).map(({ partner }) => say.region(partner)),
  );
  const standingNow =
    inForce.length > 0 ? head.inForce(say.count(inForce.length)) : head.noneInForce(say.count(inProgress.length));
  if (dueOn === undefined) return sentence([standingNow]);
  return late.length > 0
    ? sentence([head.overdue(partners, say.date(dueOn)), standingNow])
    : sentence([standingNow, head.due(partners, say.date(dueOn))]);
}

/** The answer for one: where it stands, and what is due or missing. */
export function answerOf(file: AgreementFile, say: Say, words: AgreementsWords): string {
  const { head, steps } = words;
  const stage = say.words.stages[file.stage];
  const until = file.stage === 'in-force' && file.effectiveTo !== null ? head.until(say.date(file.effectiveTo)) : '';
  const answer = head.one(say.region(file.partner), `${stage}${until}`);
  if (file.reportDueOn !== null && file.reportOverdue) {
    return sentence([answer, head.overdueOne(say.date(file.reportDueOn))]);
  }
  const missing = openSteps(file)[0]?.missing ?? [];
  if (file.reportDueOn === null && missing.length > 0) {
    const things = missing.map(({ lack }) => steps.lack[lack]);
    return sentence([answer, head.lacks(say.list([...new Set(things)]))]);
  }
  return sentence(file.reportDueOn === null ? [answer] : [answer, head.dueOne(say.date(file.reportDueOn))]);
}

function sentence(parts: readonly string[]): string {
  return `${capital(parts.join('; '))}.`;
}
