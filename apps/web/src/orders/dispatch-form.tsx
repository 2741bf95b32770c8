import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../parts/use-attempt.js';
import type { Acting } from './acting.js';
import { loadReady, type Readiness } from './data.js';
import { LoadForm } from './load-form.js';

interface Props extends Acting {
  readonly order: { readonly id: string; readonly origin: string; readonly partner: string };
  readonly done: () => void;
}

/** Goods of an order that leave, perhaps with those of others for the same place, in what, and the way that they go. */
export function DispatchForm({ order, ...acting }: Props) {
  const { say, words, ended } = acting;
  const [found, setFound] = useState<Readiness>();
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  useEffect(() => {
    attempt(loadReady(order.id).then(setFound));
  }, [attempt, order.id]);
  if (failed !== undefined) return <p class="mark unsold">{failed}</p>;
  if (!found) return <p class="muted">{say.words.head.loading}</p>;
  if (!found.ready.some(({ orderId }) => orderId === order.id)) return <p class="muted">{words.dispatch.nothing}</p>;
  return <LoadForm order={order} found={found} {...acting} />;
}
