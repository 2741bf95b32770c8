import { useState } from 'preact/hooks';
import type { Context } from './context.js';
import type { AgreementFile, Stage } from './data.js';
import { DayField, TextField } from './fields.js';
import { useSending } from './use-sending.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly file: AgreementFile;
  readonly stage: Stage;
  readonly today: string;
  readonly context: Context;
}

/** A step's button; the second press takes the step, with the days and the remark that go with it. */
export function StepForm({ file, stage, today, context }: Props) {
  const [sure, setSure] = useState(false);
  const sending = useSending(context);
  const { say, words } = context;
  const { steps } = words;

  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    const fields = Object.fromEntries(filled) as { lastDay?: string; remark?: string };
    const remark = fields.lastDay === undefined ? {} : { remark: steps.endsAfterRemark(say.date(fields.lastDay)) };
    if (await sending.send(`/api/agreements/${file.id}/stages`, { ...remark, ...fields, stage })) setSure(false);
  };
  if (!sure) {
    return (
      <button
        type="button"
        class="quiet"
        onClick={() => {
          setSure(true);
        }}
      >
        {steps.take[stage]}
      </button>
    );
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <Days file={file} stage={stage} today={today} words={words} />
      <TextField label={steps.remark} name="remark" max={500} />
      <div class="actions">
        <button type="submit" class="primary" disabled={sending.busy}>
          {sending.busy ? words.sending.busy : steps.sure(steps.take[stage])}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setSure(false);
          }}
        >
          {steps.back}
        </button>
      </div>
      {sending.failed !== undefined && (
        <p class="mark unsold" role="alert">
          {sending.failed}
        </p>
      )}
    </form>
  );
}

/** The days that go with a step. */
function Days({ file, stage, today, words }: Omit<Props, 'context'> & { readonly words: AgreementsWords }) {
  const { steps } = words;
  // A PKS that runs may end on a day ahead; whatever else is terminated ends at once.
  const mayEndLater = stage === 'terminated' && (file.stage === 'in-force' || file.stage === 'suspended');
  return (
    <>
      {stage === 'pks-signed' && (
        <>
          <div class="pair">
            <DayField label={steps.firstDay} name="effectiveFrom" day={today} required />
            <DayField label={steps.lastDay} name="effectiveTo" min={today} required />
          </div>
          <DayField label={words.signing.signedOn} name="signedOn" day={today} max={today} required />
          <TextField
            label={`${words.signing.backdating} (${words.signing.backdatingHint})`}
            name="backdatingReason"
            max={500}
          />
        </>
      )}
      {mayEndLater && (
        <DayField
          label={steps.endsAfter}
          name="lastDay"
          hint={steps.endsAfterHint}
          min={today}
          {...(file.effectiveTo === null ? {} : { max: file.effectiveTo })}
        />
      )}
    </>
  );
}
