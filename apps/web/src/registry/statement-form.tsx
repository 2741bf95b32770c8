import { useState } from 'preact/hooks';
import type { Unit } from '../api/types.js';
import { decimalOf } from '../parts/quantities.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending } from '../parts/use-sending.js';
import type { Say } from '../words/say.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';
import { FiguresGrid } from './figures-grid.js';
import { contributionsOf, statementOf, type Contribution } from './statement-body.js';
import type { Declared, Product, Repetition, RepetitionChanged } from './statement-data.js';
import { emptyDraft, rememberDraft, rememberedDraft, type StatementDraft } from './statement-draft.js';
import { surplusOf, typedOf } from './statement-figures.js';
import { StatementHead } from './statement-head.js';
import { refusalOf } from './statement-refusal.js';
import type { StatementWords } from './statement-words-id.js';
import { useContributors, type Contributors } from './use-contributors.js';
import { sum } from '../parts/sum.js';

interface Props extends Acting {
  readonly seller: Producer;
  readonly products: readonly Product[];
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  /** What is changed from the next day on; absent: a statement of its own. */
  readonly repetition?: Repetition | undefined;
}

/** Stock of a producer, or of each member of an aggregator: stated for a day, or changed where it repeats. */
export function StatementForm(props: Props) {
  const { seller, products, today, repetition, say, words, ended } = props;
  const kept = `${seller.id} ${repetition?.id ?? ''}`;
  const [draft, setDraft] = useState<StatementDraft>(() => rememberedDraft(kept) ?? emptyDraft(today, repetition));
  const [done, setDone] = useState<string>();
  const [attempt, unread] = useAttempt(words.offline, ended);
  const product = products.find(({ id }) => id === (repetition?.productId ?? draft.productId)) ?? products[0];
  const unit = product?.unit ?? 'GRAM';
  const contributors = useContributors(seller, repetition?.id, attempt, (repeated) => {
    const typed = repeated.map((each) => [each.producerId, typedOf(each, unit, say)] as const);
    setDraft((now) => ({ ...now, typed: { ...Object.fromEntries(typed), ...now.typed } }));
  });
  const contributions = contributionsOf(draft.typed, unit, say.language);
  const [send, sending] = useStatement(props, draft, contributions, contributors);
  if (!product) return null;

  const change = (changes: Partial<StatementDraft>) => {
    const now = { ...draft, ...changes };
    setDraft(now);
    rememberDraft(kept, now);
    setDone(undefined);
  };
  const submit = async () => {
    const answer = await send(product);
    if (answer === undefined) return;
    if (!repetition) setDraft({ ...emptyDraft(today), productId: product.id });
    rememberDraft(kept, undefined);
    setDone(answer);
  };
  const total = sum(contributions.map(surplusOf));
  const { statements } = words;
  return (
    <form
      class="form wide"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <StatementHead
        draft={draft}
        product={product}
        products={products}
        today={today}
        fixed={repetition !== undefined}
        say={say}
        words={statements}
        change={change}
      />
      <Rows contributors={contributors} draft={draft} unit={unit} say={say} words={statements} change={change} />
      <p>
        <output>{statements.total(say.exact(Number.isNaN(total) ? 0 : total, unit))}</output>
      </p>
      <button type="submit" class="primary" disabled={sending.busy || contributions.length === 0}>
        {sending.busy ? statements.busy : repetition ? statements.sendChange : statements.send}
      </button>
      <div role="status">
        {[unread, sending.failed].map((text) => text !== undefined && <p class="mark unsold">{text}</p>)}
        {done !== undefined && <p class="mark sold">{done}</p>}
      </div>
    </form>
  );
}

/** Sends what is filled in. @returns how, which answers what was recorded in words, and how that goes */
function useStatement(
  { seller, today, repetition, say, words, changed, ended }: Props,
  draft: StatementDraft,
  contributions: readonly Contribution[],
  { rows }: Contributors,
) {
  const { statements } = words;
  const names = new Map(rows.map(({ producerId, name }) => [producerId, name]));
  const refusal = refusalOf(
    contributions.map(({ producerId }) => names.get(producerId)),
    statements.refused,
  );
  const sending = useSending({ refusal, offline: words.offline, changed, ended });

  const send = async (product: Product): Promise<string | undefined> => {
    const floorPrice = Number(decimalOf(draft.floorPrice, say.language));
    if (repetition) {
      const path = `/api/registry/stock-statements/repeating/${repetition.id}`;
      const answer = await sending.send<RepetitionChanged>(path, { floorPrice, contributions }, 'PUT');
      return answer && statements.changedFrom(say.date(answer.from));
    }
    const body = statementOf({ draft, seller, productId: product.id, floorPrice, contributions, today });
    const answer = await sending.send<Declared>('/api/registry/stock-statements', body);
    return answer && statements.stated(say.exact(answer.surplus, product.unit), say.count(answer.lots.length));
  };
  return [send, sending] as const;
}

interface RowsProps {
  readonly contributors: Contributors;
  readonly draft: StatementDraft;
  readonly unit: Unit;
  readonly say: Say;
  readonly words: StatementWords;
  readonly change: (changes: Partial<StatementDraft>) => void;
}

function Rows({ contributors: { rows, shown, more }, draft, unit, say, words, change }: RowsProps) {
  const visible = rows.slice(0, shown);
  return (
    <>
      <p class="muted">{rows.length === 0 ? words.noMembers : words.figuresHint(say.unitName(unit))}</p>
      {rows.length > 0 && (
        <FiguresGrid
          rows={visible}
          typed={draft.typed}
          unit={unit}
          say={say}
          words={words}
          change={(producerId, figures) => {
            change({ typed: { ...draft.typed, [producerId]: figures } });
          }}
        />
      )}
      {more && (
        <button type="button" class="quiet" onClick={more}>
          {words.more(say.count(visible.length))}
        </button>
      )}
    </>
  );
}
