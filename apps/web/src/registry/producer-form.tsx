import { useState } from 'preact/hooks';
import { AGGREGATOR_FORMS, PRODUCER_KINDS, UMKM_CLASSES, UMKM_RULES } from '#kernel/states.js';
import { ActForm } from '../forms/act-form.js';
import { Fold } from '../forms/fold.js';
import { CheckInput, SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';
import { producerBody } from './producer-body.js';

interface Props extends Acting {
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  /** Whom a correction is of; undefined: a new one. */
  readonly known?: Producer;
}

/** A producer or cooperative by form: a new one, or what is put right of one. */
export function ProducerForm({ today, known, say, words, changed, ended }: Props) {
  const { producer } = words.records;
  const draft = known ? `producer ${known.id}` : 'producer';
  return (
    <Fold
      label={known ? producer.correct : producer.heading}
      draft={draft}
      done={known ? producer.corrected : producer.done}
    >
      {(close) => (
        <ActForm
          draft={draft}
          send={known ? producer.save : producer.send}
          say={say}
          call={(filled) => ({
            body: producerBody(filled, known),
            ...(known
              ? { path: `/api/registry/producers/${known.id}`, method: 'PUT', version: known.version }
              : { path: '/api/registry/producers' }),
          })}
          ended={ended}
          done={() => {
            close();
            changed();
          }}
        >
          <Who known={known} words={words} />
          <Business today={today} known={known} words={words} />
          <CheckInput label={producer.insured} name="healthInsured" checked={known?.healthInsured ?? false} />
          <CheckInput label={producer.consent} name="standingConsent" checked={known?.standingConsent ?? false} />
        </ActForm>
      )}
    </Fold>
  );
}

interface PartProps extends Pick<Acting, 'words'> {
  readonly known: Producer | undefined;
}

function Who({ known, words }: PartProps) {
  const { producer } = words.records;
  const [kind, setKind] = useState<string>(known?.kind ?? 'producer');
  return (
    <div class="cells">
      <SelectInput
        label={producer.kind}
        name="kind"
        value={kind}
        choices={PRODUCER_KINDS.map((each) => [each, words.kinds[each]])}
        change={setKind}
      />
      {kind === 'aggregator' && (
        <SelectInput
          label={producer.form}
          name="form"
          value={known?.form ?? 'cooperative'}
          choices={AGGREGATOR_FORMS.map((each) => [each, producer.forms[each]])}
        />
      )}
      <TextInput label={producer.name} name="name" required maxLength={200} value={known?.name} />
      <TextInput
        label={producer.village}
        name="village"
        required
        hint={producer.villageHint}
        pattern="\d{2}(\.\d{2}){2}\.\d{4}"
        value={known?.village}
      />
      <TextInput label={producer.reference} name="reference" maxLength={60} value={known?.reference ?? ''} />
      <TextInput
        label={producer.nib}
        name="nib"
        hint={producer.nibHint}
        inputMode="numeric"
        pattern="\d{13}"
        value={known?.nib ?? ''}
      />
      <TextInput label={producer.nik} name="nik" hint={producer.nikHint} inputMode="numeric" pattern="\d{16}" />
      <TextInput label={producer.purpose} name="nikPurpose" maxLength={200} value={known?.nikPurpose ?? ''} />
    </div>
  );
}

/** Day from which PP 7/2021 says who is micro, small or medium. */
const NEW_RULE_FROM = '2021-02-02';
const KBLI_EDITIONS = ['2025', '2020', '2017', '2015', '2009'];

function Business({ today, known, words: { records } }: PartProps & Pick<Props, 'today'>) {
  const { producer } = records;
  return (
    <>
      <div class="cells">
        <SelectInput
          label={producer.umkm}
          name="umkmClass"
          value={known?.umkmClass ?? 'micro'}
          choices={UMKM_CLASSES.map((each) => [each, producer.classes[each]])}
        />
        <SelectInput
          label={producer.rule}
          name="umkmRule"
          value={known?.umkmRule ?? (today < NEW_RULE_FROM ? 'UU 20/2008' : 'PP 7/2021')}
          choices={[...UMKM_RULES].reverse().map((each) => [each, each])}
        />
        <TextInput
          label={producer.asOf}
          name="umkmAsOf"
          type="date"
          required
          max={today}
          value={known?.umkmAsOf ?? today}
        />
        <TextInput
          label={producer.kbli}
          name="kbli"
          hint={producer.kbliHint}
          inputMode="numeric"
          pattern="\d{5}"
          value={known?.kbli ?? ''}
        />
        <SelectInput
          label={producer.kbliVersion}
          name="kbliVersion"
          value={known?.kbliVersion ?? '2020'}
          choices={KBLI_EDITIONS.map((edition) => [edition, edition])}
        />
      </div>
      <fieldset class="row">
        <legend>{producer.workers}</legend>
        <div class="cells">
          {(['total', 'women', 'youth'] as const).map((part) => (
            <TextInput
              key={part}
              label={producer[part]}
              name={`workers/${part}`}
              inputMode="numeric"
              value={known ? String(known.workers[part]) : ''}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
