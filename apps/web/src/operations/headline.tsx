import type { CommoditySummary } from '../api/types.js';
import { Num } from '../parts/num.js';
import { reasonParts, totalOf } from '../parts/reason-parts.js';
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
        <Num value={promised} text={answer(commodity, say)} />
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

function answer({ surplus, promised, wanted, unit }: CommoditySummary, say: Say): string {
  const { head } = say.words;
  if (surplus === 0) return head.noSurplus(say.amount(wanted, unit));
  if (promised === 0) return head.noneSold(say.amount(surplus, unit));
  if (promised >= surplus) return head.allSold(say.amount(surplus, unit));
  return head.sold(say.amount(promised, unit), say.amount(surplus, unit));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
