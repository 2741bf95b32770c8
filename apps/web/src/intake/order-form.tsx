import { useState } from 'preact/hooks';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { post, Refused, SignedOut } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import type { Say } from '../words/say.js';
import type { IntakeData, OrderView, PlaceOrder, QuoteView } from './data.js';
import { newDraft, rememberDraft, rememberedDraft, type Draft } from './draft.js';
import { keyOf, type Offer } from './offers.js';
import { OrderFields } from './order-fields.js';
import { PromiseAnswer } from './promise-answer.js';
import { QuoteAnswer } from './quote-answer.js';
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
  | { readonly kind: 'quoted'; readonly quote: QuoteView }
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
  const body = (): PlaceOrder => orderOf({ ...draft, needBy }, offer, region, say.language);
  const send = async () => {
    const order = await post<OrderView>('/api/orders', body(), draft.key);
    setOutcome({ kind: 'answered', order });
    const next = newDraft(draft.buyer);
    setDraft(next);
    rememberDraft(next);
    placed();
  };
  const ask = async () => {
    setOutcome({ kind: 'quoted', quote: await post<QuoteView>('/api/orders/quotes', body()) });
  };
  const attempt = async (act: () => Promise<void>) => {
    setOutcome({ kind: 'sending' });
    try {
      await act();
    } catch (error) {
      if (error instanceof SignedOut) {
        setOutcome(undefined);
        ended();
      } else {
        setOutcome(outcomeOf(error));
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
          void attempt(send);
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
        <Buttons
          busy={outcome?.kind === 'sending'}
          ask={() => {
            void attempt(ask);
          }}
          words={words}
        />
      </form>
      <div role="status">{outcome && <Answer outcome={outcome} offers={data.offers} say={say} words={words} />}</div>
    </section>
  );
}

interface ButtonsProps extends Pick<Props, 'words'> {
  readonly busy: boolean;
  readonly ask: () => void;
}

/** Order, or first see what it would cost. */
function Buttons({ busy, ask, words }: ButtonsProps) {
  return (
    <p>
      <button type="submit" class="primary" disabled={busy}>
        {busy ? words.form.sending : words.form.send}
      </button>{' '}
      <button
        type="button"
        class="quiet"
        disabled={busy}
        onClick={({ currentTarget }) => {
          if (currentTarget.form?.reportValidity() === true) ask();
        }}
      >
        {words.quote.ask}
      </button>
    </p>
  );
}

function outcomeOf(error: unknown): Outcome {
  return error instanceof Refused ? { kind: 'refused', text: refusalText(error) } : { kind: 'offline' };
}

interface AnswerProps extends Pick<Props, 'say' | 'words'> {
  readonly outcome: Outcome;
  readonly offers: readonly Offer[];
}

/** What came of it, under the buttons. */
function Answer({ outcome, offers, say, words }: AnswerProps) {
  switch (outcome.kind) {
    case 'sending':
      return null;
    case 'answered':
      return <PromiseAnswer order={outcome.order} offers={offers} say={say} words={words} />;
    case 'quoted':
      return <QuoteAnswer quote={outcome.quote} say={say} words={words} />;
    case 'refused':
      return <p class="mark unsold">{outcome.text}</p>;
    case 'offline':
      return <p class="mark unsold">{words.form.offline}</p>;
  }
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
