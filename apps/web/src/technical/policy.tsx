import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/order-routing.js';
import { get } from '../api/client.js';
import { ActForm } from '../forms/act-form.js';
import { textIn, wholeIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import { useAttempt } from '../parts/use-attempt.js';
import { RunNow } from '../tasks/run-now.js';
import type { Technical } from './acting.js';

type OfficePolicy = components['schemas']['OfficePolicy'];

const OBJECTIVES = ['freight-only', 'landed'] as const;
const FAIRNESSES = ['max-min', 'proportional', 'none'] as const;

/** How a market is bound, and the button that binds it now. */
export function Policy({ origin, say, words, ended }: Technical & { readonly origin: string }) {
  const { policy } = words;
  const [current, setCurrent] = useState<OfficePolicy>();
  const [attempt, failed] = useAttempt(say.words.forms.offline, ended);
  const path = `/api/orders/policies/${origin}`;
  const load = useCallback(() => {
    attempt(get<OfficePolicy>(path).then(setCurrent));
  }, [attempt, path]);
  useEffect(load, [load]);
  const call = (filled: Filled) => ({
    path: `/api/orders/policies/${origin}`,
    method: 'PUT' as const,
    body: {
      priceObjective: textIn(filled, 'priceObjective'),
      priceTierPercent: wholeIn(filled, 'priceTierPercent') ?? 0,
      fairness: textIn(filled, 'fairness'),
      expiryBucketDays: wholeIn(filled, 'expiryBucketDays') ?? 0,
      cutOff: textIn(filled, 'cutOff') ?? null,
    },
  });
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{policy.heading}</h2>
      <p class="actions">
        <RunNow origin={origin} say={say} changed={() => undefined} ended={ended} />
      </p>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      {current && (
        <Fold label={policy.change} draft={`policy ${origin}`} done={policy.done}>
          {(close) => (
            <ActForm
              draft={`policy ${origin}`}
              send={policy.send}
              say={say}
              call={call}
              ended={ended}
              done={() => {
                close();
                load();
              }}
            >
              <p class="muted">{policy.hint}</p>
              <PolicyFields current={current} words={words} />
            </ActForm>
          )}
        </Fold>
      )}
    </section>
  );
}

function PolicyFields({ current, words: { policy } }: Pick<Technical, 'words'> & { readonly current: OfficePolicy }) {
  return (
    <div class="cells">
      <SelectInput
        label={policy.objective}
        name="priceObjective"
        value={current.priceObjective}
        choices={OBJECTIVES.map((each) => [each, policy.objectives[each]])}
      />
      <TextInput
        label={policy.tier}
        name="priceTierPercent"
        hint={policy.tierHint}
        required
        inputMode="numeric"
        value={String(current.priceTierPercent)}
      />
      <SelectInput
        label={policy.fairness}
        name="fairness"
        value={current.fairness}
        choices={FAIRNESSES.map((each) => [each, policy.fairnesses[each]])}
      />
      <TextInput
        label={policy.bucket}
        name="expiryBucketDays"
        hint={policy.bucketHint}
        required
        inputMode="numeric"
        value={String(current.expiryBucketDays)}
      />
      <TextInput label={policy.cutOff} name="cutOff" type="time" value={current.cutOff ?? ''} />
    </div>
  );
}
