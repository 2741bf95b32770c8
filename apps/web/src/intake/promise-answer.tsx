import type { Unit } from '../api/types.js';
import type { Say } from '../words/say.js';
import type { OrderView } from './data.js';
import type { Offer } from './offers.js';
import type { IntakeWords } from './words-id.js';

interface Props {
  readonly order: OrderView;
  readonly offers: readonly Offer[];
  readonly say: Say;
  readonly words: IntakeWords;
}

/** What an order was promised at once, and for the rest why it waits. */
export function PromiseAnswer({ order, offers, say, words }: Props) {
  // 202: kept, and decided in a moment by whoever owns the market.
  if (!Array.isArray(order.lines)) return <p class="answer mark waiting">{words.answer.pending}</p>;
  return (
    <>
      {order.lines.map((line) => {
        const unit = line.unit;
        const daily = offers.some(({ term }) => term.id === line.term && term.period === 'day');
        const waits = line.unfilled.map(({ code, quantity }) => {
          const again = code === 'QUOTA_EXHAUSTED' && daily ? `, ${words.answer.tomorrow}` : '';
          return words.answer.waits(say.exact(quantity, unit), `${say.reasonWord(code)}${again}`);
        });
        return (
          <p key={line.id} class={`answer mark ${line.promised > 0 ? 'sold' : 'waiting'}`}>
            <b>{promised(line, unit, say, words)}</b>
            {waits.length > 0 && ` · ${waits.join(' · ')}`}
          </p>
        );
      })}
    </>
  );
}

type Line = Pick<OrderView['lines'][number], 'promised' | 'quantity'>;

function promised({ promised: has, quantity }: Line, unit: Unit, say: Say, { answer }: IntakeWords): string {
  if (has === quantity) return answer.full(say.exact(has, unit));
  if (has === 0) return answer.none(say.exact(quantity, unit));
  return answer.part(say.exact(has, unit));
}
