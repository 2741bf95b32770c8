import { ActForm } from '../forms/act-form.js';
import { textIn, wholeIn, type Filled } from '../forms/filled.js';
import { TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { SettlementView } from './data.js';

interface Props extends Acting {
  readonly settlement: Pick<SettlementView, 'order' | 'owed' | 'paid'>;
  readonly done: () => void;
}

/** What the buyer of an order has paid; all that is owed unless somebody says otherwise. */
export function PaymentForm({ settlement: { order, owed, paid }, say, words: { money }, changed, ended, done }: Props) {
  const call = (filled: Filled) => ({
    path: `/api/orders/${order}/payments`,
    body: { amount: wholeIn(filled, 'amount'), reference: textIn(filled, 'reference') },
  });
  return (
    <ActForm
      draft={`payment ${order}`}
      send={money.send}
      say={say}
      call={call}
      ended={ended}
      done={() => {
        done();
        changed();
      }}
    >
      <div class="pair">
        <TextInput label={money.amount} name="amount" required inputMode="numeric" value={say.count(owed - paid)} />
        <TextInput label={money.reference} name="reference" required maxLength={100} />
      </div>
    </ActForm>
  );
}
