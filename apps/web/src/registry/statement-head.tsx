import type { Say } from '../words/say.js';
import type { Product } from './statement-data.js';
import type { StatementDraft } from './statement-draft.js';
import type { StatementWords } from './statement-words.js';

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
    <label>
      {words.floorPrice(say.unitName(product.unit))}
      <input
        required
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9.,]+"
        value={draft.floorPrice}
        onInput={({ currentTarget }) => {
          change({ floorPrice: currentTarget.value });
        }}
      />
    </label>
  );
  if (fixed) return <div class="pair">{price}</div>;
  return (
    <>
      <label>
        {words.product}
        <select
          value={product.id}
          onChange={({ currentTarget }) => {
            change({ productId: currentTarget.value });
          }}
        >
          {products.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="pair">
        <label>
          {words.date}
          <input
            required
            type="date"
            max={today}
            value={draft.date}
            onInput={({ currentTarget }) => {
              change({ date: currentTarget.value });
            }}
          />
        </label>
        <label>
          {words.bestBefore}
          <input
            type="date"
            min={draft.date}
            value={draft.bestBefore}
            onInput={({ currentTarget }) => {
              change({ bestBefore: currentTarget.value });
            }}
          />
          <small>{words.bestBeforeHint}</small>
        </label>
        {price}
      </div>
      <div>
        <label class="check">
          <input
            type="checkbox"
            disabled={!mayRepeat}
            checked={draft.repeats && mayRepeat}
            onChange={({ currentTarget }) => {
              change({ repeats: currentTarget.checked });
            }}
          />
          {words.repeats}
        </label>
        <small>{mayRepeat ? words.repeatsHint : words.repeatsTodayOnly}</small>
      </div>
    </>
  );
}
