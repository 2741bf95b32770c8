import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending } from '../parts/use-sending.js';
import { decimalOf } from '../parts/quantities.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';
import { FiguresGrid } from './figures-grid.js';
import {
  loadMembers,
  loadRepeated,
  type Declared,
  type Product,
  type Repetition,
  type RepetitionChanged,
} from './statement-data.js';
import { figuresOf, surplusOf, typedOf, type Contributor } from './statement-figures.js';
import { emptyDraft, rememberDraft, rememberedDraft, type StatementDraft } from './statement-draft.js';
import { StatementHead } from './statement-head.js';
import { refusalOf } from './statement-refusal.js';

interface Props extends Acting {
  readonly seller: Producer;
  readonly products: readonly Product[];
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  /** What is changed from the next day on; absent: a statement of its own. */
  readonly repetition?: Repetition | undefined;
}

/** More rows than these at once make a page slow; the others are sent as they are. */
const ROWS_SHOWN = 50;

/** Stock of a producer, or of each member of an aggregator: stated for a day, or changed where it repeats. */
export function StatementForm({ seller, products, today, repetition, say, words, changed, ended }: Props) {
  const kept = `${seller.id} ${repetition?.id ?? ''}`;
  const [draft, setDraft] = useState<StatementDraft>(() => rememberedDraft(kept) ?? emptyDraft(today, repetition));
  const [rows, setRows] = useState<readonly Contributor[]>([]);
  const [shown, setShown] = useState(ROWS_SHOWN);
  const [next, setNext] = useState<string>();
  const [done, setDone] = useState<string>();
  const [attempt, unread] = useAttempt(words.offline, ended);
  const { statements } = words;
  const product = products.find(({ id }) => id === (repetition?.productId ?? draft.productId)) ?? products[0];
  const unit = product?.unit ?? 'GRAM';
  const typedRows = Object.entries(draft.typed).flatMap(([producerId, typed]) => {
    const figures = figuresOf(typed, unit, say.language);
    return figures ? [{ producerId, ...figures }] : [];
  });
  const names = new Map(rows.map(({ producerId, name }) => [producerId, name]));
  const refusal = refusalOf(
    typedRows.map(({ producerId }) => names.get(producerId)),
    statements.refused,
  );
  const sending = useSending({ refusal, offline: words.offline, changed, ended });

  const load = async (cursor?: string) => {
    if (repetition && product) {
      const repeated = await loadRepeated(repetition.id);
      setRows(repeated);
      const figures = repeated.map((each) => [each.producerId, typedOf(each, product.unit, say)] as const);
      setDraft((now) => ({ ...now, typed: { ...Object.fromEntries(figures), ...now.typed } }));
      return;
    }
    const members = await loadMembers(seller, cursor);
    setRows((before) => (cursor === undefined ? members.items : [...before, ...members.items]));
    setNext(members.next);
  };
  useEffect(() => {
    attempt(load());
  }, [seller.id, repetition?.id]);
  if (!product) return null;

  const change = (changes: Partial<StatementDraft>) => {
    const now = { ...draft, ...changes };
    setDraft(now);
    rememberDraft(kept, now);
    setDone(undefined);
  };
  const total = typedRows.reduce((sum, figures) => sum + surplusOf(figures), 0);

  const send = async () => {
    const floorPrice = Number(decimalOf(draft.floorPrice, say.language));
    if (repetition) {
      const path = `/api/registry/stock-statements/repeating/${repetition.id}`;
      const answer = await sending.send<RepetitionChanged>(path, { floorPrice, contributions: typedRows }, 'PUT');
      if (answer) setDone(statements.changedFrom(say.date(answer.from)));
      if (answer) rememberDraft(kept, undefined);
      return;
    }
    const { producerId: _, ...own } = typedRows[0] ?? { producerId: '' };
    const answer = await sending.send<Declared>('/api/registry/stock-statements', {
      sellerId: seller.id,
      productId: product.id,
      date: draft.date,
      floorPrice,
      ...(draft.bestBefore === '' ? {} : { bestBefore: draft.bestBefore }),
      ...(draft.repeats && draft.date === today ? { repeats: true } : {}),
      ...(seller.kind === 'producer' ? own : { contributions: typedRows }),
    });
    if (!answer) return;
    setDraft({ ...emptyDraft(today), productId: product.id });
    rememberDraft(kept, undefined);
    setDone(statements.stated(say.exact(answer.surplus, product.unit), say.count(answer.lots.length)));
  };
  const visible = rows.slice(0, shown);
  const more = next !== undefined || rows.length > shown;
  return (
    <form
      class="form wide"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
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
      <p class="muted">
        {rows.length === 0 ? statements.noMembers : statements.figuresHint(say.unitName(product.unit))}
      </p>
      {rows.length > 0 && (
        <FiguresGrid
          rows={visible}
          typed={draft.typed}
          unit={product.unit}
          say={say}
          words={statements}
          change={(producerId, figures) => {
            change({ typed: { ...draft.typed, [producerId]: figures } });
          }}
        />
      )}
      {more && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setShown(shown + ROWS_SHOWN);
            if (next !== undefined) attempt(load(next));
          }}
        >
          {statements.more(say.count(visible.length))}
        </button>
      )}
      <p>
        <output>{statements.total(say.exact(Number.isNaN(total) ? 0 : total, product.unit))}</output>
      </p>
      <button type="submit" class="primary" disabled={sending.busy || typedRows.length === 0}>
        {sending.busy ? statements.busy : repetition ? statements.sendChange : statements.send}
      </button>
      <div role="status">
        {[unread, sending.failed].map((text) => text !== undefined && <p class="mark unsold">{text}</p>)}
        {done !== undefined && <p class="mark sold">{done}</p>}
      </div>
    </form>
  );
}
