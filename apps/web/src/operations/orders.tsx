import { useState } from 'preact/hooks';
import { get } from '../api/client.js';
import type { Order, OrderLine, TimelineEntry } from '../api/types.js';
import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';
import { markOf, numberOf, orderAddress } from '../orders/order-facts.js';
import { Timeline } from '../orders/timeline.js';

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
      {total > 0 && (
        <p class="muted">
          {total > orders.length && `${words.orders.more(say.count(total))} · `}
          <a href={orderAddress('')}>{words.orders.all}</a>
        </p>
      )}
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
        <b>
          {say.region(order.partner)} <a href={orderAddress(order.id)}>{words.tasks.reference(numberOf(order))}</a>
        </b>
        <span class={`mark ${markOf(order.status)}`}>
          {wordsOf(words.orders.statuses, order.status) ?? order.status}
        </span>
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
      {timeline && <Timeline entries={timeline} region={origin} say={say} />}
    </li>
  );
}

function lineText({ promised, wanted, unit, commodity }: OrderLine, say: Say): string {
  return say.words.orders.line(say.exact(promised, unit), say.exact(wanted, unit), say.commodity(commodity));
}
