import type { Context } from './context.js';
import type { Dossier } from './data.js';
import { EntryForm } from './entry-form.js';
import { ChoiceField, DayField, HashField, TextField } from './fields.js';

interface Props {
  readonly dossier: Dossier;
  readonly today: string;
  readonly context: Context;
}

/** What the office did with the documents (penatausahaan); an entry stays as it is. */
export function Filings({ dossier: { file, filings }, today, context }: Props) {
  const { say } = context;
  const { filings: words } = context.words;
  return (
    <section aria-labelledby="filings">
      <div class="bar-heading">
        <h2 id="filings">{words.heading}</h2>
        {filings.length > 0 && <a href={`/api/agreements/${file.id}/filings?format=xlsx`}>{words.export}</a>}
      </div>
      {filings.length === 0 && <p class="muted">{words.empty}</p>}
      <ol class="plain entries">
        {filings.map(({ id, kind, agendaNumber, date, note }) => (
          <li key={id}>
            <b>{agendaNumber}</b> · {words.kinds[kind]}
            <small>
              {say.date(date)}
              {note !== null && ` · ${note}`}
            </small>
          </li>
        ))}
      </ol>
      <EntryForm path={`/api/agreements/${file.id}/filings`} heading={words.add} send={words.send} context={context}>
        <ChoiceField label={words.kind} name="kind" choices={words.kinds} />
        <TextField label={words.agenda} name="agendaNumber" max={100} required />
        <DayField label={words.date} name="date" day={today} max={today} required />
        <HashField label={words.file} words={context.words} />
        <TextField label={words.note} name="note" max={500} />
      </EntryForm>
    </section>
  );
}
