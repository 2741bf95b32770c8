import { useState } from 'preact/hooks';
import { get } from '../api/client.js';
import type { Order, OrderLine, TimelineEntry } from '../api/types.js';
import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';

interface Props {
  readonly orders: readonly Order[];
  readonly counts: Readonly<Record<string, number>>;
  readonly origin: string;
  readonly say: Say;
}

/** How many orders are in which state, and the orders, newest first. */
export function Orders({ orders, counts, origin, say }: Props) {
  const { words } = say;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="orders">
      <h2 id="orders">{words.orders.heading}</h2>
      {total === 0 && <p class="muted">{words.orders.empty}</p>}
      <ul class="states">
        {Object.entries(counts).map(([status, count]) => (
          <li key={status}>
            <b>{say.count(count)}</b> {wordsOf(words.orders.statuses, status) ?? status}
          </li>
        ))}
      </ul>
      <ol class="orders">
        {orders.map((order) => (
          <OrderItem key={order.id} order={order} origin={origin} say={say} />
        ))}
      </ol>
      {total > orders.length && <p class="muted">{words.orders.more(say.count(total))}</p>}
    </section>
  );
}

function OrderItem({ order, origin, say }: { readonly order: Order; readonly origin: string; readonly say: Say }) {
  const [timeline, setTimeline] = useState<readonly TimelineEntry[]>();
  const { words } = say;
  const toggle = async () => {
    if (timeline) setTimeline(undefined);
    else setTimeline((await get<{ timeline: TimelineEntry[] }>(`/api/operations/orders/${order.id}`)).timeline);
  };
  return (
    <li>
      <div class="order">
        <b>{say.region(order.partner)}</b>
        <span class={`mark ${markOf(order)}`}>{wordsOf(words.orders.statuses, order.status) ?? order.status}</span>
        <time>{say.moment(Date.parse(order.changedAt), origin)}</time>
        <span class="lines">
          {order.lines.map((line) => (
            <span key={line.lineId}>{lineText(line, say)}</span>
          ))}
        </span>
        <button
          type="button"
          class="link"
          aria-expanded={timeline !== undefined}
          onClick={() => void toggle().catch(() => undefined)}
        >
          {timeline ? words.orders.hide : words.orders.show}
        </button>
      </div>
      {timeline && (
        <ol class="timeline">
          {timeline.map((entry) => (
            <li key={entry.id}>
              <time>{say.moment(Date.parse(entry.at), origin)}</time>{' '}
              {wordsOf(words.orders.events, entry.type) ?? entry.type}
              {detail(entry, say)}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function lineText({ promised, wanted, unit, commodity }: OrderLine, say: Say): string {
  return say.words.orders.line(say.exact(promised, unit), say.exact(wanted, unit), say.commodity(commodity));
}

function markOf({ status }: Order): string {
  if (['allocated', 'dispatched', 'received', 'settled', 'promised-in-full'].includes(status)) return 'sold';
  return ['cancelled', 'expired', 'promised-not-at-all'].includes(status) ? 'unsold' : 'waiting';
}

/** The figure or state that the event brought. */
function detail({ data }: TimelineEntry, say: Say): string {
  const unit = data['unit'];
  const figure = data['promised'] ?? data['quantity'];
  if (typeof figure === 'number' && (unit === 'GRAM' || unit === 'PAIR' || unit === 'PIECE')) {
    return `: ${say.exact(figure, unit)}`;
  }
  const status = data['status'];
  return typeof status === 'string' ? `: ${wordsOf(say.words.orders.statuses, status) ?? status}` : '';
}
