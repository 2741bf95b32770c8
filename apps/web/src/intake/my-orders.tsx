import { useState } from 'preact/hooks';
import type { Order, User } from '../api/types.js';
import { lazy } from '../parts/lazy.js';
import { markOf, numberOf, orderAddress } from '../orders/order-facts.js';
import type { Say } from '../words/say.js';
import type { IntakeData } from './data.js';
import { Track } from './track.js';
import type { IntakeWords } from './words-id.js';
import { wordsOf } from '../words/words.js';

interface Props {
  readonly data: IntakeData;
  readonly region: string;
  readonly user: User | undefined;
  readonly say: Say;
  readonly words: IntakeWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

const OrderPanel = lazy(async () => (await import('../orders/order-panel.js')).OrderPanel);

/** The region's newest orders, each with its track. */
export function MyOrders({ data, ...rest }: Props) {
  const { say, words } = rest;
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
      {data.orders.length > 0 && <a href={orderAddress('')}>{say.words.orders.all}</a>}
    </section>
  );
}

function MyOrder({ order, region, user, say, words, changed, ended }: Omit<Props, 'data'> & { readonly order: Order }) {
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
        <span class={`mark ${markOf(order.status)}`}>
          {wordsOf(say.words.orders.statuses, order.status) ?? order.status}
        </span>
        <time>
          <a href={orderAddress(order.id)}>{say.words.tasks.reference(numberOf(order))}</a>{' '}
          {say.moment(Date.parse(order.changedAt), region)}
        </time>
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
      {open && (
        <OrderPanel id={order.id} version={order.changedAt} user={user} say={say} changed={changed} ended={ended} />
      )}
    </li>
  );
}
