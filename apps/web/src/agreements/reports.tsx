import type { Context } from './context.js';
import type { Dossier, ReportView } from './data.js';
import { EntryForm } from './entry-form.js';
import { ChoiceField, DayField, HashField, TextField } from './fields.js';

interface Props {
  readonly dossier: Dossier;
  readonly today: string;
  readonly context: Context;
}

const MARKS = { submitted: 'sold', overdue: 'unsold', running: 'waiting', ahead: 'waiting' } as const;

/** The periodic reports that are owed (pelaporan): each as a button once it has begun, and the form that records one. */
export function Reports({ dossier: { file, reports }, today, context }: Props) {
  const { say } = context;
  const { reports: words } = context.words;
  const open = reports.filter(({ state }) => state === 'overdue' || state === 'running');
  return (
    <section aria-labelledby="reports">
      <div class="bar-heading">
        <h2 id="reports">{words.heading}</h2>
        {reports.length > 0 && <a href={`/api/agreements/${file.id}/reports?format=xlsx`}>{words.export}</a>}
      </div>
      {reports.length === 0 && <p class="muted">{words.empty}</p>}
      <ol class="plain entries">
        {reports.map((report) => (
          <Report key={report.dueOn} id={file.id} report={report} context={context} />
        ))}
      </ol>
      {open.length > 0 && (
        <EntryForm path={`/api/agreements/${file.id}/reports`} heading={words.add} send={words.send} context={context}>
          <ChoiceField
            label={words.which}
            name="dueOn"
            choices={Object.fromEntries(open.map(({ dueOn }) => [dueOn, say.date(dueOn)]))}
          />
          <DayField label={words.handedIn} name="submittedOn" day={today} max={today} required />
          <TextField label={words.number} name="number" max={100} />
          <HashField label={words.file} required words={context.words} />
        </EntryForm>
      )}
    </section>
  );
}

interface ReportProps {
  readonly id: string;
  readonly report: ReportView;
  readonly context: Context;
}

function Report({ id, report, context }: ReportProps) {
  const { say } = context;
  const { reports: words } = context.words;
  const { from, dueOn, state, submittedOn, number } = report;
  return (
    <li>
      <b>
        {words.dueOn} {say.date(dueOn)}
      </b>{' '}
      <span class={`mark ${MARKS[state]}`}>{words.states[state]}</span>
      <small>
        {words.period} {say.date(from)} – {say.date(dueOn)}
        {submittedOn !== null && ` · ${words.submittedOn(say.date(submittedOn), number ?? '')}`}
      </small>
      {state !== 'ahead' && (
        <a href={`/api/agreements/${id}/report?from=${from}&to=${dueOn}&format=pdf`} download>
          {words.pdf}
        </a>
      )}
    </li>
  );
}
