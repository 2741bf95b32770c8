import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, post } from '../api/client.js';
import type { Order } from '../api/types.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import type { OrderView, ShipmentView } from './data.js';
import { ReceiptForm } from './receipt-form.js';
import { goodsOf } from './sent-goods.js';
import type { IntakeWords } from './words-id.js';

interface Props {
  readonly order: Order;
  readonly say: Say;
  readonly words: IntakeWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

interface Details {
  readonly view: OrderView;
  readonly shipments: readonly ShipmentView[];
}

/** Until the first dispatch (order-steps.ts of order-routing). */
const CANCELLABLE = new Set(['promised-in-full', 'promised-in-part', 'promised-not-at-all', 'allocated']);
/** What a line no longer waits for. */
const OVER = new Set(['CANCELLED', 'NEED_BY_PASSED', 'LOST_IN_TRANSIT']);

/** Something of it has left, and something is still waited for: its buyer may close it as it is. */
function mayClose({ status, lines }: Order): boolean {
  if (!['dispatched', 'received', 'settled'].includes(status)) return false;
  return lines.some(
    ({ promised, bound, unfilled }) => promised > bound || unfilled.some(({ code }) => !OVER.has(code)),
  );
}

/** Shipments of an order with what is to be received, and the way to cancel it. */
export function OrderDetails({ order, say, words, changed, ended }: Props) {
  const [details, setDetails] = useState<Details>();
  const [attempt, failed] = useAttempt(words.form.offline, ended);
  const [sure, setSure] = useState(false);
  const load = useCallback(async () => {
    const [view, shipments] = await Promise.all([
      get<OrderView>(`/api/orders/${order.id}`),
      get<{ items: ShipmentView[] }>(`/api/orders/${order.id}/shipments`),
    ]);
    setDetails({ view, shipments: shipments.items });
  }, [order.id]);
  // Anew whenever the list says that the order has changed.
  useEffect(() => {
    attempt(load());
  }, [attempt, load, order.changedAt]);
  if (!details) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;

  const cancel = () => {
    if (!sure) {
      setSure(true);
    } else {
      const key = `cancel-${order.id}`;
      attempt(post(`/api/orders/${order.id}/cancellation`, {}, key).then(changed));
    }
  };
  return (
    <div class="details">
      <Terms view={details.view} say={say} words={words} />
      {details.shipments.map((shipment) => (
        <Sent key={shipment.id} shipment={shipment} view={details.view} say={say} words={words}>
          {shipment.status !== 'received' && (
            <ReceiptForm
              goods={goodsOf(shipment, details.view)}
              say={say}
              words={words}
              ended={ended}
              send={async (receipt) => {
                await post(`/api/orders/shipments/${shipment.id}/receipt`, receipt, `receipt-${shipment.id}`);
                await load();
                changed();
              }}
            />
          )}
        </Sent>
      ))}
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {(CANCELLABLE.has(order.status) || mayClose(order)) && (
        <button type="button" class="quiet" onClick={cancel}>
          {sure
            ? words.orders.cancelSure
            : CANCELLABLE.has(order.status)
              ? words.orders.cancel
              : words.orders.closeAsItIs}
        </button>
      )}
    </div>
  );
}

/** What was promised under which edition of an agreement: it is sold so, whatever a later addendum says. */
function Terms({ view, say, words }: Pick<SentProps, 'view' | 'say' | 'words'>) {
  return (
    <ul class="terms">
      {view.lines.flatMap((line) =>
        line.terms.map(({ term, edition, promised, freight, transitDays }) => (
          <li key={`${line.id} ${term} ${String(edition)}`}>
            {say.exact(promised, line.unit)} {say.commodity(line.commodity)}:{' '}
            {freight === null || transitDays === null
              ? words.orders.termsUnknown
              : words.orders.terms(say.rupiah(freight, line.unit), transitDays, edition ?? 1)}
          </li>
        )),
      )}
    </ul>
  );
}

interface SentProps extends Pick<Props, 'say' | 'words'> {
  readonly shipment: ShipmentView;
  readonly view: OrderView;
  readonly children: preact.ComponentChildren;
}

/** A shipment: its legs, and its record of handing over once it was received. */
function Sent({ shipment, view, say, words, children }: SentProps) {
  return (
    <section class="shipment">
      <ol class="timeline">
        {shipment.legs.map((leg) => (
          <li key={leg.to}>
            {leg.from} → {leg.to}:{' '}
            {leg.arrivedAt === null ? words.orders.eta(say.date(leg.eta)) : words.orders.arrivedAt(leg.to)}
          </li>
        ))}
      </ol>
      {goodsOf(shipment, view).map(({ id, quantity, unit, commodity }) => (
        <p key={id}>
          {words.receipt.sent(say.exact(quantity, unit))} {say.commodity(commodity)}
        </p>
      ))}
      {shipment.status === 'received' && (
        <a href={`/api/orders/shipments/${shipment.id}/handover`}>{words.orders.handover}</a>
      )}
      {children}
    </section>
  );
}
