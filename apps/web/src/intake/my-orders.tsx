import { useState } from 'preact/hooks';
import type { Order } from '../api/types.js';
import type { Say } from '../words/say.js';
import type { IntakeData } from './data.js';
import { OrderDetails } from './order-details.js';
import { Track } from './track.js';
import type { IntakeWords } from './words-id.js';
import { wordsOf } from '../words/words.js';

interface Props {
  readonly data: IntakeData;
  readonly region: string;
  readonly say: Say;
  readonly words: IntakeWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

/** The region's orders, newest first, each with its track. */
export function MyOrders({ data, ...rest }: Props) {
  const { words } = rest;
  return (
    <section aria-labelledby="my-orders">
      <div class="bar-heading">
        <h2 id="my-orders">{words.orders.heading}</h2>
        {data.orders.length > 0 && <a href="/api/operations/orders?format=xlsx">{words.orders.export}</a>}
      </div>
      {data.orders.length === 0 && <p class="muted">{words.orders.empty}</p>}
      <ol class="orders">
        {data.orders.map((order) => (
          <MyOrder key={order.id} order={order} {...rest} />
        ))}
      </ol>
    </section>
  );
}

function MyOrder({ order, region, say, words, changed, ended }: Omit<Props, 'data'> & { readonly order: Order }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div class="order mine">
        <span class="lines">
          {order.lines.map((line) => (
            <span key={line.lineId}>
              <b>
                {say.exact(line.wanted, line.unit)} {say.commodity(line.commodity)}
              </b>
              {line.unfilled.map((reason) => (
                <span key={reason.code} class="mark waiting">
                  {words.orders.missing(say.exact(reason.quantity, line.unit), say.reasonWord(reason.code))}
                </span>
              ))}
            </span>
          ))}
        </span>
        <span class={`mark ${order.status === 'cancelled' || order.status === 'expired' ? 'unsold' : 'sold'}`}>
          {wordsOf(say.words.orders.statuses, order.status) ?? order.status}
        </span>
        <time>{say.moment(Date.parse(order.changedAt), region)}</time>
      </div>
      <Track order={order} words={words} />
      <button
        type="button"
        class="link"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? words.orders.close : words.orders.open}
      </button>
      {open && <OrderDetails order={order} say={say} words={words} changed={changed} ended={ended} />}
    </li>
  );
}
