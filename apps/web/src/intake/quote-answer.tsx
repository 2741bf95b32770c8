import type { Say } from '../words/say.js';
import type { QuoteView } from './data.js';
import type { IntakeWords } from './words-id.js';

interface Props {
  readonly quote: QuoteView;
  readonly say: Say;
  readonly words: IntakeWords;
}

/** What an order would be promised and cost, before anybody places it. */
export function QuoteAnswer({ quote, say, words: { quote: said } }: Props) {
  const rupiah = (amount: number) => `Rp${say.count(amount)}`;
  return (
    <>
      {quote.lines.map(({ commodity, unit, quantity, promised, landedPrice, unfilled }) => (
        <p key={commodity} class={`answer mark ${promised > 0 ? 'sold' : 'waiting'}`}>
          <b>{said.promised(say.exact(promised, unit), say.exact(quantity, unit))}</b>
          {landedPrice &&
            ` · ${
              landedPrice.from === landedPrice.to
                ? said.price(say.rupiah(landedPrice.from, unit))
                : said.prices(say.rupiah(landedPrice.from, unit), say.rupiah(landedPrice.to, unit))
            }`}
          {unfilled.map(({ code, quantity: part }) => ` · ${said.waits(say.exact(part, unit), say.reasonWord(code))}`)}
        </p>
      ))}
      {quote.landed > 0 && <p>{said.total(rupiah(quote.goods), rupiah(quote.freight), rupiah(quote.landed))}</p>}
      <p class="muted">{said.notKept}</p>
    </>
  );
}
