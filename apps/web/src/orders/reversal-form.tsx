import { ActForm } from '../forms/act-form.js';
import { textIn } from '../forms/filled.js';
import { TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { SettlementView } from './data.js';

interface Props extends Acting {
  readonly order: string;
  readonly payment: SettlementView['payments'][number];
  readonly done: () => void;
}

/** A payment did not come in after all, or was recorded wrongly: an entry beside it says so. */
export function ReversalForm({ order, payment, say, words: { money }, changed, ended, done }: Props) {
  return (
    <ActForm
      draft={`reversal ${order} ${String(payment.id)}`}
      send={money.reverse}
      say={say}
      call={(filled) => ({
        path: `/api/orders/${order}/payments/${String(payment.id)}/reversal`,
        body: { reason: textIn(filled, 'reason') ?? '' },
      })}
      check={() => <p>{money.reverseCost(`Rp${say.count(payment.amount)}`)}</p>}
      ended={ended}
      done={() => {
        done();
        changed();
      }}
    >
      <TextInput label={money.reverseReason} name="reason" required maxLength={500} />
    </ActForm>
  );
}
