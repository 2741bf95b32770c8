import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/order-routing.js';
import { get } from '../api/client.js';
import { ActForm } from '../forms/act-form.js';
import { textIn } from '../forms/filled.js';
import { TextInput } from '../forms/named-fields.js';
import { refusalText } from '../parts/refusal-text.js';
import { SureButton } from '../parts/sure-button.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending } from '../parts/use-sending.js';
import type { Acting } from './acting.js';

type PayoutsView = components['schemas']['PayoutsView'];
type Payout = PayoutsView['payouts'][number];

/** From the buyer's money to the households: what is due, what has been paid out, and what a second officer has to look at. */
export function Payouts({ order, ...acting }: Acting & { readonly order: string }) {
  const { say, words, ended } = acting;
  const { payouts } = words;
  const [view, setView] = useState<PayoutsView>();
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  const load = useCallback(() => {
    attempt(get<PayoutsView>(`/api/orders/${order}/payouts`).then(setView));
  }, [attempt, order]);
  useEffect(load, [load]);
  if (!view) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;
  const due = view.producers.filter((each) => each.due > 0);
  const rupiah = due.reduce((sum, each) => sum + each.due, 0);
  return (
    <>
      <p>
        {view.unpaid > 0
          ? payouts.unpaid(`Rp${say.count(view.unpaid)}`)
          : payouts.due(say.count(due.length), `Rp${say.count(rupiah)}`)}
      </p>
      <ul class="plain">
        {view.payouts.map((payout) => (
          <PaidOut key={payout.id} payout={payout} {...acting} changed={load} />
        ))}
      </ul>
      {view.unpaid === 0 && due.length > 0 && (
        <ActForm
          draft={`payout ${order}`}
          send={payouts.send}
          say={say}
          call={(filled) => ({
            path: `/api/orders/${order}/payouts`,
            body: { reference: textIn(filled, 'reference') ?? '' },
          })}
          check={() => <p>{payouts.cost(say.count(due.length), `Rp${say.count(rupiah)}`)}</p>}
          ended={ended}
          done={load}
        >
          <TextInput label={payouts.reference} name="reference" required maxLength={100} />
        </ActForm>
      )}
      <p>
        <a href={`/api/orders/${order}/payouts?format=xlsx`}>{payouts.export}</a>
      </p>
    </>
  );
}

/** One payout, and what a second officer may do with one that waits. */
function PaidOut({ payout, say, words, changed, ended }: Acting & { readonly payout: Payout }) {
  const { payouts } = words;
  const sending = useSending({ refusal: refusalText, offline: say.words.forms.offline, changed, ended });
  return (
    <li>
      {payouts.one(`Rp${say.count(payout.amount)}`, say.count(payout.producers), payout.reference)}{' '}
      <span class={`mark ${payout.status === 'paid' ? 'sold' : 'waiting'}`}>{payouts.states[payout.status]}</span>
      {payout.status === 'prepared' && (
        <p>
          <SureButton
            label={payouts.approve}
            sure={payouts.approveSure}
            act={() => void sending.send(`/api/orders/payouts/${payout.id}/approval`, {})}
          />{' '}
          <SureButton
            label={payouts.reject}
            sure={payouts.rejectSure}
            act={() => void sending.send(`/api/orders/payouts/${payout.id}/rejection`, {})}
          />
        </p>
      )}
      {sending.failed !== undefined && <span class="mark unsold">{sending.failed}</span>}
    </li>
  );
}
