import { may } from '../api/rights.js';
import { Fold } from '../forms/fold.js';
import { SureButton } from '../parts/sure-button.js';
import { useSending } from '../parts/use-sending.js';
import { refusalText } from '../parts/refusal-text.js';
import type { Acting } from './acting.js';
import type { OrderFile, ShipmentView } from './data.js';
import { DispatchForm } from './dispatch-form.js';
import { LoadFacts, Reschedule } from './load-view.js';
import { endOf, goodsOf, nextLeg } from './order-facts.js';
import { PaymentForm } from './payment-form.js';
import { ReceiptForm } from './receipt-form.js';
import { Payouts } from './payouts.js';
import { ReversalForm } from './reversal-form.js';

interface Props extends Acting {
  readonly file: OrderFile;
}

/** What has left of an order and what has come of it, with what may be done next by whoever looks at it. */
export function OrderMoves({ file, ...acting }: Props) {
  const { order, shipments } = file;
  const { user, words } = acting;
  const ready = order.lines.some(({ allocations }) => allocations.some(({ status }) => status === 'confirmed'));
  return (
    <>
      {shipments.length === 0 && <p class="muted">{words.one.noMoves}</p>}
      {shipments.map((shipment) => (
        <Sent key={shipment.id} shipment={shipment} file={file} {...acting} />
      ))}
      {ready && may(user, 'shipments:send') && (
        <Fold label={words.dispatch.heading} draft={`dispatch ${order.id} legs`} done={words.dispatch.done}>
          {(close) => <DispatchForm order={order} done={close} {...acting} />}
        </Fold>
      )}
    </>
  );
}

function Sent({ shipment, file, ...acting }: Props & { readonly shipment: ShipmentView }) {
  const { order } = file;
  const { user, say, words } = acting;
  const goods = goodsOf(shipment, order).map(
    ({ quantity, unit, commodity }) => `${say.exact(quantity, unit)} ${say.commodity(commodity)}`,
  );
  return (
    <section class="shipment">
      <h3>{words.shipment.title(say.moment(Date.parse(shipment.dispatchedAt), order.origin), say.list(goods))}</h3>
      <p class={`mark ${shipment.status === 'received' ? 'sold' : 'waiting'}`}>
        {words.shipment.states[shipment.status]}
      </p>
      <ol class="timeline">
        {shipment.legs.map((leg, index) => (
          <li key={index}>
            {leg.from} → {leg.to}, {words.dispatch.modes[leg.mode]}:{' '}
            {leg.arrivedAt === null ? words.shipment.eta(say.date(leg.eta)) : words.shipment.arrived}
          </li>
        ))}
      </ol>
      <LoadFacts shipment={shipment} say={say} words={words} />
      {may(user, 'shipments:send') && shipment.status !== 'received' && (
        <>
          <Arrival shipment={shipment} {...acting} />
          <Reschedule shipment={shipment} {...acting} />
        </>
      )}
      {shipment.status === 'received' && (
        <a href={`/api/orders/shipments/${shipment.id}/handover`}>{words.shipment.handover}</a>
      )}
      {shipment.status !== 'received' && may(user, 'shipments:receive') && (
        <ReceiptForm shipment={shipment} order={order} done={() => undefined} {...acting} />
      )}
      <Afterwards shipment={shipment} order={order} {...acting} />
    </section>
  );
}

/** What became known of goods after they had left: recalls, and receipts that were put right. */
function Afterwards({ shipment, order, ...acting }: Acting & { shipment: ShipmentView; order: OrderFile['order'] }) {
  const { user, say, words } = acting;
  const { receipt } = words;
  const recalled = goodsOf(shipment, order).flatMap(({ id, quantity, unit, commodity }) =>
    shipment.recalls
      .filter(({ allocation }) => allocation === id)
      .map(({ at }) => ({ id, at, goods: `${say.exact(quantity, unit)} ${say.commodity(commodity)}` })),
  );
  return (
    <>
      {recalled.map(({ id, at, goods }) => (
        <p key={id} class="mark unsold">
          {receipt.recalled(goods, say.moment(Date.parse(at), order.origin))}
        </p>
      ))}
      {shipment.corrections.map(({ at, reason }) => (
        <p key={at}>{receipt.corrected(say.moment(Date.parse(at), order.origin), reason)}</p>
      ))}
      {shipment.status === 'received' && may(user, 'shipments:receive') && (
        <Fold label={receipt.correct} draft={`correction ${shipment.id}`} done={receipt.done}>
          {(close) => <ReceiptForm corrects shipment={shipment} order={order} done={close} {...acting} />}
        </Fold>
      )}
    </>
  );
}

/** The next place that the goods come to. */
function Arrival({ shipment, say, words, changed, ended }: Acting & { readonly shipment: ShipmentView }) {
  const sending = useSending({ refusal: refusalText, offline: say.words.forms.offline, changed, ended });
  const leg = nextLeg(shipment);
  if (leg === undefined) return null;
  const place = shipment.legs[leg - 1]?.to ?? '';
  return (
    <p>
      <SureButton
        key={leg}
        label={words.shipment.arrive(place)}
        sure={words.shipment.arriveSure(place)}
        act={() => void sending.send(`/api/orders/shipments/${shipment.id}/legs/${String(leg)}/arrival`, {})}
      />
      {sending.failed !== undefined && <span class="mark unsold">{sending.failed}</span>}
    </p>
  );
}

/** What is owed for an order, and what of it is paid. */
export function OrderMoney({ file, ...acting }: Props) {
  const { settlement, order } = file;
  const { user, say, words } = acting;
  const { owed, paid, dueOn, overdue, payments } = settlement;
  const { money } = words;
  const rupiah = (amount: number) => `Rp${say.count(amount)}`;
  if (owed === 0) return <p class="muted">{money.nothing}</p>;
  return (
    <>
      <p>
        {money.owed(rupiah(owed), rupiah(paid), rupiah(owed - paid))}{' '}
        {paid < owed && dueOn !== null && (
          <span class={`mark ${overdue ? 'unsold' : 'waiting'}`}>
            {(overdue ? money.late : money.due)(say.date(dueOn))}
          </span>
        )}
      </p>
      <ul class="plain">
        {payments.map((payment) => (
          <li key={payment.id}>
            {say.moment(Date.parse(payment.recordedAt), order.origin)}:{' '}
            {money.payment(rupiah(payment.amount), payment.reference)}
            {payment.reversal && <small class="mark unsold">{money.reversed(payment.reversal.reason)}</small>}
            {!payment.reversal && may(user, 'payments:record') && (
              <Fold label={money.reverse} draft={`reversal ${order.id} ${String(payment.id)}`} done={money.reverseDone}>
                {(close) => <ReversalForm order={order.id} payment={payment} done={close} {...acting} />}
              </Fold>
            )}
          </li>
        ))}
      </ul>
      {paid < owed && may(user, 'payments:record') && (
        <Fold label={money.record} draft={`payment ${order.id}`} done={money.done}>
          {(close) => <PaymentForm key={paid} settlement={settlement} done={close} {...acting} />}
        </Fold>
      )}
      {may(user, 'payments:record') && (
        <Fold label={words.payouts.heading} draft={`payout ${order.id}`} done="">
          {() => <Payouts order={order.id} {...acting} />}
        </Fold>
      )}
    </>
  );
}

/** Its buyer's way out: all of it, or what has not left. */
export function OrderEnd({ file: { order }, user, say, words, changed, ended }: Props) {
  const sending = useSending({ refusal: refusalText, offline: say.words.forms.offline, changed, ended });
  const end = endOf(order);
  if (end === undefined || !may(user, 'orders:cancel')) return null;
  return (
    <p>
      <SureButton
        label={end === 'cancel' ? words.cancel.all : words.cancel.rest}
        sure={words.cancel.sure}
        act={() => void sending.send(`/api/orders/${order.id}/cancellation`, {})}
      />
      {sending.failed !== undefined && <span class="mark unsold">{sending.failed}</span>}
    </p>
  );
}
