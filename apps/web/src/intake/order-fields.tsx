import { Check, Choice, Field } from '../parts/fields.js';
import { quantityPattern } from '../parts/quantities.js';
import type { Say } from '../words/say.js';
import type { Draft } from './draft.js';
import { keyOf, type Offer } from './offers.js';
import type { IntakeWords } from './words-id.js';

interface Props {
  readonly draft: Draft;
  readonly offer: Offer;
  readonly offers: readonly Offer[];
  /** First day on which goods can be there, YYYY-MM-DD. */
  readonly earliest: string;
  readonly say: Say;
  readonly words: IntakeWords['form'];
  readonly change: (changes: Partial<Draft>) => void;
}

const USES = ['resale', 'raw-material', 'repacking'] as const;
const KINDS = ['P-IRT', 'HALAL', 'SNI', 'ORGANIC'];

/** What is ordered, by when and for whom; what few need is folded away. */
export function OrderFields({ draft, offer, offers, earliest, say, words, change }: Props) {
  return (
    <>
      <Choice
        label={words.product}
        hint={words.price(say.rupiah(offer.term.freight, offer.unit), offer.term.transitDays)}
        value={keyOf(offer)}
        choices={offers.map((each) => [
          keyOf(each),
          `${say.commodity(each.commodity, 'long')} · ${say.exact(each.most, each.unit)}`,
        ])}
        change={(chosen) => {
          change({ offer: chosen, needBy: '' });
        }}
      />
      <Field
        label={words.quantity(say.unitName(offer.unit))}
        required
        inputMode="decimal"
        autoComplete="off"
        pattern={quantityPattern(say.language)}
        value={draft.quantity}
        change={(quantity) => {
          change({ quantity });
        }}
      />
      <Field
        label={words.needBy}
        hint={words.earliest(say.date(earliest))}
        required
        type="date"
        min={earliest}
        value={draft.needBy}
        change={(needBy) => {
          change({ needBy });
        }}
      />
      <Field
        label={words.buyer}
        required
        maxLength={200}
        autoComplete="organization"
        placeholder={words.buyerHint}
        value={draft.buyer}
        change={(buyer) => {
          change({ buyer });
        }}
      />
      <Conditions draft={draft} offer={offer} say={say} words={words} change={change} />
    </>
  );
}

function Conditions({ draft, offer, say, words, change }: Omit<Props, 'offers' | 'earliest'>) {
  return (
    <details>
      <summary>{words.more}</summary>
      <Choice
        label={words.use}
        hint={words.useHint}
        value={draft.use}
        choices={USES.map((use) => [use, words.uses[use]])}
        change={(use) => {
          change({ use });
        }}
      />
      <fieldset>
        <legend>{words.certificates}</legend>
        {KINDS.map((kind) => (
          <Check
            key={kind}
            label={say.certificate(kind)}
            checked={draft.certificates.includes(kind)}
            change={(checked) => {
              const others = draft.certificates.filter((each) => each !== kind);
              change({ certificates: checked ? [...others, kind] : others });
            }}
          />
        ))}
      </fieldset>
      <Field
        label={words.ceiling(say.unitName(offer.unit))}
        inputMode="numeric"
        value={draft.ceiling}
        change={(ceiling) => {
          change({ ceiling });
        }}
      />
    </details>
  );
}
