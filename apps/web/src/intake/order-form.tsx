import { useState } from 'preact/hooks';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { post, Refused, SignedOut } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import type { Say } from '../words/say.js';
import type { IntakeData, OrderView, PlaceOrder } from './data.js';
import { newDraft, rememberDraft, rememberedDraft, type Draft } from './draft.js';
import { keyOf, type Offer } from './offers.js';
import { OrderFields } from './order-fields.js';
import { PromiseAnswer } from './promise-answer.js';
import { decimalOf, TRADE_UNIT } from '../parts/quantities.js';
import type { IntakeWords } from './words-id.js';

interface Props {
  readonly data: IntakeData;
  readonly region: string;
  readonly say: Say;
  readonly words: IntakeWords;
  readonly placed: () => void;
  readonly ended: () => void;
}

type Outcome =
  | { readonly kind: 'sending' | 'offline' }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'answered'; readonly order: OrderView };

/** A need-by that is proposed leaves the seller this many days beside the voyage. */
const SPARE_DAYS = 14;

/** One product, one number, one date; the promise appears under the button. */
export function OrderForm({ data, region, say, words, placed, ended }: Props) {
  const [draft, setDraft] = useState(rememberedDraft);
  const [outcome, setOutcome] = useState<Outcome>();
  const offer = data.offers.find((each) => keyOf(each) === draft.offer) ?? data.offers[0];
  if (!offer) return null;
  const today = localDateAt(new Date(data.now), region);
  const earliest = addDays(today, offer.term.transitDays + 1);
  const needBy = draft.needBy === '' ? addDays(earliest, SPARE_DAYS) : draft.needBy;

  const change = (changes: Partial<Draft>) => {
    // Another order than the one that was sent: it gets a key of its own.
    const next = { ...draft, key: outcome ? crypto.randomUUID() : draft.key, ...changes };
    setDraft(next);
    rememberDraft(next);
    setOutcome(undefined);
  };
  const send = async () => {
    setOutcome({ kind: 'sending' });
    try {
      const body = orderOf({ ...draft, needBy }, offer, region, say.language);
      const order = await post<OrderView>('/api/orders', body, draft.key);
      setOutcome({ kind: 'answered', order });
      const next = newDraft(draft.buyer);
      setDraft(next);
      rememberDraft(next);
      placed();
    } catch (error) {
      if (error instanceof SignedOut) {
        setOutcome(undefined);
        ended();
      } else if (error instanceof Refused) {
        setOutcome({ kind: 'refused', text: refusalText(error) });
      } else {
        setOutcome({ kind: 'offline' });
      }
    }
  };
  return (
    <section aria-labelledby="order-form">
      <h2 id="order-form">{words.form.heading}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <OrderFields
          draft={{ ...draft, needBy }}
          offer={offer}
          offers={data.offers}
          earliest={earliest}
          say={say}
          words={words.form}
          change={change}
        />
        <button type="submit" class="primary" disabled={outcome?.kind === 'sending'}>
          {outcome?.kind === 'sending' ? words.form.sending : words.form.send}
        </button>
      </form>
      <div role="status">
        {outcome?.kind === 'answered' && (
          <PromiseAnswer order={outcome.order} offers={data.offers} say={say} words={words} />
        )}
        {outcome?.kind === 'refused' && <p class="mark unsold">{outcome.text}</p>}
        {outcome?.kind === 'offline' && <p class="mark unsold">{words.form.offline}</p>}
      </div>
    </section>
  );
}

/** Numbers that are none go as they are: the server says what is wrong with them. */
function orderOf(draft: Draft, offer: Offer, region: string, language: 'id' | 'en'): PlaceOrder {
  const ceiling = decimalOf(draft.ceiling, language);
  return {
    origin: offer.origin,
    buyer: { name: draft.buyer.trim() },
    lines: [
      {
        commodity: offer.commodity,
        quantity: decimalOf(draft.quantity, language) ?? draft.quantity,
        unit: TRADE_UNIT[offer.unit],
        deliverTo: region,
        needBy: draft.needBy,
        certificates: [...draft.certificates],
        use: draft.use,
        ...(ceiling === undefined ? {} : { maxLandedPrice: Number(ceiling) }),
        ...{ minLifeDays: 0, partial: true },
      },
    ],
  };
}
