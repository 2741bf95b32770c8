import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { openSteps } from './headline.js';
import { StepForm } from './step-form.js';

interface Props {
  readonly file: AgreementFile;
  readonly today: string;
  readonly context: Context;
}

/** The steps that may come next: what each still lacks, or its button. */
export function NextSteps({ file, today, context }: Props) {
  const { words, mayWrite } = context;
  const { steps } = words;
  const next = openSteps(file);
  const dated = file.stage === 'pks-signed' || file.stage === 'in-force' || file.stage === 'suspended';
  return (
    <section aria-labelledby="next">
      <h2 id="next">{steps.next}</h2>
      {next.length === 0 && <p class="muted">{steps.none}</p>}
      {dated && <p class="muted">{steps.clock}</p>}
      <ul class="plain steps">
        {next.map(({ stage, missing }) => {
          const things = [...new Set(missing.map(({ lack }) => steps.lack[lack]))];
          return (
            <li key={stage}>
              {missing.length === 0 && mayWrite ? (
                <StepForm file={file} stage={stage} today={today} context={context} />
              ) : (
                <b>{steps.take[stage]}</b>
              )}
              {missing.length > 0 && <span class="mark waiting">{steps.lacks(context.say.list(things))}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
