import { useCallback, useMemo, useState } from 'preact/hooks';
import { ORDER_STATUSES } from '#kernel/states.js';
import { get } from '../api/client.js';
import type { User } from '../api/types.js';
import { textIn } from '../forms/filled.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import { useFollowed } from '../parts/use-followed.js';
import { useAttempt } from '../parts/use-attempt.js';
import { Say } from '../words/say.js';
import type { Language } from '../words/words.js';
import { loadAround, ordersPath, type Around, type Orders, type OrdersWanted, type OrderView } from './data.js';
import { goodsText, markOf, numberOf, orderAddress } from './order-facts.js';
import { statusText } from './status-text.js';
import type { OrdersWords } from './words-id.js';

interface Props {
  readonly language: Language;
  readonly user: User;
  readonly words: OrdersWords;
  readonly ended: () => void;
}

/** A page of a list. */
const FIRST = 25;

/** All orders of a region: those under way first, by state, or by number, buyer and reference. */
export function OrderList({ language, user, words, ended }: Props) {
  const [wanted, setWanted] = useState<OrdersWanted>({ search: '', status: '' });
  const [more, setMore] = useState<Orders>();
  const load = useCallback(async (): Promise<Around & { readonly page: Orders }> => {
    const around = await loadAround();
    return { ...around, page: await get<Orders>(ordersPath(wanted, { limit: String(FIRST) })) };
  }, [wanted]);
  const [data] = useFollowed(load, ended);
  const say = useMemo(() => new Say(language, data?.regions ?? {}), [language, data?.regions]);
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  const { list } = words;
  if (!data) return <Loading say={say} />;
  const orders = merged(data.page.items, more?.items ?? []);
  const next = more ? more.next : data.page.next;
  return (
    <main class="intake">
      <h1>{list.heading}</h1>
      <Filter
        wanted={wanted}
        change={(next) => {
          // What was read on for another wish does not follow.
          setMore(undefined);
          setWanted(next);
        }}
        say={say}
        words={words}
      />
      <div class="bar-heading">
        <p role="status" class="muted">
          {orders.length === 0 ? list.none : list.count(say.count(orders.length))}
        </p>
        {orders.length > 0 && <a href={`${ordersPath(wanted)}&format=xlsx`}>{list.export}</a>}
      </div>
      <ol class="orders">
        {orders.map((order) => (
          <ListedOrder key={order.id} order={order} region={user.region || order.origin} say={say} />
        ))}
      </ol>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {next !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            const path = ordersPath(wanted, { limit: String(FIRST), cursor: next });
            attempt(
              get<Orders>(path).then((page) => {
                setMore({ ...page, items: [...(more?.items ?? []), ...page.items] });
              }),
            );
          }}
        >
          {list.more}
        </button>
      )}
    </main>
  );
}

function Loading({ say }: { readonly say: Say }) {
  return (
    <main>
      <p class="muted">{say.words.head.loading}</p>
    </main>
  );
}

/** The first page anew, and behind it what was read further on. */
function merged(first: readonly OrderView[], further: readonly OrderView[]): OrderView[] {
  const there = new Set(first.map(({ id }) => id));
  return [...first, ...further.filter(({ id }) => !there.has(id))];
}

interface FilterProps {
  readonly wanted: OrdersWanted;
  readonly change: (wanted: OrdersWanted) => void;
  readonly say: Say;
  readonly words: OrdersWords;
}

function Filter({ wanted, change, say, words: { list } }: FilterProps) {
  return (
    <form
      class="form wide"
      role="search"
      onSubmit={(event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
        event.preventDefault();
        const filled = new FormData(event.currentTarget);
        change({ ...wanted, search: textIn(filled, 'search') ?? '' });
      }}
    >
      <div class="pair">
        <TextInput label={list.search} name="search" type="search" maxLength={100} hint={list.searchHint} />
        <SelectInput
          label={list.status}
          name="status"
          value={wanted.status}
          choices={[['', list.any], ...ORDER_STATUSES.map((status) => [status, statusText(status, say)] as const)]}
          change={(status) => {
            change({ ...wanted, status });
          }}
        />
      </div>
      <button type="submit" class="primary">
        {list.find}
      </button>
    </form>
  );
}

interface ListedProps {
  readonly order: OrderView;
  /** By whose calendar days are told. */
  readonly region: string;
  readonly say: Say;
}

function ListedOrder({ order, region, say }: ListedProps) {
  return (
    <li class="order agreement">
      <a class="lines" href={orderAddress(order.id)}>
        <b>{say.words.tasks.reference(numberOf(order))}</b>
        <span>{goodsText(order, say)}</span>
        <small>
          {say.list([
            say.region(order.partner),
            order.buyer.name,
            ...(order.reference === null ? [] : [order.reference]),
          ])}
        </small>
      </a>
      <span class={`mark ${markOf(order.status)}`}>{statusText(order.status, say)}</span>
      <time>{say.moment(Date.parse(order.placedAt), region)}</time>
    </li>
  );
}
