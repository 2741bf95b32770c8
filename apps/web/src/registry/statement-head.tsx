import { Check, Choice, Field } from '../parts/fields.js';
import type { Say } from '../words/say.js';
import type { Product } from './statement-data.js';
import type { StatementDraft } from './statement-draft.js';
import type { StatementWords } from './statement-words-id.js';

interface Props {
  readonly draft: StatementDraft;
  readonly product: Product;
  readonly products: readonly Product[];
  readonly today: string;
  /** Only the price can be changed: product and days are those of what repeats. */
  readonly fixed: boolean;
  readonly say: Say;
  readonly words: StatementWords;
  readonly change: (changes: Partial<StatementDraft>) => void;
}

/** What is stated of all rows alike: product, day, price, and whether it repeats. */
export function StatementHead({ draft, product, products, today, fixed, say, words, change }: Props) {
  const mayRepeat = draft.date === today;
  const price = (
    <Field
      label={words.floorPrice(say.unitName(product.unit))}
      required
      inputMode="numeric"
      autoComplete="off"
      pattern="[0-9.,]+"
      value={draft.floorPrice}
      change={(floorPrice) => {
        change({ floorPrice });
      }}
    />
  );
  if (fixed) return <div class="pair">{price}</div>;
  return (
    <>
      <Choice
        label={words.product}
        value={product.id}
        choices={products.map(({ id, name }) => [id, name])}
        change={(productId) => {
          change({ productId });
        }}
      />
      <div class="pair">
        <Field
          label={words.date}
          required
          type="date"
          max={today}
          value={draft.date}
          change={(date) => {
            change({ date });
          }}
        />
        <Field
          label={words.bestBefore}
          hint={words.bestBeforeHint}
          type="date"
          min={draft.date}
          value={draft.bestBefore}
          change={(bestBefore) => {
            change({ bestBefore });
          }}
        />
        {price}
      </div>
      <div>
        <Check
          label={words.repeats}
          disabled={!mayRepeat}
          checked={draft.repeats && mayRepeat}
          change={(repeats) => {
            change({ repeats });
          }}
        />
        <small>{mayRepeat ? words.repeatsHint : words.repeatsTodayOnly}</small>
      </div>
    </>
  );
}
