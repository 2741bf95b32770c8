import { useCallback, useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../parts/use-attempt.js';
import type { Acting } from './acting.js';
import { ORDERS_WORDS } from './both-languages.js';
import { loadAround, loadOrder, type OrderFile } from './data.js';
import { DispatchForm } from './dispatch-form.js';
import { orderAddress } from './order-facts.js';
import { OrderEnd, OrderMoney, OrderMoves } from './order-moves.js';
import { OrderTerms } from './order-terms.js';
import { PaymentForm } from './payment-form.js';
import { ReceiptForm } from './receipt-form.js';

interface Props extends Omit<Acting, 'words' | 'now'> {
  readonly id: string;
  /** Anew whenever this changes. */
  readonly version?: string;
}

/** What can be done with an order, beside where it is listed. */
export function OrderPanel({ id, version, ...acting }: Props) {
  const { say, ended, changed } = acting;
  const words = ORDERS_WORDS[say.language];
  const [file, failed, again] = useOrder(id, version, acting);
  if (!file) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;
  const all = {
    ...{ ...acting, words, now: file.now, ended, file },
    changed: () => {
      again();
      changed();
    },
  };
  return (
    <div class="details">
      <OrderTerms order={file.order} say={say} words={words} />
      <OrderMoves {...all} />
      <OrderMoney {...all} />
      <OrderEnd {...all} />
      <p>
        <a href={orderAddress(id)}>{words.one.open}</a>
      </p>
    </div>
  );
}

/** @returns what is known of it, why it is not, and how to read it anew */
export function useOrder(
  id: string,
  version: string | undefined,
  { say, ended }: Pick<Acting, 'say' | 'ended'>,
): readonly [OrderFile | undefined, string | undefined, () => void] {
  const [file, setFile] = useState<OrderFile>();
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  const load = useCallback(() => {
    attempt(loadOrder(id).then(setFile));
  }, [attempt, id]);
  useEffect(load, [load, version]);
  return [file, failed, load];
}

export type OrderAct = 'dispatch' | 'receive' | 'pay';

interface ActProps extends Props {
  readonly act: OrderAct;
  readonly task: { readonly shipment: string; readonly origin: string; readonly partner: string };
}

/** The one thing that a task is about. */
export function OrderActPanel(props: ActProps) {
  // A cooperative reads no orders: it knows of its own goods alone.
  return props.act === 'dispatch' ? <DispatchPanel {...props} /> : <ReadActPanel {...props} />;
}

function DispatchPanel({ id, task, ...acting }: ActProps) {
  const { say, ended } = acting;
  const [now, setNow] = useState<number>();
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  useEffect(() => {
    attempt(
      loadAround().then((around) => {
        setNow(around.now);
      }),
    );
  }, [attempt]);
  if (failed !== undefined) return <p class="mark unsold">{failed}</p>;
  if (now === undefined) return null;
  const words = ORDERS_WORDS[say.language];
  return <DispatchForm order={{ id, ...task }} now={now} words={words} done={() => undefined} {...acting} />;
}

function ReadActPanel({ act, task, id, version, ...acting }: ActProps) {
  const words = ORDERS_WORDS[acting.say.language];
  const [file, failed] = useOrder(id, version, acting);
  if (!file) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;
  const all = { ...acting, words, now: file.now, done: (): void => undefined };
  const shipment = file.shipments.find(({ id: each }) => each === task.shipment);
  if (act === 'receive') return shipment ? <ReceiptForm shipment={shipment} order={file.order} {...all} /> : null;
  return <PaymentForm settlement={file.settlement} {...all} />;
}
