import { commodityNamed } from '#kernel/commodity-names.js';
import { CERTIFICATE_KINDS } from '#kernel/states.js';
import { ActForm } from '../forms/act-form.js';
import { textIn, textsIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';

interface Props extends Acting {
  readonly producer: Producer;
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
}

/** A certificate of a producer; it counts once it is verified. */
export function CertificateForm({ producer, today, say, words, changed, ended }: Props) {
  const { certificate } = words.records;
  const draft = `certificate ${producer.id}`;
  const call = (filled: Filled) => ({
    path: `/api/registry/producers/${producer.id}/certificates`,
    body: {
      ...textsIn(filled, ['kind', 'number', 'issued', 'until']),
      products: (textIn(filled, 'products') ?? '').split(',').map(commodityNamed).filter(Boolean),
    },
  });
  return (
    <Fold label={certificate.heading} draft={draft} done={certificate.done}>
      {(close) => (
        <ActForm
          draft={draft}
          send={certificate.send}
          say={say}
          call={call}
          ended={ended}
          done={() => {
            close();
            changed();
          }}
        >
          <div class="cells">
            <SelectInput
              label={certificate.kind}
              name="kind"
              choices={CERTIFICATE_KINDS.map((kind) => [kind, say.certificate(kind)])}
            />
            <TextInput label={certificate.number} name="number" required maxLength={80} />
            <TextInput label={certificate.issued} name="issued" type="date" required max={today} />
            <TextInput label={certificate.until} name="until" type="date" />
            <TextInput label={certificate.products} name="products" hint={certificate.productsHint} maxLength={500} />
          </div>
        </ActForm>
      )}
    </Fold>
  );
}

const COACHING = ['certification', 'packing', 'health-insurance'] as const;

/** What was done for a producer so that it may sell more. */
export function CoachingForm({ producer, today, say, words, changed, ended }: Props) {
  const { coaching } = words.records;
  const draft = `coaching ${producer.id}`;
  return (
    <Fold label={coaching.heading} draft={draft} done={coaching.done}>
      {(close) => (
        <ActForm
          draft={draft}
          send={coaching.send}
          say={say}
          call={(filled) => ({
            path: `/api/registry/producers/${producer.id}/coaching`,
            body: textsIn(filled, ['kind', 'date', 'remark']),
          })}
          ended={ended}
          done={() => {
            close();
            changed();
          }}
        >
          <div class="cells">
            <SelectInput
              label={coaching.kind}
              name="kind"
              choices={COACHING.map((kind) => [kind, words.coachingKinds[kind]])}
            />
            <TextInput label={coaching.date} name="date" type="date" required max={today} value={today} />
            <TextInput label={coaching.remark} name="remark" maxLength={500} />
          </div>
        </ActForm>
      )}
    </Fold>
  );
}
