import type { CommoditySummary } from '../api/types.js';
import { Num } from '../parts/num.js';
import { answerOf } from './answer-of.js';
import { reasonParts, totalOf } from '../parts/reason-parts.js';
import { capital } from '../words/letters.js';
import type { Say } from '../words/say.js';

interface Props {
  readonly commodity: CommoditySummary;
  readonly say: Say;
}

/** The answer in one sentence, and what is missing to a better one. */
export function Headline({ commodity, say }: Props) {
  const { unit, promised, unsold } = commodity;
  const waiting = totalOf(unsold.filter(({ code }) => code === 'AWAITING_BIND'));
  const left = unsold.filter(({ code }) => code !== 'AWAITING_BIND');
  // What is promised and not bound yet has its buyer; free stock that waits beyond that has none.
  const unbound = Math.max(0, promised - commodity.bound);
  return (
    <header class="headline">
      <h1>
        <Num value={promised} text={answerOf(commodity, say)} />
      </h1>
      {left.length > 0 && (
        <p class="rest">
          <span class="mark unsold">
            {say.words.head.unsold(say.amount(totalOf(left), unit), reasonParts(left, commodity.unit, say))}
          </span>
        </p>
      )}
      {waiting > 0 && (
        <p class="rest">
          <span class="mark waiting">
            {say.words.head.waiting(say.amount(waiting, unit))}
            {unbound > 0 && ` ${capital(say.words.flow.promisedNotBound(say.amount(unbound, unit)))}.`}
          </span>
        </p>
      )}
    </header>
  );
}
