import type { Say } from '../words/say.js';
import type { AgreementView } from './data.js';
import { standing } from './headline.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly agreements: readonly AgreementView[];
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** Every agreement with its stage and its last day; each opens by its own address. */
export function AgreementList({ agreements, say, words }: Props) {
  if (agreements.length === 0) return null;
  return (
    <section aria-labelledby="agreements">
      <div class="bar-heading">
        <h2 id="agreements">{words.list.heading}</h2>
        <a href="/api/agreements?limit=500&format=xlsx">{words.list.export}</a>
      </div>
      <ol class="orders">
        {agreements.map((agreement) => (
          <li key={agreement.id} class="order agreement">
            <a class="lines" href={`#${agreement.id}`}>
              <b>{say.region(agreement.partner)}</b>
              <span>{agreement.title}</span>
            </a>
            <span class={`mark ${standing(agreement.stage)}`}>{say.words.stages[agreement.stage]}</span>
            <time>
              {lastDay(agreement, say, words)}
              {agreement.reportDueOn !== null && (
                <span class={agreement.reportOverdue ? 'mark unsold' : undefined}>
                  {(agreement.reportOverdue ? words.head.overdueOne : words.head.dueOne)(
                    say.date(agreement.reportDueOn),
                  )}
                </span>
              )}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function lastDay({ effectiveTo, terminating }: AgreementView, say: Say, { list }: AgreementsWords): string {
  if (effectiveTo === null) return list.notSigned;
  const day = list.untilDay(say.date(effectiveTo));
  return terminating ? `${day}, ${list.ending}` : day;
}
